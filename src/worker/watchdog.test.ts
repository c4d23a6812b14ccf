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

test('repeated requests are no answer', () => {
  for (let i = 0; i < 99; i++) {
    vi.advanceTimersByTime(10)
    watchdog.start()
  }
  expect(silences).toBe(0)
  vi.advanceTimersByTime(10)
  expect(silences).toBe(1)
})

test('an answer in time resets the clock', () => {
  for (let i = 0; i < 9; i++) {
    vi.advanceTimersByTime(900)
    watchdog.reset()
  }
  expect(silences).toBe(0)
  vi.advanceTimersByTime(1000)
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
