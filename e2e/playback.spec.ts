// Time: play, pause, steps, the timeline, speed. Computed values never depend on how they are watched.
import type { Page } from '@playwright/test'
import { answerBets, expect, go, open, test } from './fixtures.ts'
import { button, figure, slider, status, textBox, type } from './names.ts'
import { drawn, experimentOf, hashOf, stepOf } from './seen.ts'

const step = (page: Page, to: number) => expect.poll(() => stepOf(page)).toBe(to)

test('play, pause, single steps, start, end and restart work', async ({ page }) => {
  await open(page, 'playground')
  await step(page, 200)
  await expect(status(page, 'Step')).toHaveText('step 200 of 200, epoch 199')
  await button(page, 'Play').click()
  await expect(button(page, 'Pause')).toBeVisible()
  await expect.poll(() => stepOf(page)).toBeGreaterThan(2)
  await button(page, 'Pause').click()
  const at = await stepOf(page)
  expect(at).toBeLessThan(200)
  await button(page, 'Step forward').click()
  await step(page, at + 1)
  await button(page, 'Step back').click()
  await step(page, at)
  await button(page, 'To the start').click()
  await step(page, 0)
  await expect(status(page, 'Step')).toHaveText('step 0 of 200, epoch 0')
  await expect(button(page, 'Play')).toBeVisible()
  await button(page, 'To the end').click()
  await step(page, 200)
  const hash = await hashOf(page)
  await button(page, 'Restart').click()
  await expect(button(page, 'Pause')).toBeVisible()
  await expect.poll(() => stepOf(page)).toBeLessThan(100)
  await slider(page, 'Speed').press('End')
  await step(page, 200)
  await expect(button(page, 'Play')).toBeVisible()
  expect(await hashOf(page)).toBe(hash)
})

test('the speed can be typed', async ({ page }) => {
  await open(page, 'playground')
  const box = textBox(page, 'Speed')
  await type(page, 'Speed', '7.5')
  await expect(slider(page, 'Speed')).toHaveAttribute('aria-valuetext', '7.5 steps/s')
  await type(page, 'Speed', '-3')
  await expect(status(page, 'Notice')).toContainText('Speed: expected a number above 0, got -3; keeping 7.5.')
  await expect(box).toHaveValue('7.5')
  await type(page, 'Speed', '1e9')
  await expect(box).toHaveValue('fastest')
  await slider(page, 'Speed').press('Home')
  await expect(box).toHaveValue('1')
})

/** Returns the boxes of the bar's parts, which are on one line. */
async function partsOfTime(page: Page): Promise<readonly DOMRect[]> {
  const parts = await page
    .locator('.PlaybackBar-playback > *')
    .evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON() as DOMRect))
  expect(parts).toHaveLength(4)
  const middles = parts.map(({ y, height }) => y + height / 2)
  expect(Math.max(...middles) - Math.min(...middles), page.url()).toBeLessThan(4)
  return parts
}

