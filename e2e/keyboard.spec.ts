// Everything by keyboard: page shortcuts act only when nothing else uses the key, and every change can be undone and
// redone, a drag as one step.
import type { Page } from '@playwright/test'
import { expect, go, open, test } from './fixtures.ts'
import { button, choice, figure, pressEnter, slider, textBox, type } from './names.ts'
import { experimentOf, hashOf, stepOf, twoFrames } from './seen.ts'

const seedOf = async (page: Page) => ((await experimentOf(page)) as { seed: number }).seed
const alphaOf = async (page: Page) =>
  ((await experimentOf(page)) as { runs: { alpha: number }[] }).runs[0].alpha
const blur = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

test('the page’s keys work', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'playground?batchSize=32')
  const { keyboard } = page
  const steps = [
    ['Home', 0],
    ['ArrowRight', 1],
    ['Shift+ArrowRight', 11],
    ['ArrowLeft', 10],
    ['Shift+ArrowLeft', 0],
    ['ArrowLeft', 0],
    ['End', 200],
    ['ArrowRight', 200],
  ] as const
  for (const [key, step] of steps) {
    await keyboard.press(key)
    await expect.poll(() => stepOf(page), key).toBe(step)
  }
  const hash = await hashOf(page)
  await keyboard.press('Space')
  await expect(button(page, 'Pause')).toBeVisible()
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0)
  await keyboard.press('Space')
  await expect(button(page, 'Play')).toBeVisible()
  const seed = await seedOf(page)
  await keyboard.press('End')
  await keyboard.press('r')
  await expect(button(page, 'Pause')).toBeVisible()
  expect(await seedOf(page)).toBe(seed)
  await keyboard.press('Space')
  await keyboard.press('n')
  expect(await seedOf(page)).not.toBe(seed)
  await keyboard.press('End')
  await expect.poll(() => stepOf(page)).toBe(200)
  expect(await hashOf(page)).not.toBe(hash)
  const summary = figure(page, 'Cost surface').locator('.Plot-summary')
  await keyboard.press('2')
  await expect(summary).not.toContainText('Momentum')
  await keyboard.press('2')
  await expect(summary).toContainText('Momentum')
  await keyboard.press('9')
  await keyboard.press('l')
  await expect(page.getByRole('status', { name: 'Notice' })).toHaveText('Link copied.')
  await keyboard.press('p')
  await expect(page.getByRole('main', { name: 'Stage' })).toBeVisible()
  await keyboard.press('p')
  await expect(button(page, 'Present')).toHaveAttribute('aria-pressed', 'false')
})

test('a key does nothing with Ctrl, Alt or Meta, in a text field, or if a control uses it', async ({
  page,
}) => {
  await open(page, 'playground?step=50')
  const { keyboard } = page
  const seed = await seedOf(page)
  for (const key of [
    'Control+ArrowRight',
    'Alt+ArrowRight',
    'Meta+ArrowRight',
    'Alt+n',
    'Meta+n',
    'Control+Home',
  ])
    await keyboard.press(key)
  expect(await stepOf(page)).toBe(50)
  expect(await seedOf(page)).toBe(seed)
  await textBox(page, 'Seed').focus()
  for (const key of ['n', 'r', 'Space', 'ArrowRight', 'Home', 'End', '1', 'p', 'l', '?'])
    await keyboard.press(key)
  await keyboard.press('Escape')
  expect(await stepOf(page)).toBe(50)
  expect(await seedOf(page)).toBe(seed)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // A slider's own keys. The other shortcuts still act.
  const alpha = await alphaOf(page)
  const box = slider(page, 'Learning rate α')
  await box.press('ArrowRight')
  expect(await alphaOf(page)).toBeGreaterThan(alpha)
  await box.press('Home')
  await box.press('PageUp')
  // Recomputed rows arrive in chunks, and the cursor moves along.
  await expect.poll(() => stepOf(page)).toBe(50)
  await box.press('n')
  expect(await seedOf(page)).not.toBe(seed)
  await slider(page, 'Start').press('ArrowLeft')
  await expect.poll(() => stepOf(page)).toBe(50)
  await choice(page, 'Optimizer').focus()
  await keyboard.press('ArrowDown')
  await expect.poll(() => stepOf(page)).toBe(50)
  await keyboard.press('Escape')
  const now = await seedOf(page)
  await keyboard.press('n')
  expect(await seedOf(page)).toBe(now)
  // Space on a button only presses the button.
  await button(page, 'Step forward').focus()
  await keyboard.press('Space')
  await expect.poll(() => stepOf(page)).toBe(51)
  await keyboard.press('Enter')
  await expect.poll(() => stepOf(page)).toBe(52)
  await expect(button(page, 'Play')).toBeVisible()
  await button(page, 'Step forward').press('ArrowRight')
  await expect.poll(() => stepOf(page)).toBe(53)
  await page.getByRole('checkbox', { name: 'One α for all runs' }).focus()
  await keyboard.press('Space')
  await expect(button(page, 'Play')).toBeVisible()
  await button(page, 'Export').focus()
  await keyboard.press('Enter')
  await keyboard.press('End')
  await expect(page.getByRole('menuitem').last()).toBeFocused()
  await keyboard.press('Escape')
  await expect(button(page, 'Export')).toBeFocused()
  expect(await stepOf(page)).toBe(53)
})

