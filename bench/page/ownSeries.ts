// The averages lab with the user's files: every kind of bad file, chosen and dropped, and 200,000 good rows with eight
// curves under every gesture. Measures the main thread's longest task. Above 50 ms a user notices.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import type { App, Bench } from '../measure.ts'
import { badFiles } from './badFiles.ts'
import { longestTask } from './tasks.ts'

const mostMilliseconds = 50

async function lab({ address, browser }: App, search: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}#/averages-lab${search}`)
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
  await page.waitForTimeout(1000)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const checkbox = (page: Page, name: string) => page.getByRole('checkbox', { name })

/** Waits for the sentence about the file, and the work that follows it. */
async function told(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /\d|[a-z]{3}.*\./.test(document.querySelector('.Own-sentence')?.textContent ?? ''),
  )
  await page.waitForTimeout(300)
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByLabel('Choose a file').setInputFiles(path)
  await told(page)
}

async function drop(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
  await told(page)
}

interface Longest {
  readonly name: string
  readonly time: number
}
const longestOf = (all: readonly Longest[]): Longest => all.reduce((a, b) => (b.time > a.time ? b : a))

/** A task of the page itself is long every time. One during which the machine was busy is not. */
const mostTries = 3

async function whileGiven(app: App, path: string, way: 'chosen' | 'dropped'): Promise<number> {
  let least = Infinity
  for (let tried = 0; tried < mostTries && least > mostMilliseconds; tried++) {
    const page = await lab(app, '')
    if (way === 'chosen') {
      await button(page, 'Bring your own series').click()
      await page.waitForTimeout(200)
    }
    const time = await longestTask(app.browser, page, () =>
      way === 'chosen' ? choose(page, path) : drop(page, path),
    )
    least = Math.min(least, time)
    await page.close()
  }
  return least
}

async function wrongFiles(bench: Bench, app: App, folder: string): Promise<void> {
  const found: Longest[] = []
  for (const { name, path, folder: isFolder } of await badFiles(folder))
    for (const way of isFolder ? (['dropped'] as const) : (['chosen', 'dropped'] as const))
      found.push({ name: `${name}, ${way}`, time: await whileGiven(app, path, way) })
  const worst = longestOf(found)
  bench.record({
    name: 'a file that cannot be used: the longest task of the main thread',
    measured: `${found.length} ways to give one, the least of ${mostTries} where one took longer; the longest: ${worst.name}`,
    value: worst.time,
    unit: 'ms',
    atMost: mostMilliseconds,
  })
}

type Gesture = readonly [name: string, act: (page: Page) => Promise<unknown>]

async function alongThePicture(page: Page, act: (x: number, y: number) => Promise<void>): Promise<void> {
  const plot = page.getByRole('figure', { name: 'Averages', exact: true }).locator('canvas').first()
  const box = (await plot.boundingBox())!
  await act(box.x + box.width / 2, box.y + box.height / 2)
}

async function dragged(page: Page, x: number, y: number, by: readonly [number, number]): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let i = 1; i <= 12; i++) {
    await page.mouse.move(x + (by[0] * i) / 12, y + (by[1] * i) / 12)
    await page.waitForTimeout(40)
  }
  await page.mouse.up()
}

const gestures: readonly Gesture[] = [
  ['the numbers are taken', (page) => button(page, 'Use these numbers').click()],
  [
    'hover',
    (page) =>
      alongThePicture(page, async (x, y) => {
        for (let i = 0; i < 20; i++) {
          await page.mouse.move(x - 200 + i * 20, y)
          await page.waitForTimeout(40)
        }
      }),
  ],
  ['the lag is measured', (page) => checkbox(page, 'Measure the lag').check()],
  ['bias correction', (page) => checkbox(page, 'Bias correction').check()],
  ['a sliding mean', (page) => checkbox(page, 'Plain mean').check()],
  [
    'a day is dragged',
    async (page) => {
      await page.mouse.move(5, 5)
      const day = (await page.getByRole('slider', { name: /^Day \d+/ }).boundingBox())!
      await dragged(page, day.x + day.width / 2, day.y + day.height / 2, [0, -90])
    },
  ],
  ['undo', (page) => button(page, 'Undo').click()],
  ['redo', (page) => button(page, 'Redo').click()],
  [
    'zoom',
    (page) =>
      alongThePicture(page, async (x, y) => {
        await page.mouse.move(x, y)
        await page.keyboard.down('Control')
        for (let i = 0; i < 6; i++) {
          await page.mouse.wheel(0, -200)
          await page.waitForTimeout(60)
        }
        await page.keyboard.up('Control')
      }),
  ],
  ['the view is moved', (page) => alongThePicture(page, (x, y) => dragged(page, x, y, [-120, 0]))],
  [
    'β is dragged',
    async (page) => {
      const track = page.getByRole('group', { name: 'Curve 1', exact: true }).locator('.Slider-track')
      const box = (await track.boundingBox())!
      await dragged(page, box.x + box.width / 3, box.y + box.height / 2, [box.width / 3, 0])
    },
  ],
  ['a curve is taken away', (page) => button(page, 'Remove curve 8').click()],
  ['a curve is added', (page) => button(page, 'Add a curve').click()],
  ...['CSV', 'SVG', 'Experiment file'].map((kind): Gesture => [
    `export, ${kind}`,
    async (page) => {
      const saved = page.waitForEvent('download')
      await button(page, 'Export').click()
      await page.getByRole('menuitem', { name: kind, exact: true }).click()
      await saved
    },
  ]),
  ['reset', (page) => button(page, 'Reset').click()],
  ['undo of the reset', (page) => button(page, 'Undo').click()],
  [
    'reload',
    async (page) => {
      await page.reload()
      await page.waitForFunction(() => 'ravine' in window)
      await page.evaluate(() => window.ravine.ready)
    },
  ],
]

async function ownRows(bench: Bench, app: App, folder: string): Promise<void> {
  const path = join(folder, 'own.csv')
  const rows = Array.from({ length: 200_000 }, (_, i) => 10 + ((i * 7919) % 1000) / 100 + (i % 365) / 30)
  await writeFile(path, rows.join('\n'))
  const page = await lab(app, '?betas=0.9,0.98,0.5,0.95,0.8,0.99,0.7,0.999')
  await button(page, 'Bring your own series').click()
  await choose(page, path)
  const found: Longest[] = []
  for (const [name, act] of gestures)
    found.push({
      name,
      time: await longestTask(app.browser, page, async () => {
        await act(page)
        // Work done at rest finishes within this time: the address, the stored rows, errors and lag.
        await page.waitForTimeout(1500)
      }),
    })
  await page.close()
  const worst = longestOf(found)
  bench.record({
    name: '200,000 own rows, 8 curves: the longest task of the main thread',
    measured: `${found.length} gestures; the longest: ${worst.name}`,
    value: worst.time,
    unit: 'ms',
    atMost: mostMilliseconds,
  })
  bench.note(
    `Longest tasks over own rows: ${found.map(({ name, time }) => `${name} ${time.toFixed(0)} ms`).join(', ')}.`,
  )
}

export async function ownSeries(bench: Bench, app: App): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ravine-bench-'))
  try {
    await wrongFiles(bench, app, folder)
    await ownRows(bench, app, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
