// The hyperparameter map: a cell's number is the number of the run at its setting, and theory's limit stands between the last
// setting that converges and the first that diverges.

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

interface Axis {
  from: number
  to: number
  count: number
}
interface Shown {
  lab: string
  base: { runs: { alpha: number; beta: number }[] }
  x: Axis
  y: Axis
}

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./#/map${query}`)
  await complete(page)
}

/** Every cell is there. */
const complete = async (page: Page): Promise<void> => {
  await expect(page.locator('.map-progress[data-done]')).toBeVisible({ timeout: 20_000 })
}

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => JSON.parse(JSON.stringify(window.ravine.experiment)) as Shown)

const figure = (page: Page) => page.getByRole('figure', { name: 'Hyperparameter map' })

/** The rows of the map's own CSV. */
async function cells(page: Page): Promise<{ x: number; y: number; cost: number; diverged: number }[]> {
  const download = page.waitForEvent('download')
  await page.locator('.map-actions').getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Map as CSV' }).click()
  const stream = await (await download).createReadStream()
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  const [header, ...lines] = Buffer.concat(pieces).toString().trim().split('\n')
  expect(header).toBe('x,y,steps,cost,diverged')
  return lines.map((line) => {
    const [x, y, , cost, diverged] = line.split(',').map(Number)
    return { x, y, cost, diverged }
  })
}

test('a clicked cell sets the sliders, and the run there ends at the same cost', async ({ page }) => {
  await open(page)
  const rows = await cells(page)
  const box = (await figure(page).locator('canvas').first().boundingBox())!
  await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.4)
  await expect.poll(async () => (await shown(page)).base.runs[0].alpha).not.toBe(0.1)
  const { alpha, beta } = (await shown(page)).base.runs[0]
  const cell = rows.find(({ x, y }) => x === alpha && y === beta)
  expect(cell, `α ${alpha}, β ${beta}`).toBeDefined()
  // A range input keeps 15 digits.
  for (const [name, value] of [
    ['Learning rate α', alpha],
    ['Momentum β', beta],
  ] as const) {
    const slider = page.getByRole('slider', { name, exact: true })
    expect(Number(await slider.inputValue())).toBeCloseTo(value, 12)
  }
  // The table of the surface shows the run's own rows; its last J is the cell's.
  const surface = page.getByRole('figure', { name: 'Cost surface' })
  await surface.getByRole('button', { name: 'Show as table' }).click()
  const last = surface.getByRole('row').last().getByRole('cell').last()
  await expect
    .poll(async () => Number((await last.textContent())!.replace('−', '-')))
    .toBeCloseTo(cell!.cost, 4)
})

test('the limit passes between the last converging and the first diverging cell', async ({ page }) => {
  await open(page, '?run=gd,alpha:0.05&steps=5000&measure=cost&y=curvature,from:2,to:50,count:8,scale:log')
  const rows = await cells(page)
  const lambdas = [...new Set(rows.map(({ y }) => y))]
  expect(lambdas).toHaveLength(8)
  for (const lambda of lambdas) {
    const row = rows.filter(({ y }) => y === lambda)
    const limit = 2 / Math.max(1, lambda)
    const converging = row.filter(({ diverged, cost }) => diverged === 0 && cost < 10)
    const diverging = row.filter(({ diverged }) => diverged === 1)
    expect(Math.max(...converging.map(({ x }) => x))).toBeLessThanOrEqual(limit)
    expect(Math.min(...diverging.map(({ x }) => x))).toBeGreaterThan(limit)
  }
})

test('the cross moves by keys, undo takes it back, and the map stays', async ({ page }) => {
  await open(page)
  const before = await shown(page)
  const cross = page.getByRole('slider', { name: 'Present setting' })
  await cross.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await shown(page)).base.runs[0].alpha).not.toBe(before.base.runs[0].alpha)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await shown(page)).base.runs[0].alpha).toBe(before.base.runs[0].alpha)
})

test('a link holds the axes; a bad number is refused in one sentence and the last map stays', async ({
  page,
}) => {
  await open(page, '?x=alpha,from:0.01,to:1,count:16,scale:log&seeds=2&batchSize=64')
  const { lab, x } = await shown(page)
  expect([lab, x]).toMatchObject(['map', { from: 0.01, to: 1, count: 16 }])
  await page.getByRole('textbox', { name: 'To, Up' }).fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Cells, Across' }).fill('1000000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(2)
  await expect(page.locator('.map-progress[data-done]')).toHaveText('1024 cells')
})

test('theory speaks for momentum and is silent for Adam', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('figure', { name: 'Eigenvalues of the iteration matrix' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam')
  await expect(page.getByText(/^Theory is silent here/)).toBeVisible()
  await complete(page)
})

test('the race searches, runs and says whether it is fair', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Search and race' }).click()
  const race = page.getByRole('region', { name: 'Fair race' })
  await expect(race.getByText(/^Fair: the same start/)).toBeVisible()
  await expect(race.locator('tbody').first().getByRole('row')).toHaveCount(4, { timeout: 30_000 })
})

for (const language of ['en', 'zh-CN'])
  test(`nothing stands in anyone's way (${language})`, async ({ page }) => {
    await open(page, `?lang=${language}`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
