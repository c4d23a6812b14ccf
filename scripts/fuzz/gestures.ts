// One session of gestures in a browser: mouse, touch, keys, wheel, sizes, languages, themes, back and forward, offline
// and online, over all routes. At the end the heap and Reset are compared with those of a freshly opened page.
import type { Browser, CDPSession, Page } from 'playwright'
import { lessonIds } from '../../src/course/ids.ts'
import { someSearch } from './cases.ts'
import { oddNumber, oddText, Random, unsaid } from './random.ts'

const routes = ['', 'playground', 'averages-lab', 'map', 'verify', 'gallery', ...lessonIds]
const sizes = [
  [1440, 900],
  [1920, 1080],
  [820, 1180],
  [390, 844],
  [320, 640],
] as const
const keys =
  'Tab Shift+Tab ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowRight Home End PageUp PageDown Space Enter Escape r n p l 1 2 9 ? Control+z Shift+Control+z + - Backspace'.split(
    ' ',
  )
const gestures = 60
const mostGrowth = 2e6

interface Seen {
  readonly unsaid: string | undefined
  readonly sideways: number
}

/** Returns what is visible and announced: texts, names, values, but not what the user has typed. */
function look(pattern: string): Seen {
  const words = new RegExp(pattern)
  const said = [document.body.innerText]
  for (const part of document.querySelectorAll('[aria-label], [aria-valuetext], [title], [placeholder]'))
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder'])
      said.push(part.getAttribute(name) ?? '')
  const found = said.find((text) => words.test(text))
  const at = found === undefined ? -1 : found.search(words)
  const { scrollWidth, clientWidth } = document.documentElement
  return {
    unsaid: found?.slice(Math.max(0, at - 80), at + 80),
    sideways: scrollWidth - clientWidth,
  }
}

async function touch(session: CDPSession, points: readonly (readonly [number, number])[]): Promise<void> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] })
  await send('touchStart', points[0])
  for (const at of points.slice(1)) await send('touchMove', at)
  await send('touchEnd')
}

/** Makes one gesture and returns its description. */
async function gesture(page: Page, session: CDPSession, random: Random): Promise<string> {
  const { width, height } = page.viewportSize()!
  const point = (): readonly [number, number] => [random.below(width), random.below(height)]
  const act = random.pick<() => Promise<string>>([
    async () => {
      const route = `#/${random.pick(routes)}${random.chance(0.5) ? `?${someSearch(random)}` : ''}`
      await page.evaluate((hash) => (location.hash = hash), route)
      return `go ${route.slice(0, 200)}`
    },
    async () => {
      const list = random.pick([
        random.many(6, () => random.pick(keys)),
        Array.from({ length: 8 }, () => 'ArrowRight'),
      ])
      for (const key of list) await page.keyboard.press(key)
      return `press ${list.join(' ')}`
    },
    async () => {
      const [x, y] = point()
      await page.mouse.click(x, y)
      return `click ${x} ${y}`
    },
    async () => {
      const [from, to] = [point(), point()]
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 4 })
      if (random.chance(0.2)) await page.keyboard.press('Escape')
      await page.mouse.up()
      return `drag ${from.join(' ')} to ${to.join(' ')}`
    },
    async () => {
      const [x, y] = point()
      await page.mouse.move(x, y)
      await page.mouse.wheel(0, random.pick([-400, 120, 900]))
      return `wheel at ${x} ${y}`
    },
    async () => {
      const points = [point(), point(), point()]
      await touch(session, random.chance(0.5) ? points.slice(0, 1) : points)
      return `touch ${points.join(' to ')}`
    },
    async () => {
      const [wide, tall] = random.pick(sizes)
      await leaveFullScreen(page)
      await page.setViewportSize({ width: wide, height: tall })
      return `size ${wide} ${tall}`
    },
    async () => {
      // Picks any one of the elements that can be pressed, chosen or typed into.
      const number = random.next()
      const text = random.chance(0.5) ? oddText(random).slice(0, 60) : String(oddNumber(random))
      return `use ${await page.evaluate(
        ([share, given]) => {
          const all = [
            ...document.querySelectorAll<HTMLElement | SVGElement>(
              'button, select, input, textarea, summary, [role=slider]',
            ),
          ]
          const able = all.filter(
            (one) => one.getClientRects().length > 0 && !one.matches(':disabled, [type=file]'),
          )
          const one = able[Math.floor(share * able.length)]
          if (!one) return 'nothing'
          one.focus()
          if (one instanceof HTMLSelectElement) {
            one.selectedIndex = Math.floor(share * 997) % one.options.length
            one.dispatchEvent(new Event('change', { bubbles: true }))
          } else if (one instanceof HTMLInputElement && ['text', 'range', 'number'].includes(one.type)) {
            const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
            set!.call(
              one,
              one.type === 'range'
                ? String(Number(one.min) + share * (Number(one.max) - Number(one.min)))
                : given,
            )
            one.dispatchEvent(new Event('input', { bubbles: true }))
            one.dispatchEvent(new Event('change', { bubbles: true }))
            one.blur()
          } else if (one instanceof HTMLTextAreaElement) {
            Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(one, given)
            one.dispatchEvent(new Event('input', { bubbles: true }))
            one.blur()
          } else if (one instanceof SVGElement)
            one.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
          else one.click()
          return `${one.getAttribute('aria-label') ?? one.textContent?.slice(0, 40)} ${given.slice(0, 40)}`
        },
        [number, text] as const,
      )}`
    },
    async () => {
      const name = random.pick([
        'lang=zh-CN',
        'lang=en',
        'theme=dark',
        'theme=contrast',
        'theme=light',
        'present=1',
      ])
      await page.evaluate((parameter) => {
        location.hash += (location.hash.includes('?') ? '&' : '?') + parameter
      }, name)
      return name
    },
    async () => {
      const back = random.chance(0.6)
      await page.evaluate((one) => (one ? history.back() : history.forward()), back)
      return back ? 'back' : 'forward'
    },
    async () => {
      const offline = random.chance(0.5)
      await page.context().setOffline(offline)
      return offline ? 'offline' : 'online'
    },
  ])
  return act()
}

