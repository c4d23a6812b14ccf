// Using the playground: every control changes the experiment, the rows and the picture. A rejected value keeps the last
// valid state, and one sentence that names the field says why.
import type { Locator, Page } from '@playwright/test'
import { expect, open, test } from './fixtures.ts'
import { button, choice, figure, slider, status, textBox, type } from './names.ts'
import { drawn, experimentOf, hashOf } from './seen.ts'

interface Run {
  readonly optimizer: string
  readonly alpha: number
  readonly name?: string
  readonly decay: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}
interface Experiment {
  readonly objective: Readonly<Record<string, unknown>> & { readonly curvature: readonly number[] }
  readonly start: readonly number[]
  readonly batchSize: number | 'all'
  readonly steps: number
  readonly seed: number
  readonly convention: string
  readonly runs: readonly Run[]
}

const experiment = async (page: Page) => (await experimentOf(page)) as Experiment
const runs = (page: Page) => page.getByRole('group', { name: 'Runs', exact: true })
const row = (page: Page, name: string) => runs(page).getByRole('button', { name, exact: true })

/** Does something that must change the rows, the map and the curves. Returns the experiment afterwards. */
async function changing(page: Page, act: () => Promise<unknown>): Promise<Experiment> {
  const map = figure(page, 'Cost surface')
  const curve = figure(page, 'Cost per batch')
  const [hash, mapBefore, curveBefore] = [await hashOf(page), await drawn(map), await drawn(curve)]
  await act()
  await expect.poll(() => hashOf(page)).not.toBe(hash)
  await expect.poll(() => drawn(map), 'the map').not.toBe(mapBefore)
  await expect.poll(() => drawn(curve), 'the curves').not.toBe(curveBefore)
  return experiment(page)
}

/** Types an invalid value: one sentence names the field, and everything stays. */
async function refused(page: Page, name: string, text: string): Promise<void> {
  const before = JSON.stringify(await experiment(page))
  const box = textBox(page, name)
  const good = await box.inputValue()
  await type(page, name, text)
  const sentence = page
    .getByRole('alert')
    .filter({ hasText: `${name}:` })
    .filter({ hasText: text })
  await expect(sentence, `${name} ${text}`).toHaveCount(1)
  expect((await sentence.textContent())!.length).toBeLessThan(160)
  expect(JSON.stringify(await experiment(page))).toBe(before)
  await expect(box).toHaveValue(good)
}

test('α and β can be typed, moved by keys, set by a script, and dragged', async ({ page }) => {
  await open(page, 'playground')
  expect((await changing(page, () => type(page, 'Learning rate α', '0,015'))).runs[0].alpha).toBe(0.015)
  await expect(slider(page, 'Learning rate α')).toHaveValue('0.015')
  const more = await changing(page, () => slider(page, 'Learning rate α').press('ArrowRight'))
  expect(more.runs[0].alpha).toBeGreaterThan(0.015)
  expect(more.runs[1].alpha).toBe(0.05)
  const set = await changing(page, () => slider(page, 'Learning rate α').fill('0.01'))
  expect(set.runs[0].alpha).toBe(0.01)
  await expect(textBox(page, 'Learning rate α')).toHaveValue('0.01')

  await row(page, 'Momentum').click()
  await expect(row(page, 'Momentum')).toHaveAttribute('aria-pressed', 'true')
  await expect(row(page, 'Gradient descent')).toHaveAttribute('aria-pressed', 'false')
  await expect(slider(page, 'Learning rate α')).toHaveValue('0.05')
  const beta = slider(page, 'Momentum β')
  await expect(beta).toHaveCount(1)
  await expect(beta).toHaveAttribute('aria-valuetext', '0.9, averages about 10 steps')
  expect((await changing(page, () => type(page, 'Momentum β', '0.5'))).runs[1].beta).toBe(0.5)
  const kept = await changing(page, () => beta.press('ArrowLeft'))
  expect(kept.runs[1].beta).toBeLessThan(0.5)
  expect((await changing(page, () => beta.fill('0.98'))).runs[1].beta).toBe(0.98)
  const box = (await beta.boundingBox())!
  const dragged = await changing(page, async () => {
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 5 })
    await page.mouse.up()
  })
  expect(dragged.runs[1].beta).toBeLessThan(0.9)
  expect(dragged.runs[0]).toEqual(set.runs[0])
})

