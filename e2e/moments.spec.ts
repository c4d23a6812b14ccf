// Moments 1 and 5 and the returning spike, as a learner meets them: nothing is given away before the answer.
import { button, expect, figure, open, stepOf, test, slider } from './fixtures.ts'

const answer = async (page: Parameters<typeof open>[0], name: string) => {
  await page.getByRole('radio', { name }).check()
  await button(page, 'Reveal').click()
}

test('moment 1: it has not moved yet, on five million examples', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page, 'mini-batch?at=2')
  const taken = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  await expect(page.getByText(/\d steps after/)).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveCount(0)
  await answer(page, '0 and 4,999')
  await button(page, 'To the end').click()
  await expect.poll(() => stepOf(page), { timeout: 150_000 }).toBe(5000)
  await expect(taken('B = m: 1 steps after 5,000,000 examples.')).toBeVisible()
  await expect(taken('B = 1,000: 5000 steps after 5,000,000 examples.')).toBeVisible()
  await button(page, 'Step back').click()
  await expect(taken('B = m: 0 steps after 4,999,000 examples.')).toBeVisible()
  await expect(taken('B = 1,000: 4999 steps after 4,999,000 examples.')).toBeVisible()
})

test('moment 5: halve α, and the ring shrinks by the root', async ({ page }) => {
  await open(page, 'batch-size?at=5')
  await expect(figure(page, 'The wandering cloud')).toBeVisible()
  await expect(figure(page, 'The wandering cloud')).toContainText('radius 0.28')
  await answer(page, 'divided by √ 2')
  await expect(figure(page, 'The wandering cloud')).toContainText('α = 0.05: 2000 points, radius 0.198')
  await expect(slider(page, 'Learning rate α')).toBeVisible()
})

test('the returning spike: held before the answer, marked every 8 steps after it', async ({ page }) => {
  await open(page, 'reading-the-cost?at=5')
  expect(await stepOf(page)).toBe(83)
  await answer(page, 'At step 91')
  await expect.poll(() => stepOf(page)).toBe(160)
  const box = page.getByRole('textbox', { name: 'Step of the batch' })
  await box.fill('91')
  await box.press('Enter')
  const batch = page.getByRole('region', { name: 'One batch under the microscope' })
  await expect(batch).toContainText('64 of 64 labels are wrong')
  await expect(batch).toContainText('comes back every 8 steps, next at step 99')
  await page.getByRole('checkbox', { name: 'Reshuffle every epoch' }).check()
  await expect(batch).toContainText('spread over the 8 batches')
})
