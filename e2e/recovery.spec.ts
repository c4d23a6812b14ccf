// When no worker can be started, the page waits longer each time, reports it in one sentence after three attempts, and
// continues when told to try again.
import type { Page } from '@playwright/test'
import { expect, ready, test } from './fixtures.ts'
import { button, status } from './names.ts'

/** Blocks a worker by name until the returned function is called. `asked` counts the attempts. */
async function without(page: Page, worker: string) {
  let asked = 0
  const pattern = new RegExp(`${worker}.*\\.js`)
  await page.route(pattern, (route) => {
    asked++
    return route.fulfill({ status: 404, body: '' })
  })
  return { asked: () => asked, allow: () => page.unroute(pattern) }
}

const sentence = 'A background computation could not be started, so part of this page is missing.'

test('a missing runner is requested four times, then a sentence offers “Try again”', async ({
  page,
  complaints,
}) => {
  const runner = await without(page, 'runner\\.worker')
  await page.goto('./#/playground?steps=50')
  await expect(status(page, 'Notice')).toHaveText(sentence)
  expect(runner.asked()).toBe(4)
  await expect(page.locator('body')).not.toContainText('NaN')
  await runner.allow()
  await button(page, 'Try again').click()
  await ready(page)
  await expect(status(page, 'Notice')).toBeEmpty()
  expect(await page.evaluate(() => window.ravine.step)).toBe(50)
  expect(complaints.every((one) => one.includes('404'))).toBe(true)
  complaints.length = 0
})

for (const [worker, route] of [
  ['picture\\.worker', 'playground?steps=20'],
  ['averages\\.worker', 'averages-lab'],
  ['map\\.worker', 'map'],
] as const)
  test(`${worker} that is missing takes the same path`, async ({ page, complaints }) => {
    const missing = await without(page, worker)
    await page.goto(`./#/${route}`)
    await expect(status(page, 'Notice')).toHaveText(sentence)
    await missing.allow()
    await button(page, 'Try again').click()
    await ready(page)
    await expect(status(page, 'Notice')).toBeEmpty()
    complaints.length = 0
  })
