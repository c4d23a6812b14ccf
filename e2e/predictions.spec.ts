// What an open prediction hides is absent everywhere: from the words and tables of pictures, from numbers, from the
// reachable time, from files. Tests every prediction of all lessons. After answering, all of it is present, and stays
// when the learner returns.
import type { Page } from '@playwright/test'
import { optimizers } from '../src/engine/optimizers/index.ts'
import { choiceOf, hiddenBy } from '../src/course/asks.ts'
import { lessonIds } from '../src/course/ids.ts'
import { documentsOf } from '../src/labs/descent/lesson/documents.ts'
import { loadLesson } from '../src/app/catalog.ts'
import { numberOf, type Lesson, type Step } from '../src/course/lesson.ts'
import { expect, go, open, ready, rest, test, visit } from './fixtures.ts'
import { button, figure, slider, status } from './names.ts'
import { experimentOf, stepOf } from './seen.ts'

/** What would reveal the answer, in the words and numbers of the pictures and controls. Present after the reveal. */
const telling: Readonly<Record<string, readonly RegExp[]>> = {
  'reading-the-map/slice': [/αλ = 1\.6/, /α: J \d/],
  'reading-the-map/zigzag': [/α = 0\.11/, /rises/],
  'reading-the-map/line': [/w 1\.2/],
  'reading-the-map/ravine': [/in other units/, /value="0\.018"/],
  'mini-batch/first': [/B = m: J 15/, /B = 64: J 2\.0/],
  'mini-batch/waiting': [/B = m: 1 step after/, /B = 1,000: 5,000 steps after/],
  'mini-batch/cut': [/6 steps per epoch/, /\b12 of\b/],
  'mini-batch/cost': [/B = m: accuracy 9\d/],
  'reading-the-cost/first': [/B = 64: J 0\.0/],
  'reading-the-cost/noise': [/lags/],
  'reading-the-cost/freeze': [/α = 0\.000001/],
  'reading-the-cost/spike': [/step 160/],
  'batch-size/three': [/B = 1: J 2\.0/],
  'batch-size/cloud': [/α = 0\.05/, /radius 0\.198/],
  'averages/first': [/Day 3, curve 1/],
  'averages/window': [/Weights of the average/, /\b65%/],
  'averages/lag': [/β = 0\.98/],
  'averages/outlier': [/jumps by/],
  'averages/memory': [/mean of 19/, /19 numbers/],
  'averages/best': [/best β/, /How good is it/],
  'bias-correction/first': [/0\.256/, /β = 0\.98/],
  'bias-correction/divide': [/3\.96%/, /11\.69/],
  'bias-correction/warm-up': [/Weights of the average/, /value="228"/],
  'momentum/ravine': [/Momentum: J 9\.1/, /Momentum: dW/],
  'momentum/limit': [/0\.0202/, /J 543/],
  'momentum/strips': [/Momentum: dW/],
  'momentum/sum': [/Tip to tail/, /Momentum: dW/],
  'momentum/rule': [/Bias correction/],
  'momentum/mild': [/β = 0\.5/, /J 0\.152/],
  'rmsprop/axes': [/RMSprop: dW/, /The rule at step/],
  'rmsprop/first': [/−9\.68/, /The rule at step/],
  'rmsprop/chatter': [/bouncing/, /value="0\.3"/],
  'rmsprop/sign': [/sign: J 2\.02/],
  'rmsprop/epsilon': [/barely moving/, /√S \+ ε/],
  'adam/both': [/Adam: J/, /The rule at step/],
  'adam/first': [/−7\b/, /The rule at step/],
  'adam/agree': [/moved 100 α/],
  'adam/turn': [/Angle/],
  'adam/thousand': [/diverged/, /Cost × c/],
  'adam/correction': [/V\/√S/],
  'adam/build': [/dW\/√Sc: J/, /Build Adam/],
  'adam/networks': [/Adam: J 0\.0/],
  'decay/first': [/1\/\(1 \+ e\): J 0\.0005/],
  'decay/closing-in': [/radius 0\.0749/, /1\/\(1 \+ e\)/],
  'decay/schedules': [/Exponential/, /0\.95ᵉ/],
  'decay/too-early': [/frozen/, /0\.5ᵉ/],
  'decay/epochs': [/B = 512/],
  'decay/adaptive': [/cosine: J/],
  'decay/network': [/cosine: J 0\.02/],
  'local-optima/first': [/converged/, /7\.96/],
  'local-optima/ridge': [/at a saddle/, /J 0\.25/],
  'local-optima/signs': [/one curvature points up, one down/],
  'local-optima/many': [/6021|⁶⁰²¹/],
  'local-optima/plateau': [/RMSprop/],
}

