// The page before and around the app: the first paint without a script, theme and language before it, the content
// policy in force, the one-file build opened from a file.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect, open, sizes, test } from './fixtures.ts'
import { hashOf, stepOf } from './seen.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the shell says in both languages what is missing', async ({ page }) => {
    await page.goto('./')
    await expect(page.getByRole('banner')).toContainText('Ravine')
    await expect(page.locator('noscript p').nth(0)).toContainText('needs JavaScript')
    await expect(page.locator('noscript p').nth(1)).toContainText('需要 JavaScript')
  })
})

test('theme and language are set before the first paint', async ({ page }) => {
  await page.goto('./#/playground?theme=dark&lang=zh-CN', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('without a choice the theme is the system’s', async ({ page }) => {
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'))
  for (const [colorScheme, color] of [
    ['dark', '#14181d'],
    ['light', '#fcfbf8'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto('about:blank')
    await open(page, 'playground')
    expect(await paper()).toBe(color)
  }
})

test('without a choice, the system’s wish for contrast gives the contrast theme, light and dark', async ({
  page,
}) => {
  const colors = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement)
      return ['--paper', '--button-line', '--muted'].map((name) => style.getPropertyValue(name))
    })
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
  await open(page, 'playground')
  expect(await colors()).toEqual(['#fff', '#000', '#333'])
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  await open(page, 'playground')
  expect(await colors()).toEqual(['#14181d', '#ece9e1', '#d6d5d0'])
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
  await open(page, 'playground?theme=light')
  expect((await colors())[0]).toBe('#fcfbf8')
})

test('in print the dark theme is light, pictures included', async ({ page }) => {
  await open(page, 'momentum?theme=dark')
  const look = () =>
    page.evaluate(() => [
      getComputedStyle(document.documentElement).getPropertyValue('--paper'),
      getComputedStyle(document.querySelector('.Plot-frame > canvas')!).filter,
    ])
  expect(await look()).toEqual(['#14181d', 'none'])
  await page.emulateMedia({ media: 'print' })
  expect(await look()).toEqual(['#fcfbf8', 'invert(1) hue-rotate(180deg)'])
})

test('a phone shows the first words before the app, where the app has them', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: sizes[0], isMobile: true, hasTouch: true })
  const page = await context.newPage()
  for (const [route, own] of [
    ['', 'main header p'],
    ['playground', '.Lab-fairness span'],
    ['momentum', '.Lesson-card > p:last-of-type'],
    ['map', '.Plot-title'],
  ]) {
    let start = (): void => {}
    const held = new Promise<void>((resolve) => (start = resolve))
    await page.route('**/assets/*.js', async (request) => {
      await held
      await request.continue()
    })
    await page.goto('about:blank')
    await page.goto(`./#/${route}`, { waitUntil: 'commit' })
    const early = page.locator('body > .said > :last-child')
    const text = (await early.textContent())!
    const { x, y } = (await early.boundingBox())!
    start()
    await expect(early).toHaveCount(0)
    const late = page
      .locator(own)
      .filter({ hasText: text.slice(0, 30) })
      .first()
    await expect(late).toBeInViewport()
    const box = (await late.boundingBox())!
    expect(Math.abs(box.x - x), route).toBeLessThanOrEqual(2)
    expect(Math.abs(box.y - y), route).toBeLessThanOrEqual(4)
    await page.unrouteAll()
  }
  await context.close()
})

test('its promises can be requested before the app starts', async ({ page }) => {
  await page.goto('./#/playground?steps=20', { waitUntil: 'domcontentloaded' })
  await page.evaluate(() => window.ravine.ready)
  expect(await stepOf(page)).toBe(20)
  await page.reload({ waitUntil: 'domcontentloaded' })
  expect(await hashOf(page)).toMatch(/^[0-9a-f]{16}$/)
})

test('the content policy prevents text from becoming code', async ({ page, complaints }) => {
  await open(page, 'playground')
  const outcome = await page.evaluate(async () => {
    // Code evaluated by a debugger may compile text, a timer callback of the page may not.
    await new Promise((resolve) => setTimeout(resolve))
    const attempt = (action: () => unknown) => {
      try {
        action()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    return {
      timed: attempt(() => Reflect.apply(setTimeout, window, ['1'])),
      compiled: attempt(() => Reflect.construct(Object.getPrototypeOf(attempt).constructor, ['return 1'])),
      markup: attempt(() => (document.createElement('div').innerHTML = '<b>1</b>')),
      worker: attempt(() => new Worker('data:text/javascript,1')),
    }
  })
  expect(Object.values(outcome)).not.toContain('done')
  // The browser logs each refusal.
  complaints.length = 0
})

test('the one-file build starts from a file, workers included', async ({ page }) => {
  const file = 'dist-single/ravine.html'
  test.skip(!existsSync(file), 'needs `npm run build:single`')
  await page.goto(`${pathToFileURL(file).href}#/playground`)
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
  expect(await page.evaluate(() => window.ravine.hash())).toMatch(/^[0-9a-f]+$/)
})
