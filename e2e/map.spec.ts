// The hyperparameter map: a cell's number equals that of the run at its setting, and the theoretical limit lies between
// the last setting that converges and the first that diverges.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { axeFaults } from './seen.ts'

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

/** Waits until every cell is computed. */
const complete = async (page: Page): Promise<void> => {
  await expect(page.locator('[data-progress][data-done]')).toBeVisible({ timeout: 20_000 })
}

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => JSON.parse(JSON.stringify(window.ravine.experiment)) as Shown)

const figure = (page: Page) => page.getByRole('figure', { name: 'Hyperparameter map' })

/** Returns the file saved by an entry of the map's export menu. */
async function saved(page: Page, entry: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.locator('.HyperMap-actions').getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  const stream = await (await download).createReadStream()
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Returns the rows of the map's own CSV. */
async function cells(page: Page): Promise<{ x: number; y: number; cost: number; diverged: number }[]> {
  const [header, ...lines] = (await saved(page, 'Map as CSV')).toString().trim().split('\n')
  expect(header).toBe('x,y,steps,cost,diverged')
  return lines.map((line) => {
    const [x, y, , cost, diverged] = line.split(',').map(Number)
    return { x, y, cost, diverged }
  })
}

test('a click on a cell sets the sliders, and that run ends at the same cost', async ({ page }) => {
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
  // The surface's table shows the run's own rows, and its last J is the cell's.
  const surface = page.getByRole('figure', { name: 'Cost surface' })
  await surface.getByRole('button', { name: 'Show as table' }).click()
  const last = surface.getByRole('row').last().getByRole('cell').last()
  await expect
    .poll(async () => Number((await last.textContent())!.replace('−', '-')))
    .toBeCloseTo(cell!.cost, 4)
})

test('the limit lies between the last converging and the first diverging cell', async ({ page }) => {
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

test('keys move the cross, undo restores it, and the map stays', async ({ page }) => {
  await open(page)
  const before = await shown(page)
  const cross = page.getByRole('slider', { name: 'Present setting' })
  await cross.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await shown(page)).base.runs[0].alpha).not.toBe(before.base.runs[0].alpha)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await shown(page)).base.runs[0].alpha).toBe(before.base.runs[0].alpha)
})

test('a link carries the axes; a bad number is refused in one sentence and the map stays', async ({
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
  await expect(page.locator('[data-progress][data-done]')).toHaveText('1,024 cells')
})

test('the CSV equals the command line’s byte for byte, and reopens as a map', async ({ page }, info) => {
  await open(page, '?x=alpha,from:0.01,to:1,count:12,scale:log&seeds=2&batchSize=64')
  const own = await saved(page, 'Map as CSV')
  const file = info.outputPath('map.ravine.json')
  writeFileSync(file, await saved(page, 'Map as file'))
  const traced = execFileSync(process.execPath, ['scripts/trace.mjs', file])
  expect(own.equals(traced)).toBe(true)
  expect((await saved(page, 'Map as PNG')).subarray(1, 4).toString()).toBe('PNG')

  await open(page, '?measure=cost')
  const elsewhere = info.outputPath('elsewhere.csv')
  writeFileSync(elsewhere, traced)
  await page.locator('.HyperMap-actions input[type=file]').setInputFiles(elsewhere)
  await expect(page.getByRole('status', { name: 'Notice' })).toContainText('You see the map from the file')
  await expect(page.locator('[data-progress]')).toHaveText('768 cells')
  expect((await shown(page)).x).toMatchObject({ parameter: 'alpha', from: 0.01, to: 1, count: 12 })
  expect((await saved(page, 'Map as CSV')).equals(traced)).toBe(true)
  const junk = info.outputPath('junk.csv')
  writeFileSync(junk, 'x,y,steps,cost,diverged\n1,2,3\n')
  await page.locator('.HyperMap-actions input[type=file]').setInputFiles(junk)
  await expect(page.getByRole('status', { name: 'Notice' })).toContainText('line 2 is not five numbers')
  await expect(page.locator('[data-progress]')).toHaveText('768 cells')
})

test('dragging moves the cross, and dragging κ recomputes the map', async ({ page }) => {
  await open(page)
  const before = await page.evaluate(() => window.ravine.hash())
  const box = (await page.getByRole('slider', { name: 'Present setting' }).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 80, { steps: 4 })
  await page.mouse.up()
  const { alpha, beta } = (await shown(page)).base.runs[0]
  expect(alpha).toBeGreaterThan(0.15)
  expect(beta).toBeLessThan(0.85)
  // Moving the cross changes no cell.
  expect(await page.evaluate(() => window.ravine.hash())).toBe(before)
  await page.getByRole('slider', { name: 'Elongation κ' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.evaluate(() => window.ravine.hash())).not.toBe(before)
})

test('any number can be an axis, and a decay rate brings its decay', async ({ page }) => {
  const axes = 'x=alpha,from:0.001,to:1,count:12,scale:log&y=epsilon,from:1e-9,to:1,count:12,scale:log'
  await open(page, `?run=adam,alpha:0.1&batchSize=8&m=64&${axes}`)
  const across = page.getByRole('combobox', { name: 'Across' })
  for (const parameter of ['β₁', 'β₂', 'batch size', 'λ₂ = κλ₁', 'decay rate']) {
    await across.selectOption(parameter)
    await complete(page)
    await expect(figure(page).getByText(parameter, { exact: true }).first()).toBeVisible()
  }
  await expect(page.getByRole('combobox', { name: 'Decay' })).toHaveValue('inverse')
  await expect(page.getByText('no theory applies', { exact: true })).toBeVisible()
})

test('a map over a network, and a target that nothing reaches', async ({ page }) => {
  const axes = 'x=alpha,from:0.01,to:1,count:6,scale:log&y=beta,from:0,to:0.9,count:4,scale:linear'
  await open(page, `?objective=network&dataset.m=100&steps=30&${axes}`)
  await expect(page.getByRole('figure', { name: 'Cost per batch' })).toBeVisible()
  const rows = await cells(page)
  expect(rows).toHaveLength(24)
  await page.getByRole('textbox', { name: 'Target' }).fill('-1')
  await page.keyboard.press('Enter')
  await complete(page)
  await expect(page.getByText('not reached', { exact: true })).toBeVisible()
})

test('theory covers momentum, not Adam', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('figure', { name: 'Eigenvalues of the iteration matrix' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam')
  await expect(page.getByText(/^No theory applies here/)).toBeVisible()
  await complete(page)
})

test('the race searches, runs and says whether it is fair', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Search and race' }).click()
  const race = page.getByRole('region', { name: 'Fair race' })
  await expect(race.getByText(/^Fair: all have the same start/)).toBeVisible()
  await expect(race.locator('tbody').first().getByRole('row')).toHaveCount(4, { timeout: 30_000 })
})

for (const language of ['en', 'zh-CN'])
  test(`the map is accessible (${language})`, async ({ page }) => {
    await open(page, `?lang=${language}`)
    expect(await axeFaults(page)).toEqual([])
  })
