// Points of doc/coverage.md that no other spec covers: what a learner changes, and the words that follow.
import type { DescentExperiment } from '../src/engine/experiment.ts'
import { answerBets, expect, open, test } from './fixtures.ts'
import { button, figure, type } from './names.ts'
import { experimentOf } from './seen.ts'

test('a run without a name has the number of its place', async ({ page }) => {
  await answerBets(page)
  await open(page, 'mini-batch')
  await type(page, 'Batch size', 512)
  await expect(page.getByRole('group', { name: 'Runs' })).toContainText('B = 512')
  await expect(figure(page, 'Cost per batch').locator('.Plot-summary')).toContainText('B = 512: J')
  await expect(page.getByRole('main')).not.toContainText('B = 64: J')
  await button(page, 'Undo').click()
  await expect(figure(page, 'Cost per batch').locator('.Plot-summary')).toContainText('B = 64: J')
})

test('a step is not called done while a line of the loop is highlighted', async ({ page }) => {
  await open(page, 'mini-batch?at=4')
  const loop = page.getByRole('region', { name: 'The loop over X^{t}' })
  const next = button(page, 'Next line')
  await next.click()
  await expect(loop).toContainText('The highlighted line is being computed')
  for (let line = 1; line < 8; line++) await next.click()
  await expect(loop).toContainText('A whole step is done.')
})

test('the advice follows the size of the training set', async ({ page }) => {
  await open(page, 'batch-size?at=5')
  const measured = page.getByRole('region', { name: 'Choosing B, measured here' })
  await expect(measured).toContainText('m = 8,192 is above 2,000, so use mini-batches')
  await type(page, 'Training examples m', 2000)
  await expect(measured).toContainText('m = 2,000 is at most 2,000, so batch gradient descent')
})

test('the cost of average and window is shown as code', async ({ page }) => {
  await open(page, 'averages?at=5')
  await page.getByRole('radio', { name: '19 days' }).check()
  await button(page, 'Reveal').click()
  const code = figure(page, 'Numbers to keep').locator('code')
  await expect(code.first()).toHaveText('V := 0\nfor each new θ:\n  V := βV + (1 − β)θ')
  await expect(code.last()).toContainText('forget the oldest of 19')
  await type(page, 'Window n', 50)
  await expect(code.last()).toContainText('forget the oldest of 50')
})

test('the bar of the weights so far fills while an average warms up', async ({ page }) => {
  await open(page, 'bias-correction?at=4')
  await page.getByRole('radio', { name: '228' }).check()
  await button(page, 'Reveal').click()
  const bar = page.getByRole('meter', { name: 'Sum of the weights, 1 − βᵗ' })
  await expect(bar).toHaveAttribute('aria-valuetext', '99%')
  await type(page, 'Averaging β', 0.9)
  await expect(bar).toHaveAttribute('aria-valuetext', '100%')
})

test('the page searches each optimizer’s best α, and the runs take it', async ({ page }) => {
  await open(page, 'adam?at=9')
  await page.getByRole('radio').first().check()
  await button(page, 'Reveal').click()
  await page.getByRole('combobox', { name: 'Dataset' }).selectOption('moons')
  const plot = figure(page, 'J at the end, by learning rate')
  await plot.getByRole('button', { name: 'Find each best α' }).click()
  await expect(plot.locator('.Plot-summary')).toContainText(/Adam: best at α = [\d.]+, J 0\.0/, {
    timeout: 60_000,
  })
  const [, alpha] = /Adam: best at α = ([\d.]+)/.exec((await plot.locator('.Plot-summary').textContent())!)!
  await expect
    .poll(async () => ((await experimentOf(page)) as DescentExperiment).runs[3].alpha)
    .toBe(Number(alpha))
})
