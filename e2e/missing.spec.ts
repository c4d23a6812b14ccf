// Parts that cannot be fetched, another version on the server, and lost graphics contexts: the rest of the page stays,
// one sentence says what is missing, it appears as soon as possible, and the address never changes.
import type { Page } from '@playwright/test'
import { expect, open, ready, test, visit } from './fixtures.ts'
import { button, figure, slider, status } from './names.ts'
import { drawn, hashOf } from './seen.ts'

const page404 = /This page could not be fetched/
const part404 = /This part could not be fetched/

/** Replies 404 for files with these names until the returned function is called. */
async function without(page: Page, pattern: RegExp): Promise<() => Promise<void>> {
  await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'not here' }))
  return () => page.unroute(pattern)
}

// The browser reports each file that it could not fetch, React each boundary that caught it.
test.afterEach(({ complaints }) => {
  expect(complaints.filter((one) => !/Failed to load resource|net::ERR|MissingPart/.test(one))).toEqual([])
  complaints.length = 0
})

test('without a network a route says so, and loads by itself when the network returns', async ({
  page,
  context,
}) => {
  await open(page, 'playground?alpha=0.01')
  for (const [route, arrived] of [
    ['map', 'figure'],
    ['averages-lab', 'figure'],
  ] as const) {
    await context.setOffline(true)
    await visit(page, route)
    await expect(page.getByRole('alert')).toHaveText(page404)
    await expect(page.locator('header').first()).toBeVisible()
    expect(new URL(page.url()).hash).toBe(`#/${route}`)
    await context.setOffline(false)
    await expect(page.locator('main').locator(arrived).first()).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  // The header's own part has also loaded.
  await expect(page.locator('header').getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('a missing part leaves the page working, and “Try again” fetches it with its style', async ({
  page,
}) => {
  await open(page, 'playground?steps=30')
  const before = await hashOf(page)
  const allow = await without(page, /NetworkControls.*\.js|network.*\.css/i)
  await page.evaluate(() => (location.hash = '#/playground?objective=network&steps=30'))
  await expect(page.getByRole('alert').filter({ hasText: part404 }).first()).toBeVisible()
  await expect(figure(page, 'Cost per batch')).toBeVisible()
  await allow()
  await button(page, 'Try again').first().click()
  await expect(slider(page, 'Training examples m')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  const sheets = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
      ({ sheet }) => sheet !== null,
    ),
  )
  expect(sheets).not.toContain(false)
  await page.evaluate(() => (location.hash = '#/playground?steps=30'))
  await expect.poll(() => hashOf(page)).toBe(before)
})

test('the page announces another version of the app, and opens it at the same address', async ({ page }) => {
  await open(page, 'playground?alpha=0.013')
  const allow = await without(page, /\/map-[^/]*\.js/)
  // What a new deployment returns: a page that names other files.
  const other = await page.evaluate(async () =>
    (await (await fetch(location.pathname)).text()).replaceAll(/-[\w-]{6,8}\.js/g, '-otherone.js'),
  )
  const isPage = (url: URL): boolean => /\/$|index\.html$/.test(url.pathname)
  await page.route(isPage, (route) => route.fulfill({ contentType: 'text/html', body: other }))
  await visit(page, 'map?seed=5')
  await expect(page.getByRole('alert')).toHaveText(page404)
  await expect(status(page, 'Notice')).toContainText('A new version of Ravine is here.')
  await page.unroute(isPage)
  await allow()
  await page.evaluate(() => Object.assign(window, { isOld: true }))
  await status(page, 'Notice').locator('..').getByRole('button', { name: 'Reload the page' }).click()
  await page.waitForFunction(() => !('isOld' in window))
  await ready(page)
  expect(new URL(page.url()).hash).toBe('#/map?seed=5')
})

test('a page whose app cannot be fetched says so', async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort())
  await page.goto('./#/playground')
  await expect(page.getByRole('alert')).toContainText('Ravine could not be fetched.')
  await page.unroute(/\.js$/)
  await page.getByRole('link', { name: 'Reload the page' }).click()
  await ready(page)
  expect(new URL(page.url()).hash).toBe('#/playground')
})

test('every layer is redrawn after a lost graphics context returns', async ({ page }) => {
  await open(page, 'playground?steps=40')
  const figures = [figure(page, 'Cost surface'), figure(page, 'Cost per batch')]
  const before = await Promise.all(figures.map(drawn))
  await page.evaluate(() => {
    // A restored context is empty and has its initial state.
    for (const canvas of document.querySelectorAll('canvas')) {
      canvas.width = Number(canvas.width)
      canvas.dispatchEvent(new Event('contextrestored'))
    }
  })
  await expect.poll(() => Promise.all(figures.map(drawn))).toEqual(before)
})
