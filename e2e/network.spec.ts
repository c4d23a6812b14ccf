// Training a network in the playground: the data view, the microscope that finds a flipped example, own data, measured
// batch sizes, five million examples generated in the worker. axe, both languages, three sizes.
import type { Page } from '@playwright/test'
import { answerBets, expect, go, languages, open, sizes, test } from './fixtures.ts'
import { button, choice, figure, textBox, type } from './names.ts'
import { axeFaults, drawnSettled, experimentOf, fitsItsWidth, stepOf, twoFrames } from './seen.ts'

const spec = async (page: Page) =>
  ((await experimentOf(page)) as { objective: Record<string, unknown> }).objective
const score = (page: Page) => page.locator('.Network-score')
const microscope = (page: Page) => page.getByRole('region', { name: 'One batch under the microscope' })

test('the network opens from a link and a menu, and describes its decision boundary', async ({ page }) => {
  await open(page, 'playground?objective=network')
  await expect(figure(page, 'Decision boundary')).toBeVisible()
  await expect(score(page)).toContainText('accuracy')
  await expect(page.getByText('= 8 steps per epoch')).toBeVisible()
  await choice(page, 'Objective').selectOption({ label: 'Bowl of examples' })
  await expect(figure(page, 'Cost surface')).toBeVisible()
  await choice(page, 'Objective').selectOption({ label: 'Tiny network' })
  await expect(figure(page, 'Decision boundary')).toBeVisible()
})

test('layers, data set and loss that do not fit together are refused by name', async ({ page }) => {
  await open(page, 'playground?objective=network')
  const layers = textBox(page, 'Layers')
  await layers.fill('3, 8, 1')
  await expect(page.getByRole('alert')).toHaveText(
    'Layers: expected 2, the inputs of circles, got 3; keeping the last value.',
  )
  await layers.fill('2 6 1')
  await layers.press('Enter')
  expect((await spec(page)).layers).toEqual([2, 6, 1])
  await choice(page, 'Dataset').selectOption({ label: 'Iris' })
  expect(await spec(page)).toMatchObject({ layers: [4, 8, 3], dataset: { kind: 'iris' } })
  await expect(score(page)).toContainText('accuracy')
})

test('scrubbing restores any step’s weights', async ({ page }) => {
  await open(page, 'playground?objective=network')
  await expect(score(page)).toContainText('15,360 examples')
  await button(page, 'To the start').click()
  // The line shows the accuracy of the step that it names, never the start's next to another count.
  await expect(score(page)).toHaveText(/accuracy [\d.]+% · 0 examples, epoch 0/)
  const first = await score(page).textContent()
  await button(page, 'To the end').click()
  await expect(score(page)).toContainText('15,360 examples')
  const last = await score(page).textContent()
  expect(last!.split(' · ')[0]).not.toBe(first!.split(' · ')[0])
  await button(page, 'To the start').click()
  await expect(score(page)).toHaveText(first!)
  await expect(figure(page, 'The network')).toContainText('Layers 2-8-1, 33 parameters')
})

test('the boundary fills the picture as soon as the data frame it', async ({ page }) => {
  await answerBets(page)
  await open(page, 'reading-the-cost?at=1&lang=zh-CN')
  const ground = figure(page, '决策边界').locator('canvas').first()
  // Two places far left and far right of the data, inside the axes because their units are equal.
  const painted = () =>
    ground.evaluate((canvas: HTMLCanvasElement) => {
      const small = new OffscreenCanvas(100, 50)
      const pen = small.getContext('2d', { willReadFrequently: true })!
      pen.drawImage(canvas, 0, 0, 100, 50)
      const opaque = (share: number): boolean => pen.getImageData(100 * share, 25, 1, 1).data[3] === 255
      return opaque(0.2) && opaque(0.9)
    })
  await drawnSettled(figure(page, '决策边界'))
  await expect.poll(painted).toBe(true)
})