test('batch size, data and noise can be changed', async ({ page }) => {
  await open(page, 'playground')
  const size = slider(page, 'Batch size')
  await expect(size).toHaveAttribute('aria-valuetext', '512, all examples: batch gradient descent')
  expect((await changing(page, () => type(page, 'Batch size', 64))).batchSize).toBe(64)
  await expect(size).toHaveAttribute('aria-valuetext', '64, 8 steps an epoch')
  expect((await changing(page, () => size.press('ArrowLeft'))).batchSize).toBe(32)
  expect((await changing(page, () => size.fill('1'))).batchSize).toBe(1)
  await expect(size).toHaveAttribute('aria-valuetext', /stochastic/)
  expect((await changing(page, () => type(page, 'Label noise', 1.5))).objective.labelNoise).toBe(1.5)
  expect((await changing(page, () => type(page, 'Mislabelled examples', 0.1))).objective.mislabelled).toBe(
    0.1,
  )
  await expect(slider(page, 'Mislabelled examples')).toHaveAttribute('aria-valuetext', '51 of 512 examples')
  expect((await changing(page, () => type(page, 'Training examples m', 100))).objective.m).toBe(100)
  await expect(size).toHaveAttribute('max', '100')
  expect((await changing(page, () => type(page, 'Seed', 7))).seed).toBe(7)
  const before = await experiment(page)
  const seeded = await changing(page, () => button(page, 'New seed').click())
  expect(seeded.seed).not.toBe(7)
  expect({ ...seeded, seed: 7 }).toEqual(before)
  // The whole batch again: "all" and the number m are the same bytes.
  await type(page, 'Batch size', 100)
  expect((await experiment(page)).batchSize).toBe('all')
  // With fewer examples than the batch size, the batch becomes all of them.
  await type(page, 'Batch size', 60)
  await type(page, 'Training examples m', 50)
  expect(await experiment(page)).toMatchObject({ batchSize: 'all', objective: { m: 50 } })
})

test('κ keeps λ₁, the angle turns the surface and the start, and the cost is multiplied', async ({
  page,
}) => {
  await open(page, 'playground')
  expect((await changing(page, () => type(page, 'Elongation κ', 30))).objective.curvature).toEqual([1, 30])
  expect(
    (await changing(page, () => slider(page, 'Elongation κ').press('ArrowLeft'))).objective.curvature[1],
  ).toBeLessThan(30)
  const turned = await changing(page, () => type(page, 'Angle', 45))
  expect(turned.objective.angle).toBe(45)
  expect(turned.start).toEqual([-8, 1.5])
  await type(page, 'Angle', 0)
  await page.getByRole('checkbox', { name: 'Turn surface and start' }).check()
  await type(page, 'Angle', 90)
  const both = await experiment(page)
  // Around the minimum at (2, 0.5).
  expect(both.start[0]).toBeCloseTo(1, 12)
  expect(both.start[1]).toBeCloseTo(-9.5, 12)
  const louder = await changing(page, () => type(page, 'Cost × c', 0.5))
  expect(louder.objective.scale).toBe(0.5)
})

