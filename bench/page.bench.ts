// The page itself: the time to first paint, the JavaScript loaded before the first picture, and the main thread's work
// while every frame has a new surface.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { probed } from './page/probe.ts'
import { scriptOfFrames } from './page/tasks.ts'
import { quantile, type Bench, type Benchmark } from './measure.ts'

const visits = 9
/** Frames of a drag between two clock readings, and the number of readings. */
const framesAtOnce = 10
const blocks = 12
/** Frames during which the relief is rotated. */
const turned = 240

/**
 * The same page as a plain React page: an empty root, the entry as an ordinary module script, and the style sheet in
 * the head, as Vite puts them. Served the same way, from a neighboring folder.
 */
function withoutShell(html: string): string {
  const [sheet] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? []
  const [, list] = /var addresses = (\[.+\])/.exec(html) ?? []
  if (!sheet || !list) throw new Error('the page is built otherwise than this benchmark knows')
  const [address, ...imported] = JSON.parse(list) as string[]
  const preloads = imported.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`).join('')
  const head = `<script type="module" crossorigin src="${address}"></script>${preloads}${sheet}</head>`
  return html.replace(/<body>[\s\S]*<\/body>/, '<body><div id="root"></div></body>').replace('</head>', head)
}

/** Returns milliseconds to the first contentful paint of a fresh visit. */
async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(address)
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint')
          if (entry) resolve(entry.startTime)
        }).observe({ type: 'paint', buffered: true }),
      ),
  )
  await context.close()
  return paint
}

async function paints(bench: Bench, browser: Browser, address: string): Promise<void> {
  const ours: number[] = []
  const plain: number[] = []
  await writeFile('dist/plain.html', withoutShell(await readFile('dist/index.html', 'utf8')))
  await firstPaint(browser, address)
  await firstPaint(browser, `${address}plain.html`)
  for (let visit = 0; visit < visits; visit++) {
    plain.push(await firstPaint(browser, `${address}plain.html`))
    ours.push(await firstPaint(browser, address))
  }
  await rm('dist/plain.html')
  bench.record({
    name: 'first paint',
    measured: `with the shell: ${quantile(ours, 0.5).toFixed(0)} ms, the median of ${visits}`,
    against: `the same page without it: ${quantile(plain, 0.5).toFixed(0)} ms`,
    value: quantile(
      ours.map((time, i) => time / plain[i]),
      0.5,
    ),
    unit: 'of its time',
    atMost: 0.35,
  })
}

async function size(bench: Bench): Promise<void> {
  const { firstLoad } = (await import(/* @vite-ignore */ pathToFileURL('scripts/size.mjs').href)) as {
    firstLoad(manifest: unknown): Set<string>
  }
  let total = 0
  for (const file of firstLoad(JSON.parse(await readFile('dist/.vite/manifest.json', 'utf8'))))
    if (file.endsWith('.js')) total += gzipSync(await readFile(`dist/${file}`), { level: 9 }).length / 1000
  bench.record({
    name: 'JavaScript before the first picture',
    measured: 'gzip -9',
    value: total,
    unit: 'kB',
    atMost: 120,
  })
}

/** Moves the slider by one step per frame, back and forth. Runs in the page. */
async function drag(element: SVGElement | HTMLElement, frames: number): Promise<number> {
  const slider = element as HTMLInputElement
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  const { probe } = window as unknown as { probe: { way?: number } }
  const step = Number(slider.step) || 1
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame)
    const at = Number(slider.value)
    let way = probe.way ?? 1
    if (at + way * step > Number(slider.max) || at + way * step < Number(slider.min)) way = -way
    probe.way = way
    set.call(slider, String(at + way * step))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return frames
}

async function surfaces(bench: Bench, browser: Browser, address: string): Promise<void> {
  const page = await probed(browser, address, 'playground')
  const session = await page.context().newCDPSession(page)
  // Use the main thread's own CPU time, so other processes on the machine do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const script = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find((one) => one.name === 'ScriptDuration')!.value * 1000
  }
  const { width, height } = (await page
    .getByRole('figure', { name: 'Cost surface', exact: true })
    .locator('canvas')
    .first()
    .boundingBox())!
  for (const [name, isNew] of [
    ['Elongation κ', true],
    ['Angle', true],
    ['Learning rate α', false],
  ] as const) {
    const slider = page.getByRole('slider', { name, exact: true })
    await slider.evaluate(drag, framesAtOnce)
    await page.waitForTimeout(500)
    const pictures = await page.evaluate(() => window.probe.pictures)
    const spent: number[] = []
    for (let i = 0; i < blocks; i++) {
      const from = await script()
      const frames = await slider.evaluate(drag, framesAtOnce)
      spent.push(((await script()) - from) / frames)
    }
    await page.waitForTimeout(300)
    const painted = (await page.evaluate(() => window.probe.pictures)) - pictures
    const moved = blocks * framesAtOnce
    if (isNew)
      bench.record({
        name: `${name} dragged, the surface new in each frame: main-thread script a frame, p95 of ${blocks} stretches`,
        measured: `${painted} pictures in ${moved} frames, ${Math.round(width)} × ${Math.round(height)}; median ${quantile(spent, 0.5).toFixed(2)} ms`,
        value: quantile(spent, 0.95),
        unit: 'ms',
        atMost: 4,
      })
    else
      bench.record({
        name: `${name} dragged, the surface unchanged: pictures asked for in a frame`,
        measured: `${moved} frames; script median ${quantile(spent, 0.5).toFixed(2)} ms`,
        value: painted / moved,
        unit: 'pictures',
        atMost: 0,
      })
  }
  await page.context().close()
}

/** Rotates the relief by a drag over a number of frames. Runs in the page. */
async function turn(element: SVGElement | HTMLElement, frames: number): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect()
  const say = (type: string, share: number): void => {
    const [clientX, clientY] = [left + width * (0.3 + 0.2 * share), top + height * (0.2 + 0.1 * share)]
    const init = { bubbles: true, pointerId: 1, button: 0, clientX, clientY }
    element.dispatchEvent(new PointerEvent(type, init))
  }
  element.setPointerCapture = () => {}
  say('pointerdown', 0)
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame)
    say('pointermove', Math.sin((8 * i) / frames))
  }
  say('pointerup', 0)
}

async function relief(bench: Bench, browser: Browser, address: string): Promise<void> {
  const runs = ['gd,alpha:0.005', 'momentum,alpha:0.005', 'rmsprop,alpha:0.01', 'adam,alpha:0.05']
  const route = `playground?kappa=100&steps=1000&step=1000&tilt=40,10&${runs.map((run) => `run=${run}`).join('&')}`
  const page = await probed(browser, address, route)
  const element = page.locator('canvas.Relief-relief')
  const { width, height } = (await element.boundingBox())!
  await element.evaluate(turn, 60)
  const frames = await scriptOfFrames(browser, page, () => element.evaluate(turn, turned))
  bench.record({
    name: 'the map tilted and turned, four runs of 1,000 steps: script a frame by the thread’s own clock, the most',
    measured: `${frames.length} frames, ${Math.round(width)} × ${Math.round(height)}; median ${quantile(frames, 0.5).toFixed(2)} ms, p95 ${quantile(frames, 0.95).toFixed(2)} ms`,
    value: Math.max(...frames),
    unit: 'ms',
    atMost: 8,
  })
  await page.context().close()
}

export default {
  title: 'the page',
  async run(bench) {
    const { address, browser } = await bench.app()
    await size(bench)
    await paints(bench, browser, address)
    await surfaces(bench, browser, address)
    await relief(bench, browser, address)
  },
} satisfies Benchmark
