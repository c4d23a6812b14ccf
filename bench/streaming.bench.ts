// Rows on their way from the worker to the screen, in the built app: 1,000 rows against an empty transfer, the main
// thread while four runs of a million steps stream, and how soon a moved slider has an effect.
import type { Browser, Page } from 'playwright'
import { bareAnswers, bareFrames } from './page/bare.ts'
import { probed } from './page/probe.ts'
import { scriptOfFrames } from './page/tasks.ts'
import { quantile, type Bench, type Benchmark } from './measure.ts'

const four = ['gd', 'momentum', 'rmsprop', 'adam'].map((rule) => `run=${rule},alpha:0.001`).join('&')
const noisy = 'batchSize=64&labelNoise=0.5'
const moves = 40
/** Milliseconds for which a key is held down. */
const held = 60

/**
 * Returns milliseconds of an advance of 1,000 rows, and of the same buffer sent there and back by an idle worker. The
 * page's clock resolves tenths of a millisecond, so each measurement is fifty in a row. Takes the median of twelve of
 * each kind, alternating.
 */
function roundTrips(): Promise<readonly [rows: number, empty: number, arithmetic: number]> {
  return (async () => {
    const { workers, open, objective } = window.probe
    const runner = new Worker(
      workers.find((address) => address.includes('runner'))!,
      { type: 'module' },
    )
    const source = 'onmessage = ({ data }) => postMessage(data, [data.buffer])'
    const echo = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
    runner.postMessage(objective)
    const request = open as { race: object; objective: number; index: number }
    const opened = {
      ...request,
      run: 1,
      from: undefined,
      stride: 1,
      race: { ...request.race, steps: 1_000_000 },
    }
    runner.postMessage(opened)
    let buffer = new ArrayBuffer(16)
    let rows = 0
    let width = 0
    let seconds = 0
    const ask = (worker: Worker): Promise<void> =>
      new Promise((resolve) => {
        worker.onmessage = ({ data }) => {
          if (worker === runner) ({ rows, width, seconds } = data)
          buffer = data.buffer
          resolve()
        }
        worker.postMessage({ type: 'advance', run: 1, buffer }, [buffer])
      })
    buffer = new ArrayBuffer(1 << 18)
    while (!width) await ask(runner)
    // Four extra rows stay free for blocks of thinned rows.
    const size = 1004 * width * 8
    buffer = new ArrayBuffer(size)
    for (let i = 0; i < 200; i++) await ask(runner)
    const kept = new Float64Array(1000 * width)
    const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]
    const thousand = async (): Promise<void> => {
      let got = 0
      // If a slice was too short, request the rest, as the app does.
      while (got < 1000) {
        await ask(runner)
        const count = Math.min(rows, 1000 - got)
        kept.set(new Float64Array(buffer, 0, count * width), got * width)
        got += rows
      }
    }
    const fifty = async (once: () => Promise<void>): Promise<number> => {
      const from = performance.now()
      for (let i = 0; i < 50; i++) await once()
      return (performance.now() - from) / 50
    }
    const ours: number[] = []
    const theirs: number[] = []
    const before = seconds
    for (let i = 0; i < 12; i++) {
      ours.push(await fifty(thousand))
      theirs.push(await fifty(() => ask(echo)))
    }
    runner.terminate()
    echo.terminate()
    return [median(ours), median(theirs), ((seconds - before) * 1000) / 600] as const
  })()
}

async function rowsToThePage(bench: Bench, page: Page): Promise<void> {
  const [ours, theirs, arithmetic] = await page.evaluate(roundTrips)
  bench.record({
    name: '1,000 rows to the page, the run’s own arithmetic in them',
    measured: `computed, hashed, sent and kept: ${ours.toFixed(3)} ms, the median of 12 × 50`,
    against: `the same buffer there and back: ${theirs.toFixed(3)} ms`,
    value: ours / theirs,
    unit: 'times',
  })
  bench.record({
    name: '1,000 rows to the page, what the worker’s clock gives the run taken off',
    measured: `asked for, sent and kept: ${(ours - arithmetic).toFixed(3)} ms`,
    against: `the same buffer there and back: ${theirs.toFixed(3)} ms`,
    value: (ours - arithmetic) / theirs,
    unit: 'times',
    atMost: 3,
  })
}

