// Presses each card "check it": its run is on the page at its step, and the page's own words and numbers show what the
// card says. (src/lessons/cards.test.ts checks the numbers themselves.)
import { documentAfter, documentsOf } from '../src/labs/descent/lesson/documents.ts'
import { averagesOf } from '../src/labs/averages/lesson/documents.ts'
import { averagesLessons, lessonIds } from '../src/course/ids.ts'
import { loadLesson } from '../src/app/catalog.ts'
import { numberOf } from '../src/course/lesson.ts'
import { expect, open, ready, test, visit } from './fixtures.ts'
import { button } from './names.ts'
import { experimentOf, stepOf } from './seen.ts'

/** What the page shows next to the run, by step and card. */
const shown: Readonly<Record<string, readonly RegExp[]>> = {
  'mini-batch/cost': [/λ\/\(2B\)/],
  'reading-the-cost/alarm': [/β = 0\.9: J 0\.1146/],
  'batch-size/cloud': [/B = 64: 2,000 points, radius 0\.0346/, /radius 0\.278[^]*radius 0\.0903/],
  'averages/first': [/Day 2: [^]*β = 0\.9: 2\.212/],
  'averages/best': [/β = 0\.9: error 1\.349[^]*mean of 10 days: error 1\.258/],
  'bias-correction/divide': [/3\.96%/],
  'bias-correction/warm-up': [/divided by 0\.6513/],
  'momentum/limit': [/Momentum: converged/, /Momentum: diverging\. α = 0\.381 is above/],
  'momentum/strips': [/Momentum: J 0\.1146/],
  'momentum/rule': [/\(1 − β\)dW: J 0\.1146\. PyTorch: J 0\.1146/],
  'rmsprop/axes': [/RMSprop: w 0\.0475, b −0\.113, J 0\.119/],
  'adam/both': [/Adam: w −9\.7, b 0\.7/],
  'adam/networks': [/Adam: J 0\.4/, /Adam: J 0\.00/, /Momentum: J 0\.36[^]*Adam: J 0\.22/],
  'decay/first': [/α = 0\.2: J [^]*1\/\(1 \+ e\): J/],
  'decay/closing-in': [/wandering in its cloud[^]*radius 0\.268/],
  'decay/schedules': [/0\.5ᵉ: α = 1\.58 × 10⁻³¹ in epoch 100/],
  'decay/network': [/⌊e\/1⌋: J 0\.49[^]*⌊e\/1000⌋: J 0\.22/],
  'decay/too-early': [/1\/\(1 \+ e\): w −2\.38/],
  'local-optima/first': [/Gradient descent: converged/],
  'local-optima/signs': [
    /a minimum: both curvatures point up/,
    /a summit: both/,
    /a plateau: hardly any slope/,
  ],
  'local-optima/plateau': [/Same α: not a fair race/],
}

for (const id of lessonIds)
  test(`the cards of ${id} show what they say`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const lesson = await loadLesson(id)
    const averaging = averagesLessons.includes(id)
    await open(page, id)
    for (const [at, { cards = [], id: step, prediction }] of lesson.steps.entries()) {
      if (cards.length === 0) continue
      const name = `${id}/${step}`
      await visit(page, at === 0 ? id : `${id}?at=${numberOf(lesson, at)}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await ready(page)
      // The card appears after the answer.
      if (prediction) {
        await expect(page.locator('.Question-card')).toHaveCount(0)
        if ('answers' in prediction) await page.getByRole('radio').first().check()
        else await page.getByRole('slider', { name: 'Predicted point' }).press('ArrowLeft')
        await button(page, 'Reveal').click()
      }
      await expect(page.locator('.Question-card')).toHaveCount(cards.length)
      expect(shown[name], `${name} has words to look for`).toHaveLength(cards.length)
      for (const [number, { load }] of cards.entries()) {
        await page.locator('.Question-card').nth(number).getByRole('button').click()
        const expected = averaging
          ? { ...averagesOf(lesson)[at], ...load.experiment }
          : documentAfter({ ...documentsOf(lesson)[at] }, load).experiment
        await expect.poll(() => experimentOf(page), { message: `${name} ${number}` }).toEqual(expected)
        if (load.cursor !== undefined) await expect.poll(() => stepOf(page)).toBe(load.cursor)
        await expect
          .poll(async () => (await page.locator('main').textContent())!.replace(/\u00a0/g, ' '), {
            message: `${name} ${number} says what it shows`,
            timeout: 30_000,
          })
          .toMatch(shown[name][number])
      }
      // No alarm where the card says there is none.
      if (/^(reading-the-cost\/alarm|momentum\/strips)$/.test(name))
        await expect(page.getByText(/must not happen/)).toHaveCount(0)
    }
  })
