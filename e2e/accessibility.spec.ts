// Accessibility: axe finds nothing with every rule on, in both languages, every theme and size. Every control named in
// interface.md is found by role and name. Figures have a name, words and a real table. Nothing scrolls sideways.
import type { Page } from '@playwright/test'
import { answerBets, expect, open, test } from './fixtures.ts'
import { button, choice, figure, slider, status, textBox } from './names.ts'
import { axeFaults, drawnSettled, fitsItsWidth, stepOf } from './seen.ts'

/** Each language in each theme, and at each size. */
const looks = [
  { language: 'en', theme: 'light', width: 1440, height: 900 },
  { language: 'en', theme: 'contrast', width: 390, height: 844 },
  { language: 'en', theme: 'dark', width: 320, height: 640 },
  { language: 'zh-CN', theme: 'dark', width: 1440, height: 900 },
  { language: 'zh-CN', theme: 'light', width: 390, height: 844 },
  { language: 'zh-CN', theme: 'contrast', width: 320, height: 640 },
  { language: 'en', theme: 'contrast', width: 1920, height: 1080 },
] as const

/**
 * A page with as much on it as possible: notes, tables, a diverged run, a decay, a notice. Few steps, because every
 * table row costs axe time.
 */
const full =
  'steps=40&batchSize=64&run=adam&run=gd,alpha:8,decay:inverse&run=rmsprop,name:The%2520one%2520with%2520a%2520long%2520name&nonsense=1'