/** Returns the address of a step. */
const addressOf = (lesson: Lesson, at: number): string =>
  at === 0 ? lesson.id : `${lesson.id}?at=${numberOf(lesson, at)}`

/** Opens or closes all tables of the pictures at once: a press by the pointer waits for two frames each. */
const pressTables = (page: Page, name: 'Show as table' | 'Hide the table'): Promise<void> =>
  page.evaluate(async (text) => {
    const found = () =>
      [...document.querySelectorAll<HTMLElement>('.Lab-pictures button')].filter(
        ({ textContent }) => textContent === text,
      )
    const empty = () => document.querySelector('.Lab-pictures .Plot-table table:not(:has(thead))')
    while (found().length > 0 || empty()) {
      for (const one of found()) one.click()
      await new Promise((resolve) => setTimeout(resolve))
    }
  }, name)

/** Returns pictures, controls and time in words: texts, names, values, and the tables that are open. */
const visible = (page: Page): Promise<string> =>
  page
    .locator('.Lab-pictures, .Lab-controls')
    .evaluateAll((parts) =>
      parts
        .map((part) =>
          [
            part.outerHTML,
            part.textContent,
            ...[...part.querySelectorAll('input')].map(({ value }) => `value="${value}"`),
          ].join('\n'),
        )
        .join('\n'),
    )

/** The same with all tables. They are closed again: the page lays out hundreds of rows for every change. */
async function told(page: Page): Promise<string> {
  await pressTables(page, 'Show as table')
  const said = await visible(page)
  await pressTables(page, 'Hide the table')
  return said
}

/** Returns what the page does not tell yet. Opens the tables only for what it does not say without them. */
async function untold(page: Page, name: string): Promise<readonly RegExp[]> {
  const said = await visible(page)
  const missing = telling[name].filter((one) => !one.test(said))
  if (missing.length === 0) return missing
  const withTables = await told(page)
  return missing.filter((one) => !one.test(withTables))
}

/** Nothing moves time beyond the step where the prediction holds it. */
async function holdsTime(page: Page, at: number): Promise<void> {
  await expect(page.getByRole('slider', { name: 'Timeline' })).toHaveCount(0)
  expect(await stepOf(page)).toBe(at)
  for (const key of ['End', 'ArrowRight', 'Space', 'Shift+ArrowRight', 'r']) await page.keyboard.press(key)
  await rest(page)
  expect(await stepOf(page)).toBeLessThanOrEqual(at)
}

async function answer(page: Page, step: Step): Promise<void> {
  if (choiceOf(step)) await page.getByRole('radio').first().check()
  else {
    await page.getByRole('slider', { name: 'Predicted point' }).focus()
    await page.keyboard.press('ArrowLeft')
  }
  await button(page, 'Reveal').click()
}

/** Returns a value once it is the same twice, with the page at rest in between. */
async function settled(page: Page, find: () => Promise<string>): Promise<string> {
  let last = await find()
  for (;;) {
    await rest(page)
    const now = await find()
    if (now === last) return now
    last = now
  }
}