/** From the start, at full speed. */
async function stream(page: Page): Promise<void> {
  await page
    .getByRole('combobox', { name: 'Speed', exact: true })
    .or(page.getByRole('slider', { name: 'Speed', exact: true }))
    .first()
    .focus()
  await page.keyboard.press('End')
  await page.getByRole('button', { name: 'To the start', exact: true }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForTimeout(300)
}

const frameName = 'four runs of 1,000,000 steps stream: main-thread script a frame, p95 beyond an idle frame'

/**
 * Twice, because the browser compiles the page's code during the first pass, on the same two processors. Everything is
 * recomputed in between.
 */
async function framesWhileStreaming(bench: Bench, browser: Browser, page: Page): Promise<void> {
  const watch = (milliseconds: number) =>
    page.evaluate(async (time) => {
      const { probe, ravine } = window
      probe.frames.length = 0
      const [commits, step] = [probe.commits, ravine.step]
      await new Promise((resolve) => setTimeout(resolve, time))
      return { frames: [...probe.frames], commits: probe.commits - commits, steps: ravine.step - step }
    }, milliseconds)
  const idle = await watch(1500)
  const rest = quantile(idle.frames, 0.95)
  const told = ({ frames, steps }: { frames: number[]; steps: number }): string =>
    `${frames.length} frames, ${steps} steps of each run; median ${quantile(frames, 0.5).toFixed(2)} ms`
  await stream(page)
  // Stop before the end of the million, where the button's change to Play again is a commit.
  const first = await watch(3000)
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await page.waitForTimeout(300)
  const busy = await watch(3000)
  const median = quantile(busy.frames, 0.5)
  const bare = quantile(await bareFrames(browser, median), 0.95)
  bench.record({
    name: frameName,
    measured: told(busy),
    against: `idle p95: ${rest.toFixed(2)} ms; a bare page with ${median.toFixed(2)} ms of arithmetic a frame: ${bare.toFixed(2)} ms`,
    value: quantile(busy.frames, 0.95) - rest,
    unit: 'ms',
    atMost: 2,
  })
  bench.record({
    name: 'the same the first time after loading, while the browser compiles the page’s code beside it',
    measured: told(first),
    value: quantile(first.frames, 0.95) - rest,
    unit: 'ms',
  })
  bench.record({
    name: 'commits of React meanwhile',
    measured: `${busy.frames.length} frames`,
    value: busy.commits,
    unit: 'commits',
    atMost: 0,
  })
}

/** The same without the time the thread waits for a processor. Tracing itself takes some of it. */
async function ownTimeOfFrames(bench: Bench, browser: Browser, page: Page): Promise<void> {
  await stream(page)
  const frames = await scriptOfFrames(browser, page, () => page.waitForTimeout(3000))
  bench.record({
    name: 'the same by the main thread’s own clock, which stands while other threads have its processor, p95',
    measured: `${frames.length} frames, traced; median ${quantile(frames, 0.5).toFixed(2)} ms`,
    value: quantile(frames, 0.95),
    unit: 'ms',
  })
}

/**
 * Moves α. After a key or a press, Chromium delays all other tasks, including worker messages, until it has shown its
 * next frame. Moving the slider by script shows how long the app itself takes. Keys are held down as a user holds them:
 * the release is a second event that the browser answers with a frame first, and nobody lets go within the frame of the
 * press.
 */
async function moveSlider(
  page: Page,
  by: 'key' | 'script',
): Promise<{ toRows: number[]; toPaint: number[] }> {
  const slider = page.getByRole('slider', { name: 'Learning rate α', exact: true })
  await slider.focus()
  await page.evaluate(() => (window.probe.toRows.length = window.probe.toPaint.length = 0))
  for (let i = 0; i < moves; i++) {
    if (by === 'key') await page.keyboard.press(i % 10 < 5 ? 'ArrowRight' : 'ArrowLeft', { delay: held })
    else
      await slider.evaluate(
        (element, value) => {
          const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
          set!.call(element, value)
          element.dispatchEvent(new Event('input', { bubbles: true }))
        },
        String(0.001 + i * 0.0003),
      )
    await page.waitForTimeout(120)
  }
  return page.evaluate(() => ({ toRows: [...window.probe.toRows], toPaint: [...window.probe.toPaint] }))
}

async function sliderToRows(bench: Bench, browser: Browser, page: Page): Promise<void> {
  const bare = await bareAnswers(browser, moves)
  for (const by of ['script', 'key'] as const) {
    const { toRows } = await moveSlider(page, by)
    if (toRows.length === 0) return bench.note('No slider answered while four runs streamed.')
    bench.record({
      name: `slider moved by ${by === 'script' ? 'a script' : 'a key, the browser’s own frame first'} → first new rows on the page, worker at full load, p95`,
      measured: `${toRows.length} moves; median ${quantile(toRows, 0.5).toFixed(2)} ms`,
      value: quantile(toRows, 0.95),
      unit: 'ms',
      ...(by === 'script' && {
        against: `a bare page and its buffer there and back: ${quantile(bare, 0.95).toFixed(2)} ms, median ${quantile(bare, 0.5).toFixed(2)} ms`,
        atMost: 2,
      }),
    })
  }
}

async function sliderToPaint(bench: Bench, page: Page): Promise<void> {
  const { toRows, toPaint } = await moveSlider(page, 'key')
  if (toPaint.length === 0) return bench.note('No slider was answered by a picture.')
  bench.record({
    name: 'slider moved → first new path painted, race of four, 1,000 steps, p95',
    measured: `${toPaint.length} moves; first rows after ${quantile(toRows, 0.5).toFixed(2)} ms`,
    value: quantile(toPaint, 0.95),
    unit: 'frames',
    atMost: 2,
  })
}

export default {
  title: 'rows on their way to the screen',
  async run(bench) {
    const { address, browser } = await bench.app()
    // Measure rows in transit rather than arithmetic: plain steps on a quadratic.
    const plain = await probed(browser, address, 'playground?objective=quadratic')
    await rowsToThePage(bench, plain)
    await plain.context().close()
    const short = await probed(browser, address, `playground?${four}&${noisy}&steps=1000`)
    await sliderToPaint(bench, short)
    await short.context().close()
    const long = await probed(browser, address, `playground?${four}&${noisy}&steps=1000000&step=0`)
    await framesWhileStreaming(bench, browser, long)
    await sliderToRows(bench, browser, long)
    await long.context().close()
    const traced = await probed(browser, address, `playground?${four}&${noisy}&steps=1000000&step=0`)
    await ownTimeOfFrames(bench, browser, traced)
    await traced.context().close()
  },
} satisfies Benchmark
