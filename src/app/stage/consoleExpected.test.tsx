// A blocked second window gives one sentence with the address, and only then.
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConsoleRefused } from './ConsoleLink.tsx'
import { expectConsole, patience } from './consoleExpected.ts'
import { setStage } from './stageState.ts'

beforeEach(() => {
  vi.useFakeTimers()
  setStage({ consoles: 0 })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a window that does not open is reported as refused, and a late one withdraws the report', () => {
  const said: boolean[] = []
  expectConsole((refused) => said.push(refused))
  vi.advanceTimersByTime(patience - 1)
  expect(said).toEqual([])
  vi.advanceTimersByTime(1)
  expect(said).toEqual([true])
  setStage({ consoles: 1 })
  expect(said).toEqual([true, false])
})

test('a console that opened and was closed later was not refused', () => {
  const said: boolean[] = []
  expectConsole((refused) => said.push(refused))
  setStage({ consoles: 1 })
  setStage({ consoles: 0 })
  vi.advanceTimersByTime(2 * patience)
  expect(said).not.toContain(true)
})

test('a second request while a console is open is not refused', () => {
  const said: boolean[] = []
  setStage({ consoles: 1 })
  expectConsole((refused) => said.push(refused))
  vi.advanceTimersByTime(2 * patience)
  expect(said).not.toContain(true)
})

test('after the wait nothing is reported', () => {
  const said: boolean[] = []
  expectConsole((refused) => said.push(refused))()
  vi.advanceTimersByTime(2 * patience)
  setStage({ consoles: 1 })
  expect(said).toEqual([])
})

test('the sentence ends with the address that opens it', () => {
  vi.stubGlobal('location', new URL('https://ravine.example/app/#/momentum?present=1'))
  const text = renderToStaticMarkup(<ConsoleRefused />).replace(/<[^>]*>/g, '')
  expect(text).toMatch(
    /^The browser refused a second window\. .*: https:\/\/ravine\.example\/app\/#\/console\?stage=\w+$/,
  )
})
