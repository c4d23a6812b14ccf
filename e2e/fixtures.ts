// What every browser test shares: a page that may not write to the console, break the content policy or ask for anything
// from elsewhere; and the app's controls by the names that doc/names.md promises to people, links and assistive technology.
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'

export { expect }

/** The sizes at which the app is looked at: a phone, a laptop, a projector. */
export const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const
export const languages = ['en', 'zh-CN'] as const

/** What the page said that it should not have; a test that expects a message takes it out with `complaints.length = 0`. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        // Only the tests of the service worker let one come.
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

/** Opens a route (`playground?steps=20`) and waits until its rows have come and been drawn. */
export async function open(page: Page, route = ''): Promise<void> {
  // A change of the hash alone does not load the page anew.
  if (page.url().includes('#/')) await page.goto('about:blank')
  await page.goto(`./#/${route}`)
  await ready(page)
}

/** Goes to another address of the page that is open, as a link within it does; quicker than loading it anew. */
export async function visit(page: Page, route: string): Promise<void> {
  await page.evaluate(async (hash) => {
    const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    if (location.hash === hash) return
    location.hash = hash
    await heard
    // Two frames: the document is opened in the first and drawn in the second.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, `#/${route}`)
}

/** The same, until the page has come to rest: what only reads a page need not load it again. */
export async function go(page: Page, route: string): Promise<void> {
  await visit(page, route)
  await rest(page)
}

/** The page has come to rest: for some frames nothing of it has changed. */
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

/** The first steps of the descent lessons: their bets count as answered from the first visit on. */
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

/** For tests about what a lesson shows after its opening bet; to be called before the page is opened. */
export async function answerBets(page: Page): Promise<void> {
  await page.addInitScript((names) => {
    const predictions = Object.fromEntries(names.map((name) => [name, { answer: 0, revealed: true }]))
    // A blank page between two visits has no memory.
    if (location.protocol.startsWith('http') && localStorage.getItem('ravine.course') === null)
      localStorage.setItem('ravine.course', JSON.stringify({ order: 2, predictions }))
  }, bets)
}

export const experimentOf = (page: Page) => page.evaluate(() => window.ravine.experiment)
export const stepOf = (page: Page) => page.evaluate(() => window.ravine.step)
/** The hash of all rows up to the cursor: equal on every engine for equal experiments. */
export const hashOf = (page: Page) => page.evaluate(() => window.ravine.hash())

const named = (name: string) => ({ name, exact: true })
export const slider = (page: Page | Locator, name: string) => page.getByRole('slider', named(name))
export const textBox = (page: Page | Locator, name: string) => page.getByRole('textbox', named(name))
export const choice = (page: Page | Locator, name: string) => page.getByRole('combobox', named(name))
export const button = (page: Page | Locator, name: string) => page.getByRole('button', named(name))
/** Presses a button by keyboard, once it can be pressed: Reveal waits until there are rows to show. */
export async function pressEnter(target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  await target.press('Enter')
}
export const figure = (page: Page | Locator, name: string) => page.getByRole('figure', named(name))
export const status = (page: Page | Locator, name: 'Step' | 'Notice') => page.getByRole('status', named(name))

/** Types a value into the text box beside a slider, as a person does, and leaves the box. */
export async function type(page: Page, name: string, value: string | number): Promise<void> {
  const box = textBox(page, name)
  await box.fill(String(value))
  await box.press('Enter')
}

/** What the canvases of a figure show, as one number. */
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

/** What they show once they have shown the same for half a second: what comes late (rows of a finer step, fonts) has come. */
export async function drawnSettled(plot: Locator): Promise<number> {
  let [last, since] = [await drawn(plot), Date.now()]
  while (Date.now() - since < 500) {
    await plot.page().waitForTimeout(50)
    const now = await drawn(plot)
    if (now !== last) [last, since] = [now, Date.now()]
  }
  return last
}

/** What was done before has been heard by the page and drawn. */
export const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** The accessibility rules that the page breaks, none of them switched off. */
export async function axeFaults(page: Page): Promise<string[]> {
  // A color that is fading into another has no contrast of its own yet.
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

/** No sideways scrolling at the page's own width. */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}