for (const id of lessonIds)
  test(`open predictions of ${id} reveal nothing, and answered ones stay answered`, async ({ page }) => {
    test.setTimeout(180_000)
    // With reduced motion a reveal jumps to its end.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const lesson = await loadLesson(id)
    const presets = documentsOf(lesson)
    const first = lesson.steps.findIndex(({ prediction }) => prediction)
    await open(page, id)
    for (const [at, step] of lesson.steps.entries()) {
      if (!step.prediction) continue
      const name = `${id}/${step.id}`
      const hides = hiddenBy(step)
      await visit(page, addressOf(lesson, at))
      await expect(page.locator('.Question-prediction[data-open]')).toBeVisible()
      await ready(page)
      const controls = page.getByRole('region', { name: 'Controls' })
      await expect(controls.getByRole('slider')).toHaveCount(0)
      await expect(controls.getByRole('group', { name: 'Runs' })).toHaveCount(0)
      if (hides.has('paths') || hides.has('beyond')) await holdsTime(page, step.cursor ?? 0)
      const pictures = page.locator('.Lab-pictures')
      await pressTables(page, 'Show as table')
      const said = await visible(page)
      expect(
        telling[name].filter((one) => one.test(said)),
        `${name} tells before its reveal`,
      ).toEqual([])
      if (hides.has('paths')) {
        const names = presets[at].experiment.runs.map(
          ({ name: own, optimizer }) => own ?? optimizers[optimizer].label.en,
        )
        // A letter in a formula (1/(1 + e)) is not a name to search for.
        const spoken = await pictures.ariaSnapshot()
        for (const run of names) expect(spoken, name).not.toContain(run)
        expect(spoken, name).not.toMatch(/J −?\d/)
        expect(await pictures.locator('.Plot-table tbody tr').count()).toBe(0)
      }
      if (hides.has('curves'))
        for (const strip of step.strips ?? ['cost'])
          if (['cost', 'alpha', 'schedules'].includes(strip))
            await expect(pictures.locator('.Lab-strip figure').first()).not.toContainText('Show as table')
      if (hides.has('numbers'))
        await expect(page.getByRole('region', { name: /The rule at step/ })).toHaveCount(0)
      if (name === 'mini-batch/waiting') expect(said, name).not.toMatch(/steps? after/)
      await pressTables(page, 'Hide the table')
      await answer(page, step)
      await expect(page.getByText('First, your prediction')).toHaveCount(0)
      await expect
        .poll(() => untold(page, name), {
          message: `${name} does not tell after its reveal`,
          timeout: 60_000,
        })
        .toEqual([])
      // Returning by the dots or by the address shows the revealed state. Tested once per lesson, documents.test.ts
      // covers the rest.
      if (at !== first) continue
      const dots = page.getByRole('navigation', { name: 'Steps of this lesson' }).getByRole('button')
      const found = async () => JSON.stringify([await experimentOf(page), await stepOf(page)])
      const shown = await settled(page, found)
      await dots.nth(at === 0 ? 1 : 0).click()
      await dots.nth(at).click()
      await expect.poll(found, { message: `${name} when one comes back`, timeout: 60_000 }).toBe(shown)
      await visit(page, `${addressOf(lesson, at)}${at === 0 ? '?' : '&'}lang=en`)
      await expect.poll(found, { message: `${name} by its address`, timeout: 60_000 }).toBe(shown)
    }
  })

test('the purple line is in no word, number or file while it is to be drawn', async ({ page }) => {
  for (const route of ['bias-correction?at=2', 'averages-lab?betas=0.98&biasCorrection=true&draw=1']) {
    await open(page, route)
    await expect(page.getByRole('slider', { name: 'Your line' })).toBeVisible()
    const said = await page.locator('body').innerHTML()
    // V₁, V₂ and V₆₀ of the line, and its name.
    for (const value of ['0.256', '0.4629', '5.76', 'uncorrected']) expect(said).not.toContain(value)
  }
  const saved: string[] = []
  page.on('download', (download) => saved.push(download.suggestedFilename()))
  const save = async (kind: string) => {
    await button(page, 'Export').click()
    await page.getByRole('menuitem', { name: kind, exact: true }).click()
  }
  await save('CSV')
  await expect(status(page, 'Notice')).toContainText('Reveal it first')
  expect(saved).toEqual([])
  await button(page, 'Back to the lab').click()
  await save('CSV')
  await expect.poll(() => saved).toEqual([expect.stringMatching(/\.csv$/)])
})

