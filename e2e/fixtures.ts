// Shared by all browser tests: a page that fails the test if it writes to the console, violates the content policy or
// requests anything from elsewhere, and the app's controls by the names that doc/names.md guarantees.
import AxeBuilder from '@axe-core/playwright'
import { expect as baseExpect, test as base, type Locator, type Page } from '@playwright/test'

/** Playwright's own, but a poll looks again soon: its default waits up to a second between two looks. */
export const expect: typeof baseExpect = Object.assign(baseExpect.extend({}), {
  poll: ((probe, options) =>
    baseExpect.poll(probe, {
      intervals: [20, 50, 100, 200],
      ...(typeof options === 'string' ? { message: options } : options),
    })) as typeof baseExpect.poll,
})

/** The tested sizes: a phone, a laptop, a projector. */
export const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const
export const languages = ['en', 'zh-CN'] as const

/** Messages that the page should not have produced. A test that expects one sets `complaints.length = 0`. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        // Only the service worker's tests allow it.
        if (message.text().startsWith('Service Worker registration blocked')) return
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)))
      page.on('request', (request) => {
        const url = request.url()
        if (/^https?:/.test(url) && !url.startsWith(baseURL!)) complaints.push(`asks for ${url}`)
      })
      await use(complaints)
      expect(complaints, 'the console stays silent and nothing is asked from elsewhere').toEqual([])
    },
    { auto: true },
  ],
})

/** Opens a route (`playground?steps=20`) and waits until its rows have been computed and drawn. */
export async function open(page: Page, route = ''): Promise<void> {
  // Changing only the hash does not reload the page.
  if (page.url().includes('#/')) await page.goto('about:blank')
  await page.goto(`./#/${route}`)
  await ready(page)
}

/** Navigates within the open page, like a link. Faster than reloading. */
export async function visit(page: Page, route: string): Promise<void> {
  await page.evaluate(async (hash) => {
    const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    if (location.hash === hash) return
    location.hash = hash
    await heard
    // Two frames: the document opens in the first and is drawn in the second.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, `#/${route}`)
}

/** Navigates and waits until the page is at rest. Read-only tests need no reload. */
export async function go(page: Page, route: string): Promise<void> {
  await visit(page, route)
  await rest(page)
}

/** Waits until nothing on the page has changed for some frames. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(
    (calmFrames) =>
      new Promise<void>((resolve) => {
        let calm = 0
        const watch = new MutationObserver(() => (calm = 0))
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
        const look = (): void => {
          if (document.querySelector('main') && ++calm > calmFrames) {
            watch.disconnect()
            resolve()
          } else requestAnimationFrame(look)
        }
        look()
      }),
    12,
  )
}

export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
}

/** The first steps of the descent lessons, whose bets count as answered from the first visit. */
const bets = [
  'reading-the-map/slice',
  'mini-batch/first',
  'reading-the-cost/first',
  'batch-size/three',
  'averages/first',
  'bias-correction/first',
  'momentum/ravine',
  'rmsprop/axes',
  'adam/both',
  'decay/first',
  'local-optima/first',
]

/** For tests of what a lesson shows after its opening bet. Call it before opening the page. */
export async function answerBets(page: Page): Promise<void> {
  await page.addInitScript((names) => {
    const predictions = Object.fromEntries(names.map((name) => [name, { answer: 0, revealed: true }]))
    // A blank page between two visits has no storage.
    if (location.protocol.startsWith('http') && localStorage.getItem('ravine.course') === null)
      localStorage.setItem('ravine.course', JSON.stringify({ order: 2, predictions }))
  }, bets)
}

export const experimentOf = (page: Page) => page.evaluate(() => window.ravine.experiment)
export const stepOf = (page: Page) => page.evaluate(() => window.ravine.step)
/** Returns the hash of all rows up to the cursor. Equal on every engine for equal experiments. */
export const hashOf = (page: Page) => page.evaluate(() => window.ravine.hash())

const named = (name: string) => ({ name, exact: true })
export const slider = (page: Page | Locator, name: string) => page.getByRole('slider', named(name))
export const textBox = (page: Page | Locator, name: string) => page.getByRole('textbox', named(name))
export const choice = (page: Page | Locator, name: string) => page.getByRole('combobox', named(name))
export const button = (page: Page | Locator, name: string) => page.getByRole('button', named(name))
/** Presses a button by keyboard once it is enabled: Reveal waits for rows to show. */
export async function pressEnter(target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  await target.press('Enter')
}
export const figure = (page: Page | Locator, name: string) => page.getByRole('figure', named(name))
export const status = (page: Page | Locator, name: 'Step' | 'Notice') => page.getByRole('status', named(name))

/** Types a value into a slider's text box, as a user does, and leaves the box. */
export async function type(page: Page, name: string, value: string | number): Promise<void> {
  const box = textBox(page, name)
  await box.fill(String(value))
  await box.press('Enter')
}

/** Returns a figure's canvases as one hash. */
export const drawn = (plot: Locator) =>
  plot.locator('canvas').evaluateAll((canvases) => {
    const small = document.createElement('canvas')
    small.width = 240
    small.height = 120
    const pen = small.getContext('2d', { willReadFrequently: true })!
    for (const canvas of canvases as HTMLCanvasElement[])
      if (canvas.width > 0) pen.drawImage(canvas, 0, 0, 240, 120)
    let sum = 0
    for (const part of pen.getImageData(0, 0, 240, 120).data) sum = (Math.imul(sum, 31) + part) | 0
    return sum
  })

/** Returns the hash once it is unchanged for half a second, when late rows and fonts have arrived. */
export async function drawnSettled(plot: Locator): Promise<number> {
  let [last, since] = [await drawn(plot), Date.now()]
  while (Date.now() - since < 500) {
    await plot.page().waitForTimeout(50)
    const now = await drawn(plot)
    if (now !== last) [last, since] = [now, Date.now()]
  }
  return last
}

/** Waits until the page has processed and drawn earlier actions. */
export const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** Returns the accessibility rules that the page violates, with none disabled. */
export async function axeFaults(page: Page): Promise<string[]> {
  // A fading color has no final contrast yet.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
  )
}

/** Whether the page does not scroll sideways at its width. */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}
