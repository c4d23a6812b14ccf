// Shared by all browser tests: a page that fails the test if it writes to the console, violates the content policy or
// requests anything from elsewhere, and the ways to open it.
import { expect as baseExpect, test as base, type Page } from '@playwright/test'

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