test('each kind of decay has its numbers', async ({ page }) => {
  await open(page, 'playground')
  const decay = choice(page, 'Decay')
  const rate = figure(page, 'Learning rate')
  const flat = await drawn(rate)
  const inverse = await changing(page, () => decay.selectOption('inverse'))
  expect(inverse.runs[0].decay).toEqual({ kind: 'inverse', rate: 1, every: 1 })
  expect(inverse.runs[1].decay).toEqual({ kind: 'none' })
  await expect.poll(() => drawn(rate)).not.toBe(flat)
  expect((await changing(page, () => type(page, 'Decay rate', 0.1))).runs[0].decay.rate).toBe(0.1)
  expect(
    (await changing(page, () => slider(page, 'Decay rate').press('ArrowLeft'))).runs[0].decay.rate,
  ).toBeLessThan(0.1)
  const kinds = await decay
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  expect(kinds).toEqual(
    expect.arrayContaining([
      'none',
      'exponential',
      'inverseSqrt',
      'staircase',
      'manual',
      'cosine',
      'warmup',
      'oneCycle',
    ]),
  )
  for (const kind of kinds) {
    await decay.selectOption(kind)
    expect((await experiment(page)).runs[0].decay.kind).toBe(kind)
    if (kind !== 'none' && kind !== 'manual') await expect(slider(page, 'Decay rate')).toHaveCount(1)
  }
  await decay.selectOption('manual')
  const points = textBox(page, 'Points: epoch and α')
  await points.fill('0 0.02; 50 0.005')
  await points.press('Enter')
  expect((await experiment(page)).runs[0].decay).toEqual({
    kind: 'manual',
    points: [
      [0, 0.02],
      [50, 0.005],
    ],
  })
  await points.fill('50 0.02; 3 0.1')
  await expect(page.getByRole('alert')).toHaveText(/^Points: /)
  await points.press('Escape')
  await expect(points).toHaveValue('0 0.02; 50 0.005')
})

test('runs are added, renamed, hidden and removed; one α for all; conventions', async ({ page }) => {
  await open(page, 'playground')
  const added = await changing(page, () => button(page, 'Add a run').click())
  expect(added.runs.map(({ optimizer }) => optimizer)).toEqual(['gd', 'momentum', 'rmsprop'])
  await expect(row(page, 'RMSprop')).toHaveAttribute('aria-pressed', 'true')
  await expect(slider(page, 'β₂')).toHaveCount(1)
  const adam = await changing(page, () => choice(page, 'Optimizer').selectOption('adam'))
  expect(adam.runs[2]).toMatchObject({
    optimizer: 'adam',
    alpha: 0.1,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
  })
  for (const name of ['β₁', 'β₂', 'ε']) await expect(slider(page, name)).toHaveCount(1)
  expect((await changing(page, () => type(page, 'β₁', 0.8))).runs[2].beta1).toBe(0.8)

  const menu = (name: string) => runs(page).getByRole('button', { name: `More: ${name}`, exact: true })
  await menu('Adam').click()
  await page.getByRole('menuitem', { name: 'Rename', exact: true }).click()
  const box = textBox(page, 'Rename Adam')
  await expect(box).toBeFocused()
  await box.fill('The quick one')
  await box.press('Enter')
  await expect(row(page, 'The quick one')).toBeVisible()
  expect((await experiment(page)).runs[2].name).toBe('The quick one')
  // Leaving it unchanged also closes the box.
  await menu('The quick one').click()
  await page.getByRole('menuitem', { name: 'Rename', exact: true }).click()
  await textBox(page, 'Rename The quick one').press('Enter')
  await expect(textBox(page, 'Rename The quick one')).toHaveCount(0)

  const map = figure(page, 'Cost surface')
  await expect(map.locator('.Plot-summary')).toContainText('Momentum')
  const shown = await drawn(map)
  const hash = await hashOf(page)
  await menu('Momentum').click()
  await page.getByRole('menuitem', { name: 'Hide', exact: true }).click()
  await expect.poll(() => drawn(map)).not.toBe(shown)
  await expect(map.locator('.Plot-summary')).not.toContainText('Momentum')
  expect(await hashOf(page)).toBe(hash)
  await menu('Momentum').click()
  await page.getByRole('menuitem', { name: 'Show', exact: true }).click()
  await expect(map.locator('.Plot-summary')).toContainText('Momentum')

  await page.getByRole('checkbox', { name: 'One α for all runs' }).check()
  const one = await changing(page, () => type(page, 'Learning rate α', 0.013))
  expect(one.runs.map(({ alpha }) => alpha)).toEqual([0.013, 0.013, 0.013])
  await expect(page.getByText('Same α: not a fair race.', { exact: true })).toBeVisible()

  const torch = await changing(page, () => choice(page, 'Convention').selectOption('pytorch'))
  expect(torch.convention).toBe('pytorch')

  await changing(page, async () => {
    await menu('Momentum').click()
    await page.getByRole('menuitem', { name: 'Remove', exact: true }).click()
  })
  expect((await experiment(page)).runs.map(({ optimizer }) => optimizer)).toEqual(['gd', 'adam'])
  await expect(row(page, 'The quick one')).toHaveAttribute('aria-pressed', 'true')
  for (let i = 2; i < 12; i++) await button(page, 'Add a run').click()
  expect((await experiment(page)).runs).toHaveLength(12)
  await expect(button(page, 'Add a run')).toBeDisabled()
})