for (const look of looks) {
  const { language, theme, width, height } = look
  test(`axe reports nothing: ${language}, ${theme}, ${width}×${height}`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height })
    await open(page, `playground?${full}&lang=${language}&theme=${theme}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('.Lab-outcomes').first()).toHaveText(
      language === 'en' ? /diverged at step/ : /发散/,
    )
    expect(await fitsItsWidth(page)).toBe(true)
    const [toolsName, table, exported] =
      language === 'en' ? ['Tools', 'Show as table', 'Export'] : ['工具', '以表格显示', '导出']
    const tools = button(page, toolsName)
    if (await tools.isVisible()) {
      // What is opened below only adds to a wide page; on a narrow one it covers the rest.
      if (width === 390) expect(await axeFaults(page)).toEqual([])
      await tools.click()
    }
    // A pressed button changes its name, so the next one is the first again.
    const closed = button(page, table)
    while ((await closed.count()) > 0) await closed.first().click()
    await button(page, exported).click()
    await page.locator('details summary').first().click()
    expect(await axeFaults(page)).toEqual([])
    expect(await fitsItsWidth(page)).toBe(true)
  })
}

test('shows every name that people and tests rely on', async ({ page }) => {
  await open(page, 'playground?run=adamw&run=momentum&run=adadelta&run=gd,decay:inverse')
  const sliders = [
    'Learning rate α',
    'β₁',
    'β₂',
    'ε',
    'Weight decay',
    'Batch size',
    'Elongation κ',
    'Angle',
    'Label noise',
    'Mislabelled examples',
    'Training examples m',
    'Steps',
    'Cost × c',
  ]
  for (const name of sliders) {
    await expect(slider(page, name), name).toHaveCount(1)
    await expect(textBox(page, name), name).toHaveCount(1)
    await expect(slider(page, name), name).toHaveAttribute('aria-valuetext', /./)
  }
  for (const [run, name] of [
    ['Momentum', 'Momentum β'],
    ['Adadelta', 'ρ'],
    ['Gradient descent', 'Decay rate'],
  ] as const) {
    await button(page, run).click()
    await expect(slider(page, name), name).toHaveCount(1)
    await expect(textBox(page, name), name).toHaveCount(1)
  }
  await expect(textBox(page, 'Speed')).toHaveCount(1)
  for (const name of ['Speed', 'Timeline', 'Start']) await expect(slider(page, name), name).toHaveCount(1)
  for (const name of ['Objective', 'Optimizer', 'Decay', 'Convention', 'Language', 'Theme'])
    await expect(choice(page, name), name).toHaveCount(1)
  await expect(textBox(page, 'Seed')).toHaveCount(1)
  for (const name of [
    'Play',
    'Step forward',
    'Step back',
    'To the start',
    'To the end',
    'Restart',
    'New seed',
    'Undo',
    'Redo',
    'Reset',
    'Copy link',
    'Present',
    'Export',
    'Import',
    'Add a run',
  ])
    await expect(button(page, name), name).toHaveCount(1)
  await expect(status(page, 'Step')).toHaveText('step 200 of 200, epoch 199')
  await expect(status(page, 'Notice')).toHaveCount(1)
  const runs = page.getByRole('group', { name: 'Runs', exact: true })
  await expect(runs.getByRole('button', { pressed: true })).toHaveText('Gradient descent')
  await button(page, 'Export').click()
  for (const name of ['CSV', 'PNG', 'SVG', 'Animation', 'Experiment file'])
    await expect(page.getByRole('menuitem', { name, exact: true })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await choice(page, 'Objective').selectOption('rosenbrock')
  await expect(slider(page, 'Surface noise')).toHaveCount(1)
  await choice(page, 'Objective').selectOption('expression')
  await expect(textBox(page, 'Formula')).toHaveCount(1)
  await page.getByRole('checkbox', { name: /^Average of about 10 batches \(it lags\)$/ }).check()
  await expect(slider(page, 'Smoothing β')).toHaveAttribute(
    'aria-valuetext',
    '0.9, averages about 10 batches',
  )
})

async function tableOf(page: Page, name: string): Promise<string[][]> {
  const plot = figure(page, name)
  await plot.getByRole('button', { name: 'Show as table' }).first().click()
  const rows = plot.getByRole('table').first().getByRole('row')
  await expect.poll(() => rows.count(), name).toBeGreaterThan(2)
  const text = await rows.evaluateAll((all) =>
    all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)),
  )
  await plot.getByRole('button', { name: 'Hide the table' }).first().click()
  return text
}

test('every figure describes itself in words and as a table', async ({ page }) => {
  await open(page, 'playground?batchSize=64&step=20')
  const words = (name: string) => figure(page, name).locator('.Plot-summary').first()
  await expect(words('Cost surface')).toHaveText(
    /^Start at w −8, b 1\.5\. Step 20\. Gradient descent: w .*, b .*, J .*Momentum: w/,
  )
  await expect(words('Cost per batch')).toHaveText(/Gradient descent: J .*Momentum: J /)
  await expect(words('Learning rate')).toHaveText('Gradient descent: α 0.018. Momentum: α 0.05.')
  await expect(figure(page, 'Cost surface')).toHaveAttribute('aria-describedby', /./)
  const map = await tableOf(page, 'Cost surface')
  expect(map[0]).toEqual(['run', 'step', 'θ₀', 'θ₁', 'J'])
  expect(map[1].slice(0, 4)).toEqual(['Gradient descent', '0', '−8', '1.5'])
  expect(map.filter(([run]) => run === 'Momentum').length).toBeGreaterThan(10)
  const cost = await tableOf(page, 'Cost per batch')
  expect(cost[0]).toEqual(expect.arrayContaining(['run', 'J']))
  expect(cost.flat().join(' ')).not.toMatch(/NaN|undefined|Infinity/)
  expect((await tableOf(page, 'Learning rate')).length).toBeGreaterThan(3)
  await page.getByRole('radio', { name: 'Optimizer memory' }).click({ force: true })
  expect((await tableOf(page, 'Optimizer memory')).length).toBeGreaterThan(3)
  // The words follow the cursor.
  await page.keyboard.press('Home')
  await expect(words('Cost surface')).toContainText('Step 0')
})

test.describe('with reduced motion', () => {
  test.use({ reducedMotion: 'reduce' })
  test('nothing moves by itself, and Play still works', async ({ page }) => {
    await open(page, 'playground')
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((node) => {
          const { animationName, transitionDuration } = getComputedStyle(node)
          return (
            animationName !== 'none' || transitionDuration.split(',').some((one) => parseFloat(one) > 0.011)
          )
        })
        .map((node) => node.className),
    )
    expect(moving).toEqual([])
    await button(page, 'Play').click()
    await expect.poll(() => stepOf(page)).toBeGreaterThan(1)
  })
})

test.describe('with forced colors', () => {
  test.use({ forcedColors: 'active' })
  test('pictures keep their own colors, and selections stay visible', async ({ page }) => {
    await answerBets(page)
    await open(page, 'momentum')
    const ground = () =>
      figure(page, 'Cost surface')
        .locator('.Plot-frame')
        .evaluate((frame) => getComputedStyle(frame).backgroundColor)
    const map = await drawnSettled(figure(page, 'Cost surface'))
    const cost = await drawnSettled(figure(page, 'Cost per batch'))
    expect(await ground()).toBe('rgb(252, 251, 248)')
    const dots = page.getByRole('navigation', { name: 'Steps of this lesson' }).getByRole('button')
    const look = (dot: number) => dots.nth(dot).evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(await look(0)).not.toBe(await look(1))
    expect(await axeFaults(page)).toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
    expect(await drawnSettled(figure(page, 'Cost surface'))).toBe(map)
    expect(await drawnSettled(figure(page, 'Cost per batch'))).toBe(cost)
  })
})

test('touch targets are large enough', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await open(page, 'playground')
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, select, input:not([type=checkbox], [type=radio]), label:has(input), summary, a[href]',
      ),
    ]
      .filter((node) => (node as HTMLElement).offsetParent !== null && !node.classList.contains('skip'))
      .map(
        (node) =>
          [node.getAttribute('aria-label') ?? node.textContent, node.getBoundingClientRect()] as const,
      )
      .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(([name, box]) => `${name}: ${box.width}×${box.height}`),
  )
  expect(small).toEqual([])
  expect(await fitsItsWidth(page)).toBe(true)
  await context.close()
})
