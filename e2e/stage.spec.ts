// The stage: what the projector shows, at which size, and what a press does. src/app/stage/walk.test.ts checks the
// order of presses in Node. This spec has what needs a browser.
import { choiceOf } from '../src/course/asks.ts'
import { shuffled } from '../src/course/order.ts'
import { momentum } from '../src/lessons/momentum.ts'
import { expect, open, test, visit } from './fixtures.ts'
import { axeFaults, stepOf } from './seen.ts'
import { measure, press } from './wall.ts'

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const

// An answer stays answered, so each language has its own page.
for (const { width, height } of sizes)
  for (const lang of ['en', 'zh-CN'] as const)
    test(`a question is asked, counted and answered on the whole wall: ${width}×${height}, ${lang}`, async ({
      page,
    }) => {
      test.slow()
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await open(page, `momentum?at=2&lang=${lang}&present=1`)
      for (const route of [
        'momentum?at=2',
        'decay?at=2',
        'local-optima?at=1',
        'averages?at=2',
        'mini-batch?at=2',
      ]) {
        await visit(page, `${route}&lang=${lang}&present=1`)
        await expect(page.locator('.Stage-sceneAnswers, .Stage-scene')).toHaveCount(1)
        const cards = page.locator('.HoldCard-card')
        for (const phase of ['scene', 'ask', 'count', 'reveal', 'after'] as const) {
          await expect(page.locator('.Stage-scene')).toHaveAttribute('data-phase', phase)
          const where = `${route} ${lang} ${phase}`
          // A picture may load from its own file.
          if (phase !== 'ask' && phase !== 'count')
            await expect
              .poll(async () => (await measure(page)).figure, { message: where })
              .toBeGreaterThanOrEqual(0.65)
          // Letters are fitted when their cards are laid out.
          await expect.poll(async () => (await measure(page)).out, { message: where }).toEqual([])
          const seen = await measure(page)
          expect(seen.small, where).toEqual([])
          expect(seen.scrolls, where).toBe(false)
          if (phase === 'ask' || phase === 'count')
            expect(await cards.count(), where).toBeGreaterThanOrEqual(2)
          await press(page, 'PageDown')
        }
      }
    })

test('a clicker goes forward and back through everything to the same state, whatever has the focus', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'momentum?at=2&present=1')
  const scene = page.locator('.Stage-scene')
  const state = async (): Promise<string> =>
    JSON.stringify([
      await scene.getAttribute('data-phase'),
      await page.locator('.Stage-sceneTitle').textContent(),
      await page.evaluate(() => window.ravine.experiment),
      await stepOf(page),
    ])
  const alpha = page
    .getByRole('toolbar', { name: 'Presenter tools' })
    .getByRole('slider', { name: 'Learning rate α' })
  const seen = [await state()]
  for (const phase of ['ask', 'count', 'reveal', 'after']) {
    await press(page, 'PageDown')
    await expect(scene).toHaveAttribute('data-phase', phase)
    if (phase === 'after') {
      // After a drag the slider keeps the focus. The next press still belongs to the lecture.
      await alpha.focus()
      const before = await alpha.inputValue()
      await press(page, 'ArrowRight')
      expect((await alpha.count()) === 0 || (await alpha.inputValue()) === before).toBe(true)
      await press(page, 'PageUp')
    }
    seen.push(await state())
  }
  for (let i = seen.length - 2; i >= 0; i--) {
    await press(page, i % 2 ? 'PageUp' : 'ArrowLeft')
    await expect.poll(state).toBe(seen[i])
  }
})

test('votes are counted by keys and clicks, hidden and shown, and survive a reload', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'momentum?at=2&present=1')
  await press(page, 'PageDown')
  await press(page, 'PageDown')
  // With room to spare nothing shrinks.
  await expect(page.locator('.Stage-sceneAnswers')).toHaveAttribute('style', /--fit: 1\.00/)
  const place = choiceOf(shuffled(momentum).steps[1])!.answers.findIndex((one) => one.right)
  const counted = [0, 1, 2].map((i) => (i === place ? /2$/ : /0$/))
  await page.getByRole('button', { name: `Votes for ${'ABC'[place]}: 0` }).click()
  await press(page, String(place + 1))
  await press(page, `Digit${place === 0 ? 2 : 1}`)
  await press(page, `Shift+Digit${place === 0 ? 2 : 1}`)
  const votes = page.getByRole('button', { name: /^Votes for/ })
  await expect(votes).toHaveText(counted)
  await press(page, 'h')
  await expect(page.locator('.Cards-track')).toHaveCount(0)
  await press(page, 'h')
  expect(await axeFaults(page)).toEqual([])
  await page.reload()
  await expect(page.locator('.Stage-scene')).toHaveAttribute('data-phase', 'count')
  await expect(votes).toHaveText(counted)
  await press(page, 'PageDown')
  const right = page.locator('.HoldCard-card[data-right]')
  await expect(right).toHaveCount(1, { timeout: 20_000 })
  await expect(right.locator('.Cards-hands')).toHaveText('2')
})

