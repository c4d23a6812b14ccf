// A student's phone: four routes on a processor four times slower, compared with a plain React page in the same run. The
// plain page shows what React, the browser and the machine need by themselves.
import { rm } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { build } from 'vite'
import { quantile, type Bench, type Benchmark } from './measure.ts'

const visits = 3
/** Milliseconds from the start of a visit during which long tasks count. */
const watched = 7000
/** A longer task blocks the page for the rest of its time. */
const short = 50
const routes = ['', 'playground', 'momentum', 'map']
const plain = 'plain'

interface Load {
  /** Milliseconds: to the largest paint, of long tasks beyond 50 each, and of the longest task. */
  readonly paint: number
  readonly blocked: number
  readonly longest: number
}

async function load(browser: Browser, address: string): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    hasTouch: true,
    isMobile: true,
    bypassCSP: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(address)
  const found = await page.evaluate(async (until) => {
    await new Promise((resolve) => setTimeout(resolve, until - performance.now()))
    const entries = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        const watch = new PerformanceObserver((list) => resolve(list.getEntries()))
        watch.observe({ type, buffered: true })
        setTimeout(() => resolve([]), 500)
      })
    const [paints, tasks] = [await entries('largest-contentful-paint'), await entries('longtask')]
    return {
      paint: paints.at(-1)?.startTime,
      tasks: tasks.filter(({ startTime }) => startTime < until).map(({ duration }) => duration),
    }
  }, watched)
  await context.close()
  if (found.paint === undefined) throw new Error('the browser does not report the largest paint')
  return {
    paint: found.paint,
    blocked: found.tasks.reduce((sum, duration) => sum + Math.max(0, duration - short), 0),
    longest: Math.max(short, ...found.tasks),
  }
}

function tell(bench: Bench, route: string, ours: readonly Load[], theirs: readonly Load[]): void {
  const median = (loads: readonly Load[], part: keyof Load): number =>
    quantile(
      loads.map((one) => one[part]),
      0.5,
    )
  const line = (part: keyof Load, what: string): { name: string; measured: string; against: string } => ({
    name: `#/${route}: ${what}`,
    measured: `${median(ours, part).toFixed(0)} ms, the median of ${visits}`,
    against: `a plain React page: ${median(theirs, part).toFixed(0)} ms`,
  })
  const times = (part: keyof Load): number => median(ours, part) / median(theirs, part)
  bench.record({
    ...line('paint', 'largest paint'),
    value: times('paint'),
    unit: 'of its time',
    atMost: 1.5,
  })
  bench.record({
    ...line('blocked', 'blocked in the first seven seconds, beyond 1.5 times its'),
    value: Math.max(0, median(ours, 'blocked') - 1.5 * median(theirs, 'blocked')),
    unit: 'ms',
    atMost: 100,
  })
  bench.record({
    ...line('longest', 'longest task'),
    value: times('longest'),
    unit: 'of its time',
    atMost: 1.5,
  })
}

export default {
  title: 'a visit from a student’s phone',
  async run(bench) {
    const { address, browser } = await bench.app()
    await build({
      root: 'bench/page/plain',
      base: './',
      configFile: false,
      logLevel: 'error',
      build: { outDir: `${process.cwd()}/dist/${plain}`, emptyOutDir: true },
    })
    const addresses = [`${address}${plain}/index.html`, ...routes.map((route) => `${address}#/${route}`)]
    const loads: Load[][] = addresses.map(() => [])
    for (const one of addresses) await load(browser, one)
    for (let visit = 0; visit < visits; visit++)
      for (const [i, one] of addresses.entries()) loads[i].push(await load(browser, one))
    await rm(`dist/${plain}`, { recursive: true })
    const [theirs, ...ours] = loads
    for (const [i, route] of routes.entries()) tell(bench, route, ours[i], theirs)
    bench.note(
      'Chromium at 412 × 823 with touch and a processor four times slower. Blocked is what long tasks exceed 50 ms by.',
    )
  },
} satisfies Benchmark