test('every optimizer and every objective runs and is drawn', async ({ page }) => {
  await open(page, 'playground?steps=60')
  const values = (name: string) =>
    choice(page, name)
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const optimizers = await values('Optimizer')
  expect(optimizers.slice(0, 4)).toEqual(['gd', 'momentum', 'rmsprop', 'adam'])
  expect(new Set(optimizers)).toEqual(
    new Set(
      'gd momentum nesterov adagrad rmsprop adadelta adam amsgrad adamax nadam adamw lion rule'.split(' '),
    ),
  )
  const hashes = new Set<string>()
  for (const optimizer of optimizers) {
    await choice(page, 'Optimizer').selectOption(optimizer)
    expect((await experiment(page)).runs[0].optimizer).toBe(optimizer)
    hashes.add(await hashOf(page))
  }
  expect(hashes.size).toBe(optimizers.length)
  const objectives = await values('Objective')
  expect(objectives).toEqual(
    expect.arrayContaining(
      'bowl leastSquares quadratic rosenbrock himmelblau beale saddle rastrigin plateau expression'.split(
        ' ',
      ),
    ),
  )
  for (const objective of objectives) {
    if (objective === (await experiment(page)).objective.kind) continue
    const before = await drawn(figure(page, 'Cost surface'))
    await choice(page, 'Objective').selectOption(objective)
    expect((await experiment(page)).objective.kind).toBe(objective)
    hashes.add(await hashOf(page))
    await expect.poll(() => drawn(figure(page, 'Cost surface'))).not.toBe(before)
  }
  expect(hashes.size).toBe(optimizers.length + objectives.length - 1)
})

test('another surface gets a suitable α, another convention the α of the same path', async ({ page }) => {
  await open(page, 'playground')
  const alphas = async () => (await experiment(page)).runs.map(({ alpha }) => alpha)
  const notice = status(page, 'Notice')
  const summary = figure(page, 'Cost per batch').locator('.Plot-summary')
  await expect(summary).toHaveText(/Momentum: J \d/)
  const said = await summary.textContent()
  await changing(page, () => choice(page, 'Objective').selectOption('rosenbrock'))
  expect(await alphas()).toEqual([0.001, 0.01])
  await expect(notice).toHaveText('α was set to suit this surface: Gradient descent 0.001, Momentum 0.01.')
  await expect(figure(page, 'Cost surface').locator('.Plot-summary')).not.toContainText('diverged')
  await button(page, 'Undo').click()
  expect(await alphas()).toEqual([0.018, 0.05])
  await expect(notice).toBeEmpty()
  // An α set by the user stays.
  await type(page, 'Learning rate α', 0.0123)
  await choice(page, 'Objective').selectOption('rosenbrock')
  expect(await alphas()).toEqual([0.0123, 0.01])
  await button(page, 'Reset').click()

  const convention = choice(page, 'Convention')
  await expect(summary).toHaveText(said!)
  await convention.selectOption('pytorch')
  expect(await alphas()).toEqual([0.018, 0.005])
  await expect(notice).toContainText('the path stays the same: Momentum 0.005.')
  await expect(summary).toHaveText(said!)
  await convention.selectOption('course')
  expect(await alphas()).toEqual([0.018, 0.05])
})

test('swapped axes show all paths again', async ({ page }) => {
  await open(page, 'playground')
  const start = slider(page, 'Start')
  await button(page, 'b across, w up').click()
  const picture = figure(page, 'Cost surface').locator('.Plot-frame > svg')
  const inside = async () => {
    const [dot, frame] = [(await start.boundingBox())!, (await picture.boundingBox())!]
    return dot.y > frame.y && dot.y + dot.height < frame.y + frame.height
  }
  await expect.poll(inside).toBe(true)
  await expect(start).toHaveAttribute('aria-valuetext', 'w −8, b 1.5')
})