test('blank, freeze and tools: one Escape restores, two leave', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await open(page, 'reading-the-cost?at=3&present=1')
  const scene = page.locator('.Stage-wall .Stage-scene')
  const title = await page.locator('.Stage-wall .Stage-sceneTitle').textContent()
  await press(page, 'b')
  await expect(page.locator('.Stage-blank')).toBeVisible()
  await press(page, 'PageDown')
  await expect(page.locator('.Stage-blank')).toHaveCount(0)
  await expect(page.locator('.Stage-wall .Stage-sceneTitle')).toHaveText(title!)
  await press(page, 'f')
  await expect(page.getByRole('img', { name: 'The picture is frozen' })).toBeVisible()
  await press(page, 'PageDown')
  await expect(page.locator('.Stage-wall .Stage-sceneTitle')).not.toHaveText(title!)
  await expect(page.locator('.Stage-frozen .Stage-sceneTitle')).toHaveText(title!)
  await press(page, 'f')
  await expect(page.locator('.Stage-frozen')).toHaveCount(0)
  const tools = page.getByRole('toolbar', { name: 'Presenter tools' })
  await expect(tools).toHaveCSS('opacity', '0')
  await page.mouse.move(640, 715)
  await expect(tools).toHaveCSS('opacity', '1')
  await expect(page.getByRole('link', { name: 'Open console' })).toHaveAttribute('href', /#\/console\?stage=/)
  await press(page, 'v')
  await press(page, 'q')
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await press(page, 'Escape')
  await expect(scene).toBeVisible()
  await press(page, 'Escape')
  await expect(page.getByRole('button', { name: 'Present', exact: true })).toBeVisible()
  await expect(page).not.toHaveURL(/present=1/)
})

test('the gallery is a scene an entry, there and back', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'gallery?present=1')
  const title = page.locator('.Stage-sceneTitle')
  const place = page.locator('.Stage-scenePlace')
  await expect(title).toHaveText('Gradient descent zigzags')
  await expect.poll(async () => (await measure(page)).figure).toBeGreaterThanOrEqual(0.65)
  expect(await measure(page)).toMatchObject({ small: [], out: [], scrolls: false })
  const box = page
    .getByRole('toolbar', { name: 'Presenter tools' })
    .getByRole('slider', { name: 'Learning rate α' })
  await box.focus()
  await page.keyboard.press('ArrowUp')
  const changed = await page.evaluate(() => JSON.stringify(window.ravine.experiment))
  await press(page, 'PageDown')
  await expect(title).toHaveText('Momentum overshoots')
  await expect(place).toContainText('2 / 25')
  await press(page, 'PageUp')
  await expect(title).toHaveText('Gradient descent zigzags')
  // As it was left.
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.ravine.experiment))).toBe(changed)
  // An entry of the averages has that lab's picture.
  await visit(page, 'gallery?present=1&at=24')
  await expect(title).toHaveText('An outlier day')
  await expect(page.locator('.Stage-scenePanel').getByRole('figure', { name: 'Averages' })).toBeVisible()
})

test('the questions are asked, counted and answered, and end with what to look at again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, 'questions?present=1')
  const scene = page.locator('.Stage-scene')
  const phases: (string | null)[] = []
  for (let presses = 0; presses < 60; presses++) {
    const phase = await scene.getAttribute('data-phase')
    phases.push(phase)
    if (phase === 'home') break
    await expect
      .poll(() => measure(page), { message: `${presses} ${phase}` })
      .toMatchObject({ small: [], out: [], scrolls: false })
    await expect(page.locator('.HoldCard-card[data-right]')).toHaveCount(
      (phase === 'reveal' || phase === 'after') && (await page.locator('.Cards-cards').count()) ? 1 : 0,
    )
    // The class always raises its hands for every answer, so each question is worth another look.
    if (phase === 'count') for (const digit of ['1', '2', '3']) await press(page, `Digit${digit}`)
    await press(page, 'PageDown')
  }
  expect(phases.at(-1)).toBe('home')
  expect(phases.filter((phase) => phase === 'ask').length).toBe(12)
  await expect(scene).toContainText('Look at these lessons again')
  await press(page, 'PageUp')
  await expect(scene).toHaveAttribute('data-phase', 'after')
})
