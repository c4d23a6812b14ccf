// The course: how long the page works until a lesson's next step is ready, and how soon another lesson appears.
import type { Browser, Page } from 'playwright'
import { lessonIds } from '../src/course/ids.ts'
import { quantile, type Bench, type Benchmark } from './measure.ts'

const rounds = 2

interface Walk {
  /** Milliseconds of script from the click until the step's words and state are ready. */
  readonly stand: number[]
  /** The same, including the frame that draws it. */
  readonly drawn: number[]
}

async function opened(browser: Browser, address: string, route: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${address}#/${route}`)
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
  await page.waitForTimeout(1000)
  return page
}

/** Clicks through a lesson's steps and back. */
async function walk(page: Page): Promise<Walk> {
  return page.evaluate(async () => {
    const stand: number[] = []
    const drawn: number[] = []
    const count = document.querySelectorAll('.Lesson-stepDots button').length
    const order = [...Array(count).keys()].slice(1).concat([...Array(count - 1).keys()].reverse())
    for (const at of order) {
      const heading = document.querySelector('h1')!.textContent
      const button = document.querySelectorAll<HTMLButtonElement>('.Lesson-stepDots button')[at]
      const from = performance.now()
      button.click()
      // React commits at the end of the event, in a microtask.
      await Promise.resolve()
      const now = performance.now()
      if (document.querySelector('h1')!.textContent === heading) throw new Error('the step does not stand')
      stand.push(now - from)
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const begun = performance.now()
          // After all callbacks of this frame, its layout and its paint.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            drawn.push(now - from + performance.now() - begun)
            resolve()
          }
          port2.postMessage(null)
        }),
      )
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    return { stand, drawn }
  })
}

async function steps(bench: Bench, browser: Browser, address: string): Promise<void> {
  const stand: number[] = []
  const drawn: number[] = []
  const slowest = { lesson: '', time: 0 }
  for (const lesson of lessonIds) {
    const page = await opened(browser, address, lesson)
    await walk(page)
    const one = await walk(page)
    stand.push(...one.stand)
    drawn.push(...one.drawn)
    const time = quantile(one.stand, 0.95)
    if (time > slowest.time) Object.assign(slowest, { lesson, time })
    await page.context().close()
  }
  bench.record({
    name: 'a step of a lesson stands after so much script, p95',
    measured: `${stand.length} steps of ten lessons, median ${quantile(stand, 0.5).toFixed(1)} ms; slowest in ${slowest.lesson}`,
    value: quantile(stand, 0.95),
    unit: 'ms',
    atMost: 16,
  })
  bench.record({
    name: 'the same and the frame that draws it, p95',
    measured: `median ${quantile(drawn, 0.5).toFixed(1)} ms`,
    value: quantile(drawn, 0.95),
    unit: 'ms',
  })
}

/**
 * Returns milliseconds from the change of the address to the frame after the one that shows the other lesson's words.
 */
async function switched(page: Page, lesson: string): Promise<number> {
  const took = await page.evaluate(
    (id) =>
      new Promise<number>((resolve, reject) => {
        const begun = performance.now()
        const number = document.querySelector('.Lesson-place')?.textContent
        location.hash = `#/${id}`
        const look = (): void => {
          const place = document.querySelector('.Lesson-place')?.textContent
          const there =
            place &&
            place !== number &&
            document.querySelector('main :is(canvas, .Averages-dayEquations, figure)')
          if (performance.now() - begun > 5000) return reject(new Error(`${id} does not come`))
          if (!there) return void requestAnimationFrame(look)
          requestAnimationFrame(() => resolve(performance.now() - begun))
        }
        requestAnimationFrame(look)
      }),
    lesson,
  )
  await page.waitForTimeout(800)
  return took
}

async function lessons(bench: Bench, browser: Browser, address: string): Promise<void> {
  const first: number[] = []
  const again: number[] = []
  const each = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    const page = await opened(browser, address, lessonIds[0])
    for (const [times, order] of [
      [first, lessonIds.slice(1)],
      [again, [...lessonIds].reverse().slice(1)],
    ] as const)
      for (const lesson of order) {
        const took = await switched(page, lesson)
        times.push(took)
        each.set(lesson, [...(each.get(lesson) ?? []), took])
      }
    await page.context().close()
  }
  const [slowest] = [...each].sort((a, b) => quantile(b[1], 0.5) - quantile(a[1], 0.5))
  for (const [name, times] of [
    ['the next lesson, seen for the first time', first],
    ['a lesson that was seen before', again],
  ] as const)
    bench.record({
      name: `${name}: from the address to its words and pictures, p95`,
      measured: `${times.length} changes, median ${quantile(times, 0.5).toFixed(0)} ms; slowest ${slowest[0]}`,
      value: quantile(times, 0.95),
      unit: 'ms',
      atMost: 100,
    })
}

export default {
  title: 'the course',
  async run(bench) {
    const { address, browser } = await bench.app()
    await steps(bench, browser, address)
    await lessons(bench, browser, address)
  },
} satisfies Benchmark
