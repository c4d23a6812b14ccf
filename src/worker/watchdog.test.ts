// A silent worker is detected after its time, however often it is asked meanwhile. A worker that replies never is.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Watchdog } from './watchdog.ts'

let asked = true
let silences = 0
let watchdog: Watchdog

beforeEach(() => {
  vi.useFakeTimers()
  asked = true
  silences = 0
  watchdog = new Watchdog(
    1000,
    () => asked,
    () => void silences++,
  )
  watchdog.reset()
  watchdog.start()
})
afterEach(() => void vi.useRealTimers())

test.each([
  ['repeated requests are no answer', 99, 10, 'start', 10],
  ['an answer in time resets the clock', 9, 900, 'reset', 1000],
] as const)('%s', (_, times, every, act, left) => {
  for (let i = 0; i < times; i++) {
    vi.advanceTimersByTime(every)
    watchdog[act]()
  }
  expect(silences).toBe(0)
  vi.advanceTimersByTime(left)
  expect(silences).toBe(1)
})

test('without a request, or after its end, silence is no fault', () => {
  asked = false
  vi.advanceTimersByTime(5000)
  asked = true
  watchdog.start()
  watchdog.stop()
  vi.advanceTimersByTime(5000)
  expect(silences).toBe(0)
})