test('undo and redo cover every change, and a drag is one step', async ({ page }) => {
  test.slow()
  await open(page, 'playground')
  const states: string[] = []
  const state = async () =>
    JSON.stringify([
      await experimentOf(page),
      await page.locator('[data-dimmed]').count(),
      await button(page, 'Stretch to fit').getAttribute('aria-pressed'),
    ])
  const menu = async (name: string, item: string) => {
    await page.getByRole('button', { name: `More: ${name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  const changes: (() => Promise<unknown>)[] = [
    () => type(page, 'Learning rate α', 0.01),
    () => slider(page, 'Elongation κ').press('ArrowRight'),
    async () => {
      await slider(page, 'Label noise').scrollIntoViewIfNeeded()
      const box = (await slider(page, 'Label noise').boundingBox())!
      await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 8 })
      await page.mouse.up()
    },
    async () => {
      const box = (await slider(page, 'Start').locator('circle').last().boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.mouse.move(box.x + 90, box.y + 50, { steps: 8 })
      await page.mouse.up()
    },
    () => button(page, 'Add a run').click(),
    () => choice(page, 'Optimizer').selectOption('lion'),
    () => menu('Momentum', 'Hide'),
    () => menu('Gradient descent', 'Remove'),
    () => button(page, 'New seed').click(),
    () => choice(page, 'Decay').selectOption('cosine'),
    () => choice(page, 'Convention').selectOption('pytorch'),
    () => page.getByRole('checkbox', { name: 'Reshuffle every epoch' }).uncheck(),
    () => type(page, 'Steps', 90),
    () => button(page, 'Stretch to fit').click(),
    () => choice(page, 'Objective').selectOption('himmelblau'),
    () => button(page, 'Reset').click(),
  ]
  states.push(await state())
  for (const change of changes) {
    await change()
    states.push(await state())
    expect(states.at(-1), String(change)).not.toBe(states.at(-2))
  }
  await blur(page)
  for (let i = changes.length - 1; i >= 0; i--) {
    await page.keyboard.press(i % 2 ? 'Control+z' : 'Meta+z')
    expect(await state(), `undo ${i}`).toBe(states[i])
  }
  await expect(button(page, 'Undo')).toBeDisabled()
  await page.keyboard.press('Control+z')
  for (let i = 1; i <= changes.length; i++) {
    await page.keyboard.press('Shift+Control+z')
    expect(await state(), `redo ${i}`).toBe(states[i])
  }
  await expect(button(page, 'Redo')).toBeDisabled()
  await button(page, 'Undo').click()
  expect(await state()).toBe(states.at(-2))
  await button(page, 'Redo').click()
  expect(await state()).toBe(states.at(-1))
})

test('Escape cancels a drag and restores the old place', async ({ page }) => {
  await open(page, 'playground')
  const start = slider(page, 'Start')
  const alpha = slider(page, 'Learning rate α')
  for (const [grip, name] of [
    [start.locator('circle').last(), start],
    [alpha, alpha],
  ] as const) {
    const before = await experimentOf(page)
    const value = await name.getAttribute('aria-valuetext')
    await grip.scrollIntoViewIfNeeded()
    const box = (await grip.boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 70, y + 30, { steps: 6 })
    await expect(name).not.toHaveAttribute('aria-valuetext', value!)
    await page.keyboard.press('Escape')
    await expect(name).toHaveAttribute('aria-valuetext', value!)
    // After Escape, moving the pointer has no effect.
    await page.mouse.move(x + 90, y + 40, { steps: 4 })
    await page.mouse.up()
    await expect(name).toHaveAttribute('aria-valuetext', value!)
    expect(await experimentOf(page)).toEqual(before)
  }
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
})

test('the keys are listed under ?, and can be switched off', async ({ page }) => {
  await open(page, 'playground?step=10')
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  for (const key of ['Space', 'Home End', 'R', 'N', 'P', 'L', 'Ctrl/⌘ Z', '1 … 9'])
    await expect(dialog.getByText(key, { exact: true })).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.press('End')
  await dialog.getByRole('checkbox', { name: 'Keyboard shortcuts on' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await seedOf(page)).toBe(1)
  await blur(page)
  for (const key of ['ArrowRight', 'n', 'Space', 'Home', '1', 'p']) await page.keyboard.press(key)
  expect(await stepOf(page)).toBe(10)
  expect(await seedOf(page)).toBe(1)
  await page.reload()
  await page.evaluate(() => window.ravine.ready)
  await page.keyboard.press('n')
  expect(await seedOf(page)).toBe(1)
  await page.keyboard.press('?')
  await dialog.getByRole('checkbox', { name: 'Keyboard shortcuts on' }).check()
  await page.keyboard.press('Escape')
  await blur(page)
  await page.keyboard.press('n')
  expect(await seedOf(page)).not.toBe(1)
})

test('Tab reaches the picture, the transport and every control, with visible focus', async ({ page }) => {
  await open(page, 'playground')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the picture' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  const seen = new Set<string>()
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const node = document.activeElement!
      const name = node.getAttribute('aria-label') ?? node.textContent ?? ''
      if (node === document.body) return ''
      const { outlineStyle, boxShadow } = getComputedStyle(node)
      const beside = [...(node.parentElement?.querySelectorAll('*') ?? []), ...node.querySelectorAll('*')]
      const marked =
        outlineStyle !== 'none' ||
        boxShadow !== 'none' ||
        beside.some((one) => {
          const style = getComputedStyle(one)
          return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.opacity === '1'
        })
      return `${name}${marked ? '' : ' has no visible focus'}`
    })
    seen.add(at)
  }
  for (const name of [
    'Start',
    'Play',
    'Timeline',
    'Speed',
    'Add a run',
    'Optimizer',
    'Learning rate α',
    'Decay',
    'Objective',
    'Elongation κ',
    'Batch size',
    'Steps',
    'Seed',
    'New seed',
    'Convention',
  ])
    expect([...seen], name).toContain(name)
  expect([...seen].filter((name) => name.includes('no visible focus'))).toEqual([])
})

test('focus in a lesson’s words is fully visible above the navigation', async ({ page }) => {
  await open(page, 'momentum?at=2')
  for (const [width, height] of [
    [390, 844],
    [320, 640],
    [1280, 640],
  ]) {
    await page.setViewportSize({ width, height })
    await twoFrames(page)
    const way = page.locator('.Lesson-way')
    const controls = page.locator('.Lesson-words :is(input, button):not(.Lesson-way *)')
    expect(await controls.count()).toBeGreaterThan(3)
    for (const control of await controls.all()) {
      await control.focus()
      const hidden = await control.evaluate((element) => {
        const seen = (element.closest('label') ?? element).getBoundingClientRect()
        return (
          seen.bottom -
          element.closest('.Lesson-words')!.querySelector('.Lesson-way')!.getBoundingClientRect().top
        )
      })
      expect(hidden).toBeLessThanOrEqual(0)
    }
    await expect(way).toBeVisible()
  }
})

test('in a low window, focus in a lesson’s words is not covered by grip or navigation', async ({ page }) => {
  await open(page, 'momentum?at=2')
  for (const [width, height] of [
    [720, 450],
    [320, 568],
  ]) {
    await page.setViewportSize({ width, height })
    await twoFrames(page)
    const controls = page.locator('.Lesson-words :is(input, button)')
    expect(await controls.count()).toBeGreaterThan(3)
    // From the last back to the first and down again, like Tab and Shift Tab.
    const all = await controls.all()
    for (const control of [...all, ...all.toReversed()]) {
      if (await control.isDisabled()) continue
      await control.focus()
      const covering = await control.evaluate((element) => {
        const { left, top, width: wide, height: tall } = element.getBoundingClientRect()
        const over = document.elementFromPoint(left + wide / 2, top + tall / 2)
        const label = element.closest('label')
        const seen = over && (element.contains(over) || over.contains(element) || label?.contains(over))
        return seen ? '' : `${element.outerHTML.slice(0, 80)} beneath ${over?.outerHTML.slice(0, 80)}`
      })
      expect(covering, `${width}×${height}`).toBe('')
    }
  }
})

test('after a reveal by key the focus stays at the question, and Tab continues from there', async ({
  page,
}) => {
  await open(page, 'momentum?at=2')
  for (const route of ['momentum?at=2', 'adam?at=2']) {
    await go(page, route)
    const question = page.getByRole('region', { name: 'Predict' })
    const answers = question.getByRole('radio')
    if ((await answers.count()) > 0) await answers.first().press('Space')
    else await slider(page, 'Predicted point').press('ArrowRight')
    await pressEnter(button(page, 'Reveal'))
    await expect(button(page, 'Reveal')).toHaveCount(0)
    await expect(question).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.locator('.Lesson-words :focus')).toHaveCount(1)
    // “Skip to the end” goes with the end of the run, and leaves its focus to the question.
    await expect(button(page, 'Skip to the end')).toHaveCount(0)
    await expect(page.locator('.Lesson-words :focus')).toHaveCount(1)
  }
  await go(page, 'bias-correction?at=2')
  const pen = slider(page, 'Your line')
  await pen.press('ArrowDown')
  for (let day = 0; day < 14; day++) await pen.press('ArrowRight')
  await pressEnter(button(page, 'Reveal'))
  await expect(button(page, 'Reveal')).toHaveCount(0)
  await expect(page.locator('.Averages-purpleLine')).toBeFocused()
})

test('a dialog closes with its page', async ({ page }) => {
  await open(page, 'momentum')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.evaluate(() => (location.hash = '#/rmsprop'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
