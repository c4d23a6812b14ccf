// What a frame draws, in which order, and what waits for the next one.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Frames from './frame.ts'

let frames: typeof Frames
let next: FrameRequestCallback | undefined
let clock = 0
let drawn: string[] = []

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (work: FrameRequestCallback) => {
    next = work
    return 1
  })
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  vi.resetModules()
  frames = await import('./frame.ts')
  ;[next, clock, drawn] = [undefined, 0, []]
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A drawing that takes a number of milliseconds. */
const drawing = (name: string, milliseconds: number) => (): void => {
  drawn.push(name)
  clock += milliseconds
}

/** Runs the next requested frame and returns what it draws. */
function frame(): string | undefined {
  const work = next
  if (!work) return undefined
  ;[next, drawn] = [undefined, []]
  clock += 16
  work(clock)
  return drawn.join(' ')
}

test('a frame moves time, draws all pictures and writes words, and requests no other', () => {
  frames.onFrame(drawing('words', 1), 'words')
  frames.onFrame(drawing('map', 1))
  frames.onFrame(drawing('cost', 1))
  frames.onFrame(drawing('time', 1), 'time')
  expect(frame()).toBe('time map cost words')
  expect(frame()).toBeUndefined()
  frames.requestDraw()
  frames.requestDraw()
  expect(frame()).toBe('time map cost words')
})

test('without time for all pictures they take turns, and the last frame is drawn', () => {
  frames.onFrame(drawing('map', 0.6))
  frames.onFrame(drawing('cost', 0.3))
  frames.onFrame(drawing('rate', 0.3))
  // The first time reveals how long each takes.
  expect(frame()).toBe('map cost rate')
  frames.drawFor(0.7)
  frames.requestDraw()
  expect([frame(), frame(), frame()]).toEqual(['map', 'cost rate', undefined])
  for (let i = 0; i < 4; i++) {
    frames.requestDraw()
    expect(frame()).toBe(i % 2 === 0 ? 'map' : 'cost rate')
  }
  frames.drawFor(Infinity)
  frames.requestDraw()
  expect(frame()).toBe('map cost rate')
})

test('running time requests the next frame, which draws everything again', () => {
  frames.onFrame(() => frames.requestDraw(), 'time')
  frames.onFrame(drawing('map', 0.5))
  frames.onFrame(drawing('cost', 0.5))
  expect([frame(), frame()]).toEqual(['map cost', 'map cost'])
  frames.drawFor(0.7)
  expect([frame(), frame(), frame()]).toEqual(['map', 'cost', 'map'])
})

test('a picture that requests another frame gets it without blocking the others', () => {
  frames.onFrame(() => {
    drawing('restless', 0.5)()
    frames.requestDraw()
  })
  frames.onFrame(drawing('calm', 0.5))
  frames.drawFor(0.7)
  expect(frame()).toBe('restless calm')
  expect([frame(), frame(), frame()]).toEqual(['restless', 'calm', 'restless'])
})

test('a frame that writes words draws nothing, and pending words are written in the end', () => {
  frames.onFrame(drawing('map', 0.5))
  frames.onFrame(drawing('words', 0.5), 'words')
  frames.writeEvery(40)
  frames.drawFor(0.7)
  // The first words are long overdue.
  expect(frame()).toBe('words')
  const streamed = Array.from({ length: 8 }, () => (frames.requestDraw(), frame()))
  expect(streamed).toEqual(['map', 'map', 'words', 'map', 'map', 'words', 'map', 'map'])
  // Nothing changes any more, so the remaining words are written.
  expect([frame(), frame()]).toEqual(['words', undefined])
})

test('a removed picture is not drawn, even if it is removed during a frame', () => {
  const stops: (() => void)[] = []
  frames.onFrame(() => {
    drawing('first', 1)()
    for (const stop of stops) stop()
  })
  stops.push(frames.onFrame(drawing('second', 1)))
  expect(frame()).toBe('first')
  frames.requestDraw()
  expect(frame()).toBe('first')
})