test('a custom formula is read by a closed grammar', async ({ page }) => {
  await open(page, 'playground?objective=expression')
  const box = textBox(page, 'Formula')
  const formula = 'x^2 + 3*y^2 - cos(2*x)'
  const set = await changing(page, async () => {
    await box.fill(formula)
    await box.press('Enter')
  })
  expect(set.objective.source).toBe(formula)
  const hash = await hashOf(page)
  const bad = [
    '('.repeat(100_000),
    `${'('.repeat(40)}x${')'.repeat(40)}`,
    'constructor',
    'import(x)',
    'x.y',
    '2x',
    'x +',
    '',
    'x = 1',
    'alert(1)',
    '__proto__',
    'x'.repeat(2000),
  ]
  for (const text of bad) {
    await box.fill(text)
    await box.press('Enter')
    const alert = page.getByRole('alert')
    await expect(alert, text.slice(0, 20)).toHaveCount(1)
    const sentence = (await alert.textContent())!
    expect(sentence).toMatch(/^Formula: /)
    expect(sentence).not.toContain('object Object')
    expect(sentence.length).toBeLessThan(160)
    expect((await experiment(page)).objective.source).toBe(formula)
  }
  expect(await hashOf(page)).toBe(hash)
  await box.press('Escape')
  await expect(box).toHaveValue(formula)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a wrong number is refused in one sentence, and the last good one stays', async ({ page }) => {
  await open(page, 'playground?run=adam,alpha:0.1,decay:inverse&batchSize=64')
  const hash = await hashOf(page)
  const wrong: Readonly<Record<string, readonly string[]>> = {
    'Learning rate α': ['0', '-1', 'NaN', '1e309', '', 'a', '0x10', '1e', '٣'],
    'β₁': ['1', '-0.1', '1e308', 'Infinity'],
    'β₂': ['1', 'NaN'],
    'Decay rate': ['-1', 'NaN'],
    'Batch size': ['0', '1.5', '513', 'all', '-3', '1e308'],
    'Elongation κ': ['0', '-5', 'NaN', '1e308'],
    Angle: ['NaN', 'west'],
    'Label noise': ['-1', 'NaN'],
    'Mislabelled examples': ['1.1', '-0.1', 'half'],
    'Training examples m': ['1', '0', '2.5', '5000001', '1e308'],
    'Cost × c': ['NaN', 'c'],
    Steps: ['-1', '10000001', '1.5', 'NaN'],
    Seed: ['-1', '4294967296', '1.5', 'x'],
  }
  for (const [name, texts] of Object.entries(wrong)) for (const text of texts) await refused(page, name, text)
  expect(await hashOf(page)).toBe(hash)
})

test('“This point is this line” and “Where the ravine comes from” work', async ({ page }) => {
  await open(page, 'playground')
  await changing(page, () => choice(page, 'Objective').selectOption('leastSquares'))
  const line = page.getByRole('figure', { name: 'This point is this line' })
  await expect(line).toBeVisible()
  const at = await drawn(line)
  await button(page, 'To the start').click()
  await expect.poll(() => drawn(line)).not.toBe(at)
  await page.getByText('Where does the ravine come from?').click()
  const units = page.getByRole('checkbox', { name: 'x in other units (×10)' })
  const shift = page.getByRole('checkbox', { name: 'x not centered' })
  const x = async () => (await experiment(page)).objective.x as readonly (readonly number[])[]
  const mean = (rows: readonly (readonly number[])[]) =>
    rows.reduce((sum, [value]) => sum + value, 0) / rows.length
  await shift.setChecked(true)
  expect(Math.abs(mean(await x()))).toBeGreaterThan(0.5)
  await shift.setChecked(false)
  expect(Math.abs(mean(await x()))).toBeLessThan(1e-9)
  await units.setChecked(true)
  await expect(units).toBeChecked()
  await expect(shift).not.toBeChecked()
  expect(Math.max(...(await x()).map(([value]) => value))).toBeGreaterThan(10)
})

