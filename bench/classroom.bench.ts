// In front of a class: the cost of the stage compared with the ordinary page while four runs of a million steps stream,
// how soon the wall follows the console, the first picture offline, and a ten-second film.
import type { Browser, BrowserContext, Page } from 'playwright'
import { scriptOfFrames } from './page/tasks.ts'
import { quantile, type Bench, type Benchmark } from './measure.ts'

const four = ['gd', 'momentum', 'rmsprop', 'adam'].map((rule) => `run=${rule},alpha:0.001`).join('&')
const streaming = `#/playground?${four}&steps=1000000&batchSize=64`
const projector = { width: 1920, height: 1080 }
const watched = 3000
const moves = 20
const visits = 7

const ready = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
}

/** Both in the same run, alternating: script per frame, p95. */
async function stageFrames(bench: Bench, browser: Browser, address: string): Promise<void> {
  const of = async (present: boolean): Promise<number> => {
    const page = await browser.newPage({ viewport: projector })
    await page.goto(`${address}${streaming}${present ? '&present=1' : ''}`)
    // Time stands at the end, so the page draws rows as fast as they come.
    await page.waitForFunction(() => 'ravine' in window && window.ravine.step > 10_000)
    const frames = await scriptOfFrames(browser, page, () => page.waitForTimeout(watched))
    await page.close()
    return quantile(frames, 0.95)
  }
  const pairs: (readonly [stage: number, plain: number])[] = []
  for (let round = 0; round < 3; round++) pairs.push([await of(true), await of(false)])
  bench.record({
    name: 'script a frame while four runs of 1,000,000 steps stream at 1920 × 1080, p95: the stage',
    measured: `${quantile(
      pairs.map(([stage]) => stage),
      0.5,
    ).toFixed(2)} ms`,
    against: `the ordinary page: ${quantile(
      pairs.map(([, plain]) => plain),
      0.5,
    ).toFixed(2)} ms`,
    value: quantile(
      pairs.map(([stage, plain]) => stage / plain),
      0.5,
    ),
    unit: 'of its time',
    atMost: 1.5,
  })
}

interface Mark {
  /** Milliseconds of the clock that both windows share. */
  readonly at: number
  /** A frame begins, or rows of this run are there. */
  readonly run?: number
}

declare global {
  interface Window {
    marks: Mark[]
  }
}

/** On every page: when each frame begins and when a worker's rows come. */
function watchFrames(): void {
  const now = (): number => performance.timeOrigin + performance.now()
  window.marks = []
  const frame = (): void => {
    window.marks.push({ at: now() })
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const Own = window.Worker
  window.Worker = class extends Own {
    constructor(...of: ConstructorParameters<typeof Own>) {
      super(...of)
      this.addEventListener(
        'message',
        ({ data }: MessageEvent<{ type?: string; run?: number; rows?: number }>) => {
          if (data?.type === 'chunk' && data.run !== undefined && data.rows)
            window.marks.push({ at: now(), run: data.run })
        },
      )
    }
  }
}

/** Counts the frames from one moment until the frame that draws what came at another. */
function framesUntil(marks: readonly Mark[], from: number, came: number): number {
  const frames = marks.filter(({ at, run }) => run === undefined && at > from)
  const drawn = frames.findIndex(({ at }) => at > came)
  return drawn < 0 ? Infinity : drawn + 1
}

const settled = 400

/** The same in two empty windows: a message to the opener, an answer of its worker, a frame. */
async function barePair(context: BrowserContext, address: string): Promise<number[]> {
  const one = await context.newPage()
  // A page of this origin without the app and its content policy.
  await one.goto(`${address}third-party-notices.txt`)
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    one.evaluate(() => void window.open(location.href)),
  ])
  await other.waitForLoadState()
  await one.bringToFront()
  await one.evaluate(() => {
    const answers = 'onmessage = () => postMessage({ type: "chunk", run: 1, rows: 1 })'
    const worker = new Worker(URL.createObjectURL(new Blob([answers])))
    addEventListener('message', () => worker.postMessage(0))
  })
  const counts: number[] = []
  for (let move = 0; move < moves; move++) {
    await one.evaluate(() => (window.marks.length = 0))
    const from = await other.evaluate(() => {
      const at = performance.timeOrigin + performance.now()
      ;(window.opener as Window).postMessage(0, '*')
      return at
    })
    await one.waitForTimeout(settled + 7 * move)
    const marks = await one.evaluate(() => window.marks)
    counts.push(framesUntil(marks, from, marks.find(({ run }) => run !== undefined)?.at ?? Infinity))
  }
  await other.close()
  await one.close()
  return counts
}

