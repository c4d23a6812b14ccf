// The order of work in a frame, and what happens in which frame.
import { beforeEach, expect, test } from 'vitest'
import { createLoop } from './loop.ts'

let told: string[]
let playing: { playing: boolean; speed: number }
let cursor: { step: number; target: number }
let hasArrived: boolean
let traces: { length: number }[]
let loop: (now: number) => void

beforeEach(() => {
  told = []
  playing = { playing: false, speed: 20 }
  cursor = { step: 3, target: 3 }
  hasArrived = true
  traces = [{ length: 4 }]
  loop = createLoop({
    playback: {
      usePlayback: { getState: () => playing } as never,
      cursor,
      advanceCursor: (now) => void told.push(`time ${now}`),
    },
    conductor: { ask: () => void told.push('ask'), arrived: () => hasArrived },
    race: {
      get traces() {
        return traces as never
      },
    },
    writeEvery: (pace) => void told.push(`words ${pace}`),
    drawFor: (share) => void told.push(`pictures ${share}`),
    wantExactRows: () => void told.push('exact rows'),
    moved: () => void told.push('address'),
    drawn: () => void told.push('drawn'),
    arrived: () => void told.push('arrived'),
  })
})

test('time moves first, then the pace, then requests for rows, and waiters are told last', () => {
  loop(16)
  expect(told).toEqual([
    'time 16',
    'words 0',
    'pictures Infinity',
    'ask',
    'exact rows',
    'address',
    'drawn',
    'arrived',
  ])
})

test('the address follows a moved cursor once, and not while time runs', () => {
  loop(16)
  told = []
  loop(32)
  expect(told).not.toContain('address')
  playing = { playing: true, speed: 20 }
  cursor.step = 4
  loop(48)
  expect(told).not.toContain('address')
})

test('words are written at reading pace; pictures take turns while rows stream', () => {
  playing = { playing: true, speed: 1000 }
  loop(16)
  expect(told).toContain('words 50')
  expect(told).toContain('pictures Infinity')
  playing = { playing: true, speed: Infinity }
  loop(32)
  expect(told).toContain('pictures 0.7')
})

test('nothing is drawn before there are rows, and a seek is done when the cursor is in place', () => {
  traces = []
  loop(16)
  expect(told).not.toContain('drawn')
  traces = [{ length: 1 }]
  cursor.target = 9
  told = []
  loop(32)
  expect(told).toContain('drawn')
  expect(told).not.toContain('arrived')
  cursor.step = 9
  hasArrived = false
  loop(48)
  expect(told).not.toContain('arrived')
})