for (const [route, step] of [
  ['momentum?at=2', 'momentum/limit'],
  ['bias-correction', 'bias-correction/first'],
] as const)
  test(`Reset asks the question of ${step} again, undo restores the answer, redo removes it`, async ({
    page,
  }) => {
    await open(page, route)
    const before = await experimentOf(page)
    const verdict = page.locator('.Question-verdict')
    for (const after of ['reload', 'undo']) {
      await page.locator('.Question-prediction').getByRole('radio').nth(1).check()
      await button(page, 'Reveal').click()
      await expect(verdict).toBeVisible()
      await button(page, 'Reset').click()
      await expect(button(page, 'Reveal')).toBeVisible()
      await expect(verdict).toHaveCount(0)
      await expect(page.locator('.Question-prediction input:checked')).toHaveCount(0)
      expect(await experimentOf(page)).toEqual(before)
      // The old picture stays until the first rows of the new one arrive.
      for (const telltale of telling[step]) await expect.poll(() => told(page)).not.toMatch(telltale)
      if (after === 'undo') break
      await page.reload()
      await ready(page)
    }
    await button(page, 'Undo').click()
    await expect(verdict).toBeVisible()
    await button(page, 'Redo').click()
    await expect(button(page, 'Reveal')).toBeVisible()
    await expect(verdict).toHaveCount(0)
    expect(await experimentOf(page)).toEqual(before)
    for (const telltale of telling[step]) await expect.poll(() => told(page)).not.toMatch(telltale)
    await button(page, 'Undo').click()
    await expect(verdict).toBeVisible()
  })

test('a reveal plays its run before it explains anything, in the same frame', async ({ page }) => {
  await open(page, 'rmsprop?at=4')
  const map = figure(page, 'Cost surface').locator('.Plot-frame')
  const before = await map.boundingBox()
  await page.getByRole('radio').first().check()
  await button(page, 'Reveal').click()
  await expect(button(page, 'Skip to the end')).toBeVisible()
  await expect(page.getByRole('radio').first()).toBeDisabled()
  await expect(page.locator('.Question-verdict, .Question-answer[data-right]')).toHaveCount(0)
  expect(await map.boundingBox()).toEqual(before)
  // The verdict appears when the run has finished, with the right answer and the learner's own in view.
  await expect(page.locator('.Question-verdict')).toBeVisible()
  expect(await stepOf(page)).toBe(100)
  await expect(button(page, 'Skip to the end')).toHaveCount(0)
  await expect(page.locator('.Question-answer[data-right]')).toBeInViewport({ ratio: 1 })
  await expect(page.locator('.Question-answer[data-yours]')).toBeInViewport({ ratio: 1 })
  expect(await map.boundingBox()).toEqual(before)
})

test('the start stays where it is while a question is open', async ({ page }) => {
  await open(page, 'adam?at=2')
  const start = slider(page, 'Start')
  const place = await start.getAttribute('aria-valuetext')
  const { x, y, width, height } = (await start.locator('circle').last().boundingBox())!
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 40, { steps: 4 })
  await page.mouse.up()
  await start.press('ArrowRight')
  await expect(start).toHaveAttribute('aria-valuetext', place!)
  await button(page, 'Reveal').click()
  await expect(page.getByText('You haven’t moved the point yet.')).toBeVisible()
})

test('a map keeps its axes through a reveal whose runs it shows', async ({ page }) => {
  await open(page, 'adam?at=4')
  const ticks = (): Promise<string[]> => figure(page, 'Cost surface').locator('svg text').allTextContents()
  const before = await ticks()
  await page.getByRole('radio').first().check()
  await button(page, 'Reveal').click()
  await expect(page.locator('.Question-verdict')).toBeVisible()
  expect(await ticks()).toEqual(before)
})

test('a reveal can be skipped, and is skipped with reduced motion', async ({ page }) => {
  await open(page, 'momentum')
  await page.getByRole('radio').first().check()
  await button(page, 'Reveal').click()
  await button(page, 'Skip to the end').click()
  await expect(page.locator('.Question-verdict')).toBeVisible()
  expect(await stepOf(page)).toBe(120)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await go(page, 'averages')
  await page.getByRole('radio').first().check()
  await page.evaluate(() => {
    const seen = Object.assign(window, { skips: false })
    new MutationObserver(() => {
      if (document.querySelector('.Question-prediction:not([data-open]) .Text-buttonRow')) seen.skips = true
    }).observe(document.body, { childList: true, subtree: true })
  })
  await button(page, 'Reveal').click()
  await expect(page.locator('.Question-verdict')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { skips: boolean }).skips)).toBe(false)
})