/** A full-screen window cannot be resized. */
const leaveFullScreen = (page: Page): Promise<void> =>
  page.evaluate(() => (document.fullscreenElement ? document.exitFullscreen() : undefined))

const framesAfter = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

async function opened(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
}

const left = (error: unknown): boolean => /context was destroyed|because of a navigation/.test(String(error))

/** Waits until the page has loaded and drawn. Reopens one that a gesture left or reloaded. */
async function settled(page: Page, address: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++)
    try {
      if (!page.url().startsWith(address)) {
        await page.context().setOffline(false)
        await opened(page, `${address}#/playground`)
      }
      await page.waitForFunction(() => 'ravine' in window)
      return await framesAfter(page)
    } catch (error) {
      if (!left(error)) throw error
      await page.waitForLoadState()
    }
  throw new Error('the page does not come to rest')
}

const experiment = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify(window.ravine.experiment))

/** Returns the heap of the playground after reset and garbage collection. */
async function heapAtRest(page: Page, session: CDPSession): Promise<number> {
  await page.evaluate(() => (location.hash = '#/playground?lang=en&theme=light&present=0'))
  const reset = page.getByRole('button', { name: 'Reset', exact: true })
  const tools = page.getByRole('button', { name: 'Tools', exact: true })
  await reset.or(tools).first().waitFor()
  if (!(await reset.isVisible())) await tools.click()
  await reset.click()
  await page.evaluate(() => window.ravine.hash())
  await framesAfter(page)
  return sizeOf(await heapSnapshot(session))
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[], ...unknown[]]
    }
  }
  readonly nodes: readonly number[]
}

async function heapSnapshot(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = []
  const hear = ({ chunk }: { chunk: string }): void => void chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', hear)
  // Taking a heap snapshot collects garbage first.
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', hear)
  return JSON.parse(chunks.join('')) as Snapshot
}

/**
 * Returns the bytes that the page retains: objects, strings, lists. Excludes the browser's compiled code and
 * bookkeeping.
 */
function sizeOf({ snapshot: { meta }, nodes }: Snapshot): number {
  const { node_fields: fields } = meta
  const types = meta.node_types[0]
  const its = new Set([types.indexOf('code'), types.indexOf('native')])
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let sum = 0
  for (let i = 0; i < nodes.length; i += fields.length) if (!its.has(nodes[i + type])) sum += nodes[i + size]
  return sum
}

/** Returns what is wrong with the session of this seed, with its last gestures, or nothing. */
export async function sessionFault(
  browser: Browser,
  address: string,
  seed: number,
): Promise<string | undefined> {
  const random = new Random(seed)
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    hasTouch: true,
    locale: 'en-US',
  })
  const page = await context.newPage()
  const done: string[] = []
  const complaints: string[] = []
  // The browser itself logs failed fetches when offline, and the page reports them in its own words.
  const ofNetwork = /net::ERR_|Failed to fetch|Unable to preload CSS/
  page.on('pageerror', (error) => {
    if (!ofNetwork.test(error.message)) complaints.push(`${error.message} ${error.stack}`)
  })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !ofNetwork.test(message.text()))
      complaints.push(`${message.type()} ${message.text()} ${message.location().url}`)
  })
  page.on('dialog', (dialog) => void dialog.dismiss())
  const failed = (what: string): string =>
    `${what}\n  at ${page.url().slice(0, 300)}\n  after ${done.slice(-8).join('\n        ')}`
  try {
    await opened(page, `${address}#/playground`)
    const fresh = await experiment(page)
    const session = await context.newCDPSession(page)
    // Load every part in both languages once before measuring the heap.
    for (const language of ['zh-CN', 'en'])
      for (const route of routes) {
        await page.evaluate((hash) => (location.hash = hash), `#/${route}?lang=${language}`)
        await page.locator('main').first().waitFor()
        await framesAfter(page)
      }
    const before = await heapAtRest(page, session)
    for (let i = 0; i < gestures; i++) {
      const made = await gesture(page, session, random).catch((error: unknown) => {
        if (!left(error)) throw error
        return 'a gesture that leaves the page'
      })
      done.push(made)
      await settled(page, address)
      const { unsaid: found, sideways } = await page.evaluate(look, unsaid.source)
      if (found) return failed(`in view: ${found}`)
      if (sideways > 0)
        return failed(`scrolls sideways by ${sideways} px at ${page.viewportSize()!.width} px`)
      if (complaints.length > 0) return failed(complaints[0]!)
    }
    await context.setOffline(false)
    await page.keyboard.press('Escape')
    await leaveFullScreen(page)
    await page.setViewportSize({ width: 1440, height: 900 })
    const growth = (await heapAtRest(page, session)) - before
    if (growth > mostGrowth) return failed(`the heap has grown by ${(growth / 1e6).toFixed(1)} MB`)
    const now = await experiment(page)
    if (now !== fresh)
      return failed(`Reset gives ${now.slice(0, 300)}, a page that is opened ${fresh.slice(0, 300)}`)
    if (complaints.length > 0) return failed(complaints[0]!)
    return undefined
  } catch (error) {
    return failed(complaints[0] ?? String(error).slice(0, 1200))
  } finally {
    await context.close()
  }
}