test('a spike opens and shows the flipped example', async ({ page }) => {
  await open(
    page,
    'playground?objective=network&dataset.noise=0.05&dataset.mislabelled=0&run=gd,alpha:1,batchSize:16,steps:960',
  )
  // One example of the tenth batch gets a wrong label.
  await type(page, 'Step of the batch', 10)
  await expect(microscope(page)).toContainText('Batch of step 10 ')
  const first = microscope(page).getByRole('row').nth(1)
  const number = await first.getByRole('cell').first().textContent()
  await first.getByRole('button').click()
  await expect(page.getByText('1 label flipped by hand')).toBeVisible()
  expect(await spec(page)).toMatchObject({ dataset: { flipped: [Number(number)] } })
  // There the batch's cost stands out, and the example has the largest loss.
  await expect(page.getByText('wrong label', { exact: true }).first()).toBeVisible()
  await button(page, 'Highest spike').click()
  await expect(microscope(page)).not.toContainText('Batch of step 10 ')
  await expect(microscope(page)).toContainText('1 of 16 labels are wrong')
  await expect(first).toContainText('wrong label')
  await expect(first.getByRole('cell').first()).toHaveText(number!)
  await first.getByRole('button').click()
  await expect(page.getByText('wrong label', { exact: true })).toHaveCount(0)
  expect((await spec(page)).dataset).not.toHaveProperty('flipped')
})

test('before a batch is chosen the microscope says what to do', async ({ page }) => {
  await open(page, 'playground?objective=network')
  await expect(microscope(page).getByRole('listitem').first()).toContainText(
    'Click a spike of the thin line of B = 64',
  )
  await button(page, 'B = m').click()
  await expect(microscope(page)).toContainText('B = m reads all examples at every step')
  await button(page, 'B = 64').click()
  await button(page, 'Highest spike').click()
  await expect(microscope(page).getByRole('listitem')).toHaveCount(0)
  await expect(microscope(page)).toContainText(/Batch of step \d+ of B = 64/)
})

test('a click on the cost opens the batch and keeps the step', async ({ page }) => {
  await open(page, 'playground?objective=network')
  const before = await stepOf(page)
  const area = figure(page, 'Cost per batch').locator('canvas').first()
  const box = (await area.boundingBox())!
  await page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.5)
  await expect(microscope(page)).toContainText('64 examples')
  expect(await stepOf(page)).toBe(before)
  await button(page, 'Mislabel this batch').click()
  // One of them had a wrong label from the start.
  await expect(page.getByText('63 labels flipped by hand')).toBeVisible()
  await button(page, 'Undo').click()
  await expect(page.getByText('labels flipped by hand')).toHaveCount(0)
})

test('a mislabelled batch is wrong as a whole, and is fixed as a whole', async ({ page }) => {
  await open(page, 'playground?objective=network&dataset.mislabelled=0.2')
  await button(page, 'Highest spike').click()
  const said = microscope(page).getByRole('status')
  await expect(said).toContainText(/ \d+ of 64 labels are wrong/)
  await expect(said).not.toContainText('64 of 64')
  await button(page, 'Mislabel this batch').click()
  await expect(said).toContainText('64 of 64 labels are wrong')
  await button(page, 'Fix this batch’s labels').click()
  await expect(said).not.toContainText('labels are wrong')
  await button(page, 'Undo').click()
  await expect(said).toContainText('64 of 64 labels are wrong')
  // With the penguins' three classes too, flipping twice restores a label.
  await open(page, 'playground?objective=network&dataset=penguins&batchSize=64&run=gd')
  await button(page, 'Highest spike').click()
  await button(page, 'Mislabel this batch').click()
  await expect(said).toContainText('64 of 64 labels are wrong')
  await button(page, 'Fix this batch’s labels').click()
  await expect(said).not.toContainText('labels are wrong')
})

test('a click on an example flips its label, and the link keeps it', async ({ page }) => {
  await open(page, 'playground?objective=network&dataset.m=64&dataset.mislabelled=0&run=gd,alpha:1,steps:20')
  const picture = figure(page, 'Decision boundary')
  await expect(score(page)).toHaveText(/accuracy [\d.]+% · 1,280 examples/)
  // The axes' ticks give an example's position: two on each axis set the scale.
  const ticks = await picture.locator('svg text').evaluateAll((texts) =>
    texts.map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect()
      return { value: Number(text.textContent!.replace('−', '-')), x: x + width / 2, y: y + height / 2 }
    }),
  )
  const numbers = ticks.filter(({ value, x }) => !Number.isNaN(value) && x > 0)
  const lowest = Math.max(...numbers.map(({ y }) => y))
  const along = (list: typeof numbers, of: 'x' | 'y') => {
    const [first, last] = [list[0], list[list.length - 1]]
    return (value: number) =>
      first[of] + ((value - first.value) / (last.value - first.value)) * (last[of] - first[of])
  }
  const across = along(
    numbers.filter(({ y }) => lowest - y < 2),
    'x',
  )
  const up = along(
    numbers.filter(({ y }) => lowest - y >= 2),
    'y',
  )
  await picture.getByRole('button', { name: 'Show as table' }).click()
  const cells = await picture
    .getByRole('row')
    .nth(1)
    .evaluate((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent!))
  await picture.getByRole('button', { name: 'Hide the table' }).click()
  const [number, x1, x2] = cells.map((cell) => Number(cell.replace('−', '-')))
  expect([across(x1), up(x2)].every(Number.isFinite)).toBe(true)
  await page.mouse.click(across(x1), up(x2))
  await expect(page.getByText('1 label flipped by hand')).toBeVisible()
  expect(await spec(page)).toMatchObject({ dataset: { flipped: [number] } })
  await page.waitForFunction(() => location.hash.includes('dataset.flipped='))
  await page.reload()
  await expect(page.getByText('1 label flipped by hand')).toBeVisible()
  expect(await spec(page)).toMatchObject({ dataset: { flipped: [number] } })
})

