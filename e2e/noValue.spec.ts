// Where J has no value, and where it is not positive: other words and marks than for divergence, and no value lost on a
// log axis.

import { expect, open, ready, test } from './fixtures.ts'
import { figure } from './names.ts'
import { drawn, stepOf } from './seen.ts'

test('a run that reaches a place without a value says so in both languages, not that it diverged', async ({
  page,
}) => {
  const source = encodeURIComponent('log(x)+y^2')
  await open(page, `playground?objective=expression&source=${source}&run=gd,alpha:0.1`)
  const notes = page.locator('.Lab-outcomes').first()
  await expect(notes).toHaveText(
    /^Gradient descent: ended at step \d+: J has no value there \(log of a negative number\)\.$/,
  )
  const row = page.getByRole('group', { name: 'Runs', exact: true })
  await expect(row).toContainText('no value')
  await expect(row).not.toContainText('∞')
  for (const name of ['Cost surface', 'Cost per batch'])
    await expect(figure(page, name).locator('.Plot-summary')).toContainText('J has no value there')
  await expect(page.locator('main')).not.toContainText(/diverge|flying out|∞|NaN/)
  await page.goto(`./#/playground?objective=expression&source=${source}&run=gd,alpha:0.1&lang=zh-CN`)
  await page.reload()
  await ready(page)
  await expect(notes).toHaveText(/在第 \d+ 步结束：J 在那里没有值（对负数取对数）。/)
  await expect(page.locator('main')).not.toContainText('发散')
})

test('J at and below 0 is drawn on a logarithmic scale, and the page says how', async ({ page }) => {
  const source = encodeURIComponent('-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))')
  await open(page, `playground?objective=expression&start=2,2&run=adam,alpha:0.1&source=${source}`)
  const cost = figure(page, 'Cost per batch')
  await expect(cost.locator('figcaption')).toContainText('J falls below 0: the axis is linear')
  await expect(cost.locator('svg')).toContainText('−1')
  const whole = await drawn(cost)
  await page.keyboard.press('Home')
  await expect.poll(() => stepOf(page)).toBe(0)
  await expect.poll(() => drawn(cost)).not.toBe(whole)
  // Gradient descent at α = 1/λ reaches 0 in one step. 0 is at the bottom of the axis.
  await open(page, 'playground?objective=quadratic&curvature=1,1&start=3,1&run=gd,alpha:1&steps=20')
  await expect(cost.locator('figcaption')).not.toContainText('J falls below 0')
  await expect(cost.locator('svg .Plot-tick').filter({ hasText: /^0$/ })).toHaveCount(2)
})
