// Moments 1 and 5 and the returning spike, as learners meet them: nothing reveals the answer early. The loop over
// X^{t}, line by line, an epoch cut into mini-batches, and how to read a map, from every map.
import { expect, open, test } from './fixtures.ts'
import { button, figure, slider } from './names.ts'
import { stepOf } from './seen.ts'

const answer = async (page: Parameters<typeof open>[0], name: string) => {
  await page.getByRole('radio', { name }).check()
  await button(page, 'Reveal').click()
}

test('moment 1: five million examples, and it has not moved yet', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page, 'mini-batch?at=2')
  const taken = (run: string) => page.getByRole('listitem').filter({ hasText: `${run}: ` })
  const costOf = async (run: string) =>
    Number(/J ≈ (\d+(?:\.\d+)?)/.exec((await taken(run).textContent())!)![1])
  const plot = figure(page, 'Cost')
  // Nothing reveals the answer: no counts, no time, no table, no picture.
  await expect(plot).toBeVisible()
  await expect(page.getByText(/steps? after/)).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveCount(0)
  await expect(plot.getByRole('button', { name: 'Show as table' })).toHaveCount(0)
  await answer(page, '0 and 4,999')
  await button(page, 'To the end').click()
  await expect.poll(() => stepOf(page), { timeout: 150_000 }).toBe(5000)
  await expect(taken('B = m')).toContainText('1 step after 5,000,000 examples')
  await expect(taken('B = 1,000')).toContainText('5,000 steps after 5,000,000 examples')
  expect(await costOf('B = 1,000')).toBeLessThan(await costOf('B = m'))
  await button(page, 'Step back').click()
  await expect(taken('B = m')).toContainText('0 steps after 4,999,000 examples')
  await expect(taken('B = 1,000')).toContainText('4,999 steps after 4,999,000 examples')
  expect(await costOf('B = 1,000')).toBeLessThan(0.7 * (await costOf('B = m')))
})

test('moment 5: half the α shrinks the ring by the square root', async ({ page }) => {
  await open(page, 'batch-size?at=6')
  await expect(figure(page, 'The wandering cloud')).toBeVisible()
  await expect(figure(page, 'The wandering cloud')).toContainText('radius 0.28')
  // Measured values next to both formulas, along each direction.
  await expect(page.getByRole('row', { name: 'along λ = 1 0.227 0.229 0.229' })).toBeVisible()
  await answer(page, 'The old radius divided by √ 2')
  await expect(figure(page, 'The wandering cloud')).toContainText('α = 0.05: 2,000 points, radius 0.198')
  await expect(slider(page, 'Learning rate α')).toBeVisible()
  // Decay with the same seed: the cloud shrinks.
  await page
    .locator('.Question-card')
    .filter({ hasText: 'with the same seed and the same batches' })
    .getByRole('button')
    .click()
  const radii = async () =>
    [
      ...(await figure(page, 'The wandering cloud').textContent())!.matchAll(
        /points, radius (\d+(?:\.\d+)?)/g,
      ),
    ].map(([, radius]) => Number(radius))
  await expect.poll(async () => (await radii()).length).toBe(2)
  await expect
    .poll(async () => {
      const [constant, decayed] = await radii()
      return decayed < 0.5 * constant
    })
    .toBe(true)
})

test('the returning spike is hidden before the answer, and marked every 8 steps after it', async ({
  page,
}) => {
  await open(page, 'reading-the-cost?at=5')
  expect(await stepOf(page)).toBe(83)
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveCount(0)
  await expect(button(page, 'Flip them back')).toHaveCount(0)
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

test('the loop is walked line by line, and only computed lines show numbers', async ({ page }) => {
  await open(page, 'mini-batch?at=4')
  const lines = page.getByRole('region', { name: 'The loop over X^{t}' }).getByRole('listitem')
  const lit = lines.locator('xpath=self::*[@aria-current="step"]')
  const next = button(page, 'Next line')
  await expect(lines).toHaveCount(8)
  await next.click()
  expect(await stepOf(page)).toBe(1)
  await expect(lit).toContainText('t = 1')
  await expect(lines.nth(5)).not.toContainText('0.')
  for (let line = 1; line < 8; line++) {
    await next.click()
    await expect(lit).toHaveCount(1)
  }
  await expect(lines.nth(1)).toContainText('3 × 64')
  await expect(lines.nth(5)).toContainText(/0\.\d{3}/)
  await expect(lines.nth(6)).toContainText(/lengths of dW: [\d.]+, [\d.]+/)
  await expect(lines.nth(7)).toContainText(/first weight: \S+ → \S+/)
  await expect(lit).toContainText('first weight')
  await next.click()
  expect(await stepOf(page)).toBe(2)
  await expect(lines.nth(7)).not.toContainText('→')
})

test('an epoch is cut only after the answer, and its last mini-batch is short', async ({ page }) => {
  await open(page, 'mini-batch?at=3')
  const set = figure(page, 'The training set in mini-batches')
  await expect(set).toBeVisible()
  await expect(page.getByText('steps per epoch')).toHaveCount(0)
  await expect(set.getByRole('button', { name: 'Show as table' })).toHaveCount(0)
  await answer(page, '6 steps, and the last one has 12 examples')
  await expect.poll(() => stepOf(page)).toBe(6)
  await expect(page.getByText('mini-batch 6 has examples 501 to 512').last()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('epoch 1: mini-batch 1 has examples 1 to 100').last()).toBeVisible()
  await set.getByRole('button', { name: 'Show as table' }).click()
  await expect(set.getByRole('row')).toHaveCount(7)
})

for (const route of ['playground', 'momentum', 'local-optima'])
  test(`how to read a map is one click away: ${route}`, async ({ page }) => {
    await open(page, route)
    await page.getByRole('link', { name: 'How to read this' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does a slice show?')
  })