test('the choice of B is measured', async ({ page }) => {
  await open(page, 'playground?objective=network&dataset.m=64')
  await page.getByRole('radio', { name: 'Choosing B' }).check()
  await button(page, 'Measure').click()
  await expect(button(page, 'Measure again')).toBeVisible({ timeout: 60_000 })
  const plot = figure(page, 'Choosing B, measured here')
  await plot.getByRole('button', { name: 'Show as table' }).click()
  const rows = plot.getByRole('row')
  await expect(rows).toHaveCount(8)
  const cells = await rows.evaluateAll((all) =>
    all.slice(1).map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent!)),
  )
  // The speed depends on the machine. The test checks that each size has its median with its spread, and its time.
  expect(cells.map(([size]) => Number(size))).toEqual([1, 2, 4, 8, 16, 32, 64])
  for (const [, rate, seconds] of cells) {
    expect(rate).toMatch(/^[1-9]\S*.* \(from [1-9].* to [1-9].*\)$/)
    expect(seconds).toMatch(/[1-9]/)
  }
  await expect(page.getByText('is at most 2,000')).toBeVisible()
})

test('the network’s own bowl is drawn with the explained variance and the warning', async ({ page }) => {
  await open(page, 'playground?objective=network&run=gd,alpha:1,steps:40')
  await page.getByRole('radio', { name: 'This network’s cost surface' }).check()
  await expect(
    page
      .getByText(/The two directions of the plane explain [\d.]+% and [\d.]+% of the path’s variance/)
      .last(),
  ).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('A slice can mislead').first()).toBeVisible()
  await expect(figure(page, 'Cost surface')).toContainText('J on a plane through the weights of')
  await page.getByRole('radio', { name: 'Random directions' }).check()
  await expect(
    page.getByText('These are two random directions; for each neuron they are as long').last(),
  ).toBeVisible({
    timeout: 60_000,
  })
})

test('on a phone nothing moves while the page loads', async ({ page }) => {
  await page.setViewportSize(sizes[0])
  await page.addInitScript(() => {
    const page = window as Window & { shifted?: number }
    page.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        page.shifted! += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(page, 'playground?objective=network')
  await expect(score(page)).toContainText('accuracy')
  await drawnSettled(figure(page, 'Decision boundary'))
  expect(await page.evaluate(() => (window as Window & { shifted?: number }).shifted)).toBeLessThan(0.02)
})

test('five million examples are generated in the worker, with progress, and can be canceled', async ({
  page,
}) => {
  await open(page, 'playground?objective=network')
  await type(page, 'Training examples m', 5_000_000)
  const note = page.getByRole('group', { name: 'Computing' })
  await expect(note).toContainText('Making 5,000,000 examples')
  await expect(note.getByRole('progressbar')).toBeVisible()
  await button(page, 'Undo').click()
  await expect(score(page)).toContainText('accuracy')
  await expect(note).toHaveCount(0)
})

test('is accessible in both languages and fits at every size', async ({ page }) => {
  await open(page, 'playground?objective=network')
  for (const language of languages) {
    await go(page, `playground?objective=network&lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await twoFrames(page)
      await expect(score(page)).not.toBeEmpty()
      expect(await fitsItsWidth(page), `${language}, ${size.width}`).toBe(true)
      if (size.width === (language === 'en' ? 390 : 1440)) expect(await axeFaults(page)).toEqual([])
    }
  }
})
