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

test('a frame moves time, draws all pictures and writes words; then none is asked for', () => {
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

test('where there is no time for all pictures, each has its turn, and the last frame is not forgotten', () => {
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

test('time that goes on asks for the next frame, in which everything is drawn again', () => {
  frames.onFrame(() => frames.requestDraw(), 'time')
  frames.onFrame(drawing('map', 0.5))
  frames.onFrame(drawing('cost', 0.5))
  expect([frame(), frame()]).toEqual(['map cost', 'map cost'])
  frames.drawFor(0.7)
  expect([frame(), frame(), frame()]).toEqual(['map', 'cost', 'map'])
})

test('a picture that asks for another frame has it, and does not keep the others from being drawn', () => {
  frames.onFrame(() => {
    drawing('restless', 0.5)()
    frames.requestDraw()
  })
  frames.onFrame(drawing('calm', 0.5))
  frames.drawFor(0.7)
  expect(frame()).toBe('restless calm')
  expect([frame(), frame(), frame()]).toEqual(['restless', 'calm', 'restless'])
})

test('while words come at their own pace, a frame that writes them draws nothing, and they are written in the end', () => {
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

test('who has gone is not drawn, also if it goes in the middle of a frame', () => {
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
