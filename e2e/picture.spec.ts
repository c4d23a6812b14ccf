// The picture comes first: the gallery, pins, the relief, motion.
import { answerBets, expect, open, ready, rest, test } from './fixtures.ts'
import { button, figure, slider, textBox, type } from './names.ts'
import { axeFaults, experimentOf } from './seen.ts'

test('a gallery picture is drawn when it comes into view, and opens in the lab', async ({ page }) => {
  await open(page, 'gallery')
  const drawn = (at: number) =>
    page
      .locator('.Contents-thumbnail')
      .nth(at)
      .evaluate((canvas: HTMLCanvasElement) => canvas.width !== 300)
  await expect.poll(() => drawn(0)).toBe(true)
  await page.getByRole('link', { name: /Momentum overshoots/ }).click()
  await expect
    .poll(() => experimentOf(page))
    .toMatchObject({ steps: 60, runs: [{ optimizer: 'momentum', alpha: 0.1 }] })
})

test('G pins the paths with their values, which survive a reload and can be removed', async ({ page }) => {
  await open(page, 'playground?run=gd,alpha:0.018')
  await page.keyboard.press('g')
  await type(page, 'Learning rate α', 0.01)
  const pinned = page.getByRole('button', { name: 'Remove “α 0.018”' })
  await expect(pinned).toBeVisible()
  await expect(page).toHaveURL(/ghost=/)
  await page.reload()
  await ready(page)
  await expect(pinned).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await pinned.click()
  await expect(pinned).toHaveCount(0)
  await expect(page).not.toHaveURL(/ghost=/)
})

test('▶ sweeps α up to just above its limit, and Escape gives the value back', async ({ page }) => {
  await open(page, 'playground')
  const alpha = async () => ((await experimentOf(page)) as { runs: { alpha: number }[] }).runs[0].alpha
  const sweep = button(page, 'Sweep Learning rate α')
  await sweep.click()
  await expect.poll(alpha).toBeLessThan(0.018)
  await expect.poll(alpha).toBeGreaterThan(0.019)
  expect(await alpha()).toBeLessThanOrEqual(1.12 * 0.02)
  await page.keyboard.press('Escape')
  await expect.poll(alpha).toBe(0.018)
  // The passed values stay as paths, whose costs show, too. A click on an end takes its value.
  const box = (await figure(page, 'Cost surface').locator('canvas').first().boundingBox())!
  await expect
    .poll(async () => {
      await page.mouse.click(box.x + 0.602 * box.width, box.y + 0.512 * box.height)
      return alpha()
    })
    .not.toBe(0.018)
})

test('T tilts the map into a relief, kept in the address; its handle turns it, and the start still moves', async ({
  page,
}) => {
  await open(page, 'playground')
  await expect(button(page, 'Tilt')).toBeVisible()
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/tilt=45,14/)
  await expect(button(page, 'Tilt')).toHaveAttribute('aria-pressed', 'true')
  const relief = page.locator('canvas.Relief-relief')
  await expect(relief).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await slider(page, 'Tilt of the map').press('ArrowUp')
  await expect(page).toHaveURL(/tilt=50,14/)
  await slider(page, 'Start').press('ArrowRight')
  await expect(page).toHaveURL(/start=/)
  // Dragging the ground rotates the block.
  const box = (await relief.boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + 140, box.y + 80, { steps: 3 })
  await page.mouse.up()
  await expect(page).toHaveURL(/tilt=50,44/)
  await page.reload()
  await ready(page)
  await expect(relief).toBeVisible()
  await button(page, 'Tilt').click()
  await expect(relief).toHaveCount(0)
  await expect(page).not.toHaveURL(/tilt=/)
})

test('the front page races from the ball’s place, and can be paused', async ({ page }) => {
  await open(page)
  const ball = slider(page, 'Start')
  await expect(ball).toHaveAttribute('aria-valuetext', 'w −8.2, b 1.7')
  await ball.press('ArrowRight')
  await expect(ball).toHaveAttribute('aria-valuetext', 'w −8, b 1.7')
  await button(page, 'Pause').click()
  await expect(button(page, 'Play')).toBeVisible()
  await expect.poll(() => ball.evaluate((one) => one.style.translate)).not.toBe('')
})

test('on a first visit the runs race once, and nothing else moves', async ({ page }) => {
  await open(page, 'playground')
  const racers = page.locator('.MapCues-racer')
  await expect(racers).not.toHaveCount(0)
  expect(await page.evaluate(() => window.ravine.step)).toBe(200)
  await page.keyboard.press('Shift')
  await expect(racers).toHaveCount(0)
  await page.reload()
  await ready(page)
  await rest(page)
  await expect(racers).toHaveCount(0)
})

