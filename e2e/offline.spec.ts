// After one visit the network may go away: every route opens, and a reload works.
import { expect, test, ready } from './fixtures.ts'

test.use({ serviceWorkers: 'allow' })

test('after one visit everything works without a network, a reload included', async ({ page, context }) => {
  test.slow()
  await page.goto('./#/momentum')
  await ready(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Ready offline' })).toBeVisible()
  await page.keyboard.press('Escape')
  await context.setOffline(true)
  for (const route of [
    'adam?lang=zh-CN',
    'local-optima?at=5&lang=en',
    'bias-correction?at=2',
    'map',
    'averages-lab',
    'verify',
    'playground?objective=network',
    'momentum?at=2&present=1',
  ]) {
    await page.goto('about:blank')
    await page.goto(`./#/${route}`)
    await ready(page)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.locator('#main')).toBeVisible()
  }
  await page.reload()
  await ready(page)
  await expect(page.getByRole('main', { name: 'Stage' })).toBeVisible()
})