test('the view can be swapped, stretched, zoomed and fitted; J^{t} averaged, log or linear', async ({
  page,
}) => {
  await open(page, 'playground?batchSize=32')
  const hash = await hashOf(page)
  const map = figure(page, 'Cost surface')
  const curve = figure(page, 'Cost per batch')
  const changes = async (plot: Locator, act: () => Promise<unknown>) => {
    const before = await drawn(plot)
    await act()
    await expect.poll(() => drawn(plot)).not.toBe(before)
  }
  await changes(map, () => button(page, 'b across, w up').click())
  await changes(map, () => button(page, 'w across, b up').click())
  await changes(map, () => button(page, 'Stretch to fit').click())
  await expect(map).toContainText('The axes are stretched')
  await changes(map, () => button(page, 'Stretch to fit').click())
  const picture = map.getByRole('group')
  await changes(map, () => picture.press('+'))
  await changes(map, () => picture.press('ArrowRight'))
  await changes(map, () => button(page, 'Fit').click())
  await expect(button(page, 'Fit')).toHaveCount(0)
  await changes(curve, () => page.getByRole('radio', { name: 'linear' }).click({ force: true }))
  await changes(curve, () =>
    page.getByRole('checkbox', { name: /^Average of about 10 batches \(it lags\)$/ }).check(),
  )
  await expect(curve.locator('.Plot-summary')).toContainText('lags')
  await changes(curve, () => type(page, 'Smoothing β', 0.5))
  expect(await hashOf(page)).toBe(hash)
  await page.getByRole('radio', { name: 'Optimizer memory' }).click({ force: true })
  const memory = figure(page, 'Optimizer memory')
  await expect(memory.getByRole('figure')).toHaveCount(2)
  // So another run's memory is shown.
  await expect(memory).toContainText('Gradient descent has no memory')
  await expect(memory).toContainText('Momentum, along w')
  await choice(page, 'Optimizer').selectOption('adam')
  await expect(memory.locator('.Plot-summary').first()).toContainText(/dW .*, V /)
})

test('the start moves by dragging and by arrow keys', async ({ page }) => {
  await open(page, 'playground')
  const start = slider(page, 'Start')
  const moved = await changing(page, () => start.press('ArrowUp'))
  expect(moved.start[1]).toBeGreaterThan(1.5)
  const far = await changing(page, () => start.press('Shift+ArrowRight'))
  expect(far.start[0]).toBeGreaterThan(moved.start[0])
  await expect(start).toHaveAttribute('aria-valuetext', /^w .*, b /)
  const box = (await start.locator('circle').last().boundingBox())!
  const dragged = await changing(page, async () => {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 120, box.y + 60, { steps: 6 })
    await page.mouse.up()
  })
  expect(dragged.start[0]).toBeGreaterThan(far.start[0])
  expect(dragged.start[1]).toBeLessThan(far.start[1])
  await button(page, 'Undo').click()
  expect((await experiment(page)).start).toEqual(far.start)
})

test('on a phone the map, playback, the selected run and the curves follow; notices cover nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(
    page,
    'playground?objective=himmelblau&run=gd,alpha:0.01&run=momentum,alpha:0.02&run=gd,alpha:0.05',
  )
  await expect(page.getByText(/^Gradient descent 2: diverged at step/)).toBeVisible()
  const box = async (part: Locator) => (await part.boundingBox())!
  const parts = [
    figure(page, 'Cost surface'),
    button(page, 'Play'),
    page.locator('.Lab-notes'),
    runs(page),
    slider(page, 'Learning rate α'),
    figure(page, 'Cost per batch'),
    choice(page, 'Objective'),
  ]
  let end = 0
  for (const part of parts) {
    const { y, height } = await box(part)
    expect(y, String(part)).toBeGreaterThanOrEqual(end)
    end = y + height
  }
  const notes = page.locator('.Lab-notes')
  expect(await notes.evaluate((node) => node.scrollHeight - node.clientHeight)).toBeLessThanOrEqual(1)
})