test('the map hints once at dragging and zooming, and a double click zooms without moving the start', async ({
  page,
}) => {
  await open(page, 'playground')
  const cue = page.locator('.MapCues-dragCue > span')
  await expect(cue).toBeVisible()
  await slider(page, 'Start').press('ArrowRight')
  await expect(cue).toHaveCount(0)
  await page.reload()
  await ready(page)
  await expect(button(page, 'Tilt')).toBeVisible()
  await expect(cue).toHaveCount(0)

  const map = page.locator('.Lab-map .Plot-frame')
  const box = (await map.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3)
  await page.mouse.wheel(0, 100)
  await expect(page.locator('.MapCues-wheelHint')).toBeVisible()
  const fit = button(page, 'Fit')
  await expect(fit).toHaveCount(0)
  const { start } = (await experimentOf(page)) as { start: unknown }
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 3)
  await expect(fit).toBeVisible()
  expect(await experimentOf(page)).toMatchObject({ start })
  await fit.click()
  await expect(fit).toHaveCount(0)

  // One notch with Ctrl keeps at least four fifths of the view.
  const width = () =>
    slider(page, 'Start').evaluate(
      (one) => Number(one.getAttribute('aria-valuemax')) - Number(one.getAttribute('aria-valuemin')),
    )
  const whole = await width()
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -900)
  await page.keyboard.up('Control')
  await expect(fit).toBeVisible()
  expect(whole / (await width())).toBeCloseTo(1.25, 3)
})

test('“This point is this line” has equal halves, and a thread between them after the answer', async ({
  page,
}) => {
  await open(page, 'reading-the-map?at=3')
  const sizeOf = async (name: string) => (await page.locator(name).boundingBox())!
  const map = await sizeOf('.Lab-map')
  const line = await sizeOf('.Lab-strip:has(.Line-panel)')
  expect(Math.abs(map.width - line.width)).toBeLessThan(32)
  expect(Math.abs(map.height - line.height)).toBeLessThan(32)
  await expect(page.locator('.Line-thread')).toHaveCount(0)
  await page.getByRole('radio').first().check({ force: true })
  await button(page, 'Reveal').click()
  await expect(page.locator('.Line-thread path')).toHaveAttribute('d', /^M[\d.]+ [\d.]+C/)
  expect(await sizeOf('.Lab-map')).toEqual(map)
})

test('the map explains itself on the spot, and its handle covers no readout', async ({ page }) => {
  await open(page, 'playground')
  const help = page.getByRole('link', { name: 'How to read this' })
  await help.hover()
  await expect(help).toHaveAccessibleDescription(/crosses the lines at right angles/)
  expect(await axeFaults(page)).toEqual([])
  await help.press('Escape')
  await expect(page.locator('.ReadHint-hint')).toBeHidden()
  const map = (await page.locator('.Lab-map').boundingBox())!
  await page.mouse.move(map.x + map.width * 0.3, map.y + map.height * 0.6)
  // Also at the first rest of the pointer, when the code that computes J has just come.
  await expect(page.locator('.Lab-map .Plot-readout')).toContainText('J')
  const readout = (await page.locator('.Lab-map .Plot-readout').boundingBox())!
  const dial = (await page.locator('.Relief-dial').boundingBox())!
  expect(readout.x + readout.width).toBeLessThanOrEqual(dial.x)
})

test('a click puts the start there without another frame, and no note moves Play', async ({ page }) => {
  await open(page, 'playground')
  const map = figure(page, 'Cost surface').locator('.Plot-frame')
  const box = (await map.boundingBox())!
  const ticks = (): Promise<string[]> => map.locator('svg text').allTextContents()
  const before = await ticks()
  const [x, y] = [box.x + box.width * 0.2, box.y + box.height * 0.7]
  await page.mouse.click(x, y)
  const startOf = async () => ((await experimentOf(page)) as { start: number[] }).start
  await expect.poll(async () => (await startOf())[1]).toBeLessThan(0)
  await rest(page)
  const start = (await slider(page, 'Start').locator('circle').last().boundingBox())!
  expect(Math.hypot(start.x + start.width / 2 - x, start.y + start.height / 2 - y)).toBeLessThan(2)
  expect(await ticks()).toEqual(before)
  const play = (await button(page, 'Play').boundingBox())!
  await textBox(page, 'Learning rate α').fill('0.025')
  await textBox(page, 'Learning rate α').press('Enter')
  await expect(page.getByText('rises at step 1')).toBeVisible()
  expect(await button(page, 'Play').boundingBox()).toEqual(play)
})

test('on a phone a lesson’s picture, with Play on it, is above its controls', async ({ page }) => {
  await answerBets(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, 'momentum')
  const boxOf = async (name: string) => (await page.locator(name).first().boundingBox())!
  const map = await boxOf('.Lab-map')
  const play = await boxOf('.PlaybackBar-play')
  const controls = await boxOf('.Lab-controls')
  expect(map.height).toBeGreaterThan(350)
  expect(play.y).toBeGreaterThan(map.y)
  expect(play.y + play.height).toBeLessThanOrEqual(map.y + map.height)
  expect(controls.y).toBeGreaterThanOrEqual(map.y + map.height - 1)
  expect(controls.y).toBeLessThan((await boxOf('.Lab-lesson > .Sheet-sheet')).y)
})