test('the playback bar stays on one line on a laptop, even with a million steps', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(page, 'playground?steps=1000000&step=0')
  for (const language of ['en', 'zh-CN']) {
    await go(page, `playground?steps=1000000&step=0&lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const parts = await partsOfTime(page)
    // The timeline stays wide enough to use.
    expect(parts[1].width).toBeGreaterThan(90)
  }
})

test('the playback bar stays on one line in a lesson, even beside a rule', async ({ page }) => {
  await answerBets(page)
  await open(page, 'rmsprop')
  for (const step of ['rmsprop?lang=en', 'rmsprop?lang=zh-CN', 'rmsprop?at=5&lang=en']) {
    await go(page, step)
    await expect(page.locator('html')).toHaveAttribute('lang', step.includes('zh') ? 'zh-CN' : 'en')
    const parts = await partsOfTime(page)
    expect(parts[1].width).toBeGreaterThan(60)
    const buttons = await page
      .locator('.PlaybackBar-playback button')
      .evaluateAll((all) => all.map((button) => button.getBoundingClientRect().width))
    expect(Math.min(...buttons)).toBeGreaterThanOrEqual(24)
  }
})

test('the value of the timeline is the step, and all plots follow', async ({ page }) => {
  await open(page, 'playground?batchSize=64')
  const timeline = slider(page, 'Timeline')
  await expect(timeline).toHaveAttribute('max', '200')
  await expect(timeline).toHaveValue('200')
  const plots = ['Cost surface', 'Cost per batch', 'Learning rate']
  const before = await Promise.all(plots.map((name) => drawn(figure(page, name))))
  await timeline.fill('34')
  await step(page, 34)
  await expect(status(page, 'Step')).toHaveText('step 34 of 200, epoch 4')
  await expect(timeline).toHaveAttribute('aria-valuetext', 'step 34 of 200, epoch 4')
  for (const [i, name] of plots.entries())
    await expect.poll(() => drawn(figure(page, name)), name).not.toBe(before[i])
  await timeline.press('ArrowRight')
  await timeline.press('Shift+ArrowRight')
  await step(page, 45)
  await timeline.press('Home')
  await step(page, 0)
  await timeline.press('End')
  await step(page, 200)
  // Click into a curve.
  const box = (await figure(page, 'Cost per batch').locator('canvas').first().boundingBox())!
  await page.mouse.click(box.x + box.width * 0.55, box.y + box.height / 2)
  await expect.poll(() => stepOf(page)).toBeLessThan(150)
  await expect(timeline).toHaveValue(String(await stepOf(page)))
})

test('a route opens at its last step, at step=, or playing', async ({ page }) => {
  await open(page, 'playground?steps=80')
  expect(await stepOf(page)).toBe(80)
  await expect(button(page, 'Play')).toBeVisible()
  await open(page, 'playground?steps=80&step=7')
  expect(await stepOf(page)).toBe(7)
  await open(page, 'playground?steps=80&step=900')
  expect(await stepOf(page)).toBe(80)
  await open(page, 'playground?steps=5000&play=1')
  await expect(button(page, 'Pause')).toBeVisible()
  expect(await stepOf(page)).toBeLessThan(4000)
  await open(page, 'playground?steps=0')
  expect(await stepOf(page)).toBe(0)
  await expect(figure(page, 'Cost surface')).toBeVisible()
  await button(page, 'Play').click()
  await expect(button(page, 'Play')).toBeVisible()
})

test('a change keeps the cursor’s step, clamped', async ({ page }) => {
  await open(page, 'playground?step=60')
  await type(page, 'Learning rate α', 0.01)
  await step(page, 60)
  await type(page, 'Steps', 300)
  await step(page, 60)
  await type(page, 'Steps', 40)
  await step(page, 40)
  await expect(slider(page, 'Timeline')).toHaveValue('40')
  await expect(status(page, 'Step')).toHaveText('step 40 of 40, epoch 39')
  await page.keyboard.press('End')
  await button(page, 'Reset').click()
  await step(page, 40)
  await button(page, 'Play').click()
  await type(page, 'Elongation κ', 60)
  await expect(button(page, 'Pause')).toBeVisible()
})

test('the hash is the same at any speed and in any chunks', async ({ page }) => {
  const link = 'playground?steps=3000&batchSize=16&run=adam&run=momentum&run=gd,alpha:0.018'
  await open(page, link)
  const whole = await hashOf(page)
  await slider(page, 'Timeline').fill('1234')
  await step(page, 1234)
  const part = await hashOf(page)
  expect(part).not.toBe(whole)
  await open(page, `${link}&step=1234`)
  expect(await hashOf(page)).toBe(part)
  await open(page, `${link}&play=1`)
  await slider(page, 'Speed').fill('8')
  await expect.poll(() => stepOf(page)).toBeGreaterThan(1234)
  await slider(page, 'Timeline').fill('1234')
  await step(page, 1234)
  expect(await hashOf(page)).toBe(part)
  await button(page, 'Play').click()
  await slider(page, 'Speed').press('End')
  await step(page, 3000)
  expect(await hashOf(page)).toBe(whole)
  // The step before Restart reads the same, and the cursor moves on while a hash is requested.
  await button(page, 'Restart').click()
  await expect.poll(() => hashOf(page)).toBe(whole)
  await step(page, 3000)
})

test('a million steps stay scrubbable, with bounded memory', async ({ page }) => {
  test.slow()
  await open(
    page,
    'playground?objective=quadratic&curvature=1,10&noise=1&m=64&steps=1000000&step=0&run=adam&run=gd,alpha:0.05&batchSize=8&costEvery=epoch',
  )
  await slider(page, 'Timeline').fill('1000000')
  await expect.poll(() => stepOf(page), { timeout: 120_000 }).toBe(1_000_000)
  const timeline = slider(page, 'Timeline')
  const summary = figure(page, 'Cost surface').locator('.Plot-summary')
  for (const to of [777_777, 3, 500_001]) {
    await timeline.fill(String(to))
    await step(page, to)
    await expect(summary).toContainText(`Step ${to.toLocaleString('en')}`)
  }
  const memory = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  )
  expect(memory).toBeLessThan(150e6)
  expect(await hashOf(page)).toMatch(/^[0-9a-f]{16}$/)
  // A moved slider does not wait for the end.
  await timeline.fill('10')
  await type(page, 'Learning rate α', 0.02)
  await step(page, 10)
  expect(((await experimentOf(page)) as { runs: { alpha: number }[] }).runs[0].alpha).toBe(0.02)
  expect(await hashOf(page)).toMatch(/^[0-9a-f]{16}$/)
})