/** Moves a slider of the console and counts the wall's frames until one draws the new run's first rows. */
async function consoleToWall(bench: Bench, context: BrowserContext, address: string): Promise<void> {
  await context.addInitScript(watchFrames)
  const bare = await barePair(context, address)
  const wall = await context.newPage()
  await wall.setViewportSize({ width: 1280, height: 720 })
  await wall.emulateMedia({ reducedMotion: 'reduce' })
  await wall.goto(`${address}#/momentum?at=2&present=1`)
  await ready(wall)
  // The console has the sliders once the question is answered.
  for (const phase of ['ask', 'count', 'reveal']) {
    await wall.keyboard.press('PageDown')
    await wall.locator(`.Stage-scene[data-phase="${phase}"]`).waitFor()
  }
  await wall.mouse.move(640, 715)
  const [teacher] = await Promise.all([
    context.waitForEvent('page'),
    wall.getByRole('link', { name: 'Open console' }).click(),
  ])
  await ready(teacher)
  const box = teacher.getByRole('textbox', { name: 'Learning rate α', exact: true })
  await box.waitFor()
  await wall.bringToFront()
  const counts: number[] = []
  let runs = 0
  for (let move = 0; move < moves; move++) {
    await wall.waitForTimeout(settled + 7 * move)
    runs = await wall.evaluate(
      (before) => Math.max(before, ...window.marks.splice(0).map(({ run = 0 }) => run)),
      runs,
    )
    const from = await box.evaluate(
      (element, text) => {
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
        set!.call(element, text)
        const at = performance.timeOrigin + performance.now()
        element.dispatchEvent(new Event('input', { bubbles: true }))
        element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
        return at
      },
      (0.01 + move / 10_000).toFixed(4),
    )
    await wall.waitForTimeout(settled)
    const marks = await wall.evaluate(() => window.marks)
    const came = marks.find(({ run = 0 }) => run > runs)?.at ?? Infinity
    counts.push(framesUntil(marks, from, came))
  }
  bench.record({
    name: 'from a move on the console to its run on the wall, p95',
    measured: `${moves} moves; median ${quantile(counts, 0.5)}`,
    against: `a bare pair of pages with a worker: ${quantile(bare, 0.95).toFixed(1)}, median ${quantile(bare, 0.5)}`,
    value: quantile(counts, 0.95),
    unit: 'frames',
    atMost: 2,
  })
}

async function playground(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${address}#/playground`)
  await ready(page)
  return page
}

/** The same visit online and offline. */
async function offlinePicture(bench: Bench, context: BrowserContext, address: string): Promise<void> {
  const page = await playground(context, address)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const visit = async (offline: boolean): Promise<number> => {
    await context.setOffline(offline)
    await page.goto('about:blank')
    const from = Date.now()
    await page.goto(`${address}#/playground`)
    await ready(page)
    return Date.now() - from
  }
  await visit(false)
  const ratios: number[] = []
  for (let round = 0; round < visits; round++) {
    const online = await visit(false)
    ratios.push((await visit(true)) / online)
  }
  await context.setOffline(false)
  bench.record({
    name: 'first picture offline against online',
    measured: `${visits} visits of each, in turns`,
    value: quantile(ratios, 0.5),
    unit: 'of its time',
    atMost: 1.2,
  })
}

async function tenSeconds(bench: Bench, context: BrowserContext, address: string): Promise<void> {
  const page = await playground(context, address)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export picture' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export picture' })
  const seconds = dialog.getByRole('textbox', { name: 'Seconds' })
  await seconds.fill('10')
  await seconds.press('Enter')
  const button = dialog.getByRole('button', { name: /^MP4/ })
  await button.waitFor()
  await page.evaluate(() => {
    const tasks: number[] = ((window as unknown as { tasks: number[] }).tasks = [])
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    })
  })
  const from = Date.now()
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), button.click()])
  await download.path()
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
  bench.record({
    name: 'MP4 of 10 s at 1280 × 720, 30 frames a second',
    measured: 'from the press to the file',
    value: (Date.now() - from) / 1000,
    unit: 's',
    atMost: 30,
  })
  bench.record({
    name: 'the longest task meanwhile',
    measured: `${tasks.length} tasks of 50 ms or more`,
    value: Math.max(0, ...tasks),
    unit: 'ms',
    atMost: 50,
  })
}

export default {
  title: 'in front of a class',
  async run(bench) {
    const { address, browser } = await bench.app()
    await stageFrames(bench, browser, address)
    for (const part of [consoleToWall, offlinePicture, tenSeconds]) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 720 },
        acceptDownloads: true,
      })
      await part(bench, context, address)
      await context.close()
    }
  },
} satisfies Benchmark
