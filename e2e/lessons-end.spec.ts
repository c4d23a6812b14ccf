// Completes lessons by keyboard in both languages: answers every prediction, solves every challenge, reads the summary.
// Each step is taken in one language and read in the other, too, and the next step is taken in that one.
// (lessons.spec.ts completes Momentum with only the Tab key.)
import type { Locator, Page } from '@playwright/test'
import { hyperparameters } from '../src/engine/hyperparameters.ts'
import { fill } from '../src/i18n/fill.ts'
import { averages as englishAverages } from '../src/i18n/en/averages.ts'
import { common as englishCommon } from '../src/i18n/en/common.ts'
import { controls as englishControls } from '../src/i18n/en/controls.ts'
import { network as englishNetwork } from '../src/i18n/en/network.ts'
import { lessonPanels as englishPanels } from '../src/i18n/en/lessonPanels.ts'
import { lessons as english } from '../src/i18n/en/lessons.ts'
import { averages as chineseAverages } from '../src/i18n/zh-CN/averages.ts'
import { common as chineseCommon } from '../src/i18n/zh-CN/common.ts'
import { controls as chineseControls } from '../src/i18n/zh-CN/controls.ts'
import { network as chineseNetwork } from '../src/i18n/zh-CN/network.ts'
import { lessonPanels as chinesePanels } from '../src/i18n/zh-CN/lessonPanels.ts'
import { lessons as chinese } from '../src/i18n/zh-CN/lessons.ts'
import { adam } from '../src/lessons/adam.ts'
import { averages } from '../src/lessons/averages.ts'
import { batchSize } from '../src/lessons/batchSize.ts'
import { biasCorrection } from '../src/lessons/biasCorrection.ts'
import { decay } from '../src/lessons/decay.ts'
import { shuffled } from '../src/course/order.ts'
import type { Lesson, Step } from '../src/course/lesson.ts'
import { localOptima } from '../src/lessons/localOptima.ts'
import { miniBatch } from '../src/lessons/miniBatch.ts'
import { readingTheCost } from '../src/lessons/readingTheCost.ts'
import { readingTheMap } from '../src/lessons/readingTheMap.ts'
import { rmsprop } from '../src/lessons/rmsprop.ts'
import { expect, open, test } from './fixtures.ts'
import { button, choice, pressEnter, slider, textBox } from './names.ts'

const tongues = {
  en: {
    own: english,
    common: englishCommon,
    controls: englishControls,
    lab: englishAverages,
    net: englishNetwork,
    panels: englishPanels,
  },
  'zh-CN': {
    own: chinese,
    common: chineseCommon,
    controls: chineseControls,
    lab: chineseAverages,
    net: chineseNetwork,
    panels: chinesePanels,
  },
} as const
type Tongue = keyof typeof tongues
const said = ({ en, zh }: { readonly en: string; readonly zh: string }, tongue: Tongue): string =>
  tongue === 'en' ? en : zh

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key)
}

async function write(page: Page, name: string, value: number): Promise<void> {
  await textBox(page, name).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
}

async function answer(page: Page, { prediction, picture }: Step, tongue: Tongue): Promise<void> {
  const { own, lab } = tongues[tongue]
  if (picture === 'purpleLine') {
    await slider(page, lab.prediction.pen).focus()
    await press(page, 'ArrowDown', 8)
    await press(page, 'ArrowRight', 14)
    await pressEnter(button(page, lab.prediction.reveal))
  }
  if (prediction?.kind === 'point') {
    await slider(page, own.predict.point).focus()
    await press(page, 'Shift+ArrowRight', 3)
    await pressEnter(button(page, own.predict.reveal))
  }
  if (prediction && 'answers' in prediction) {
    const right = prediction.answers.findIndex((one) => one.right)
    await page.getByRole('radiogroup', { name: own.predict.title }).getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await press(page, 'ArrowDown', right)
    await pressEnter(button(page, own.predict.reveal))
  }
}

/** What the step is answered with by hand has its name. */
async function offers(page: Page, { prediction, picture }: Step, tongue: Tongue): Promise<void> {
  const { own, lab } = tongues[tongue]
  if (picture === 'purpleLine') {
    await expect(slider(page, lab.prediction.pen)).toBeVisible()
    await expect(button(page, lab.prediction.reveal)).toBeVisible()
  }
  if (prediction?.kind === 'point') await expect(slider(page, own.predict.point)).toBeVisible()
}

/** The page says that the answer was right. */
async function judges(page: Page, { prediction, picture }: Step, tongue: Tongue): Promise<void> {
  const { own, lab } = tongues[tongue]
  if (picture === 'purpleLine') await expect(page.getByText(lab.prediction.figureAfter).first()).toBeVisible()
  if (prediction?.kind === 'point')
    await expect(page.getByRole('region', { name: own.predict.title }).getByRole('status')).toBeVisible()
  if (prediction && 'answers' in prediction)
    await expect(page.getByRole('status').filter({ hasText: own.predict.correct })).toBeVisible()
}

/** The page says that the challenge is done. */
async function praises(page: Page, { challenge }: Step, tongue: Tongue): Promise<void> {
  if (!challenge) return
  const { own } = tongues[tongue]
  // A pause between two presses is judged too, so the last one may only equal the best.
  const solved = [own.challenge.newBest, own.challenge.done].map((text) => text.split('{')[0])
  await expect(page.getByRole('status').filter({ hasText: new RegExp(solved.join('|')) })).toBeVisible()
}

/** How to solve each challenge, by id. */
const solutions: Readonly<Record<string, (page: Page, tongue: Tongue) => Promise<void>>> = {
  'little-reading': (page, tongue) => write(page, tongues[tongue].controls.sliders.batchSize, 128),
  'silent-alarm': (page, tongue) => write(page, tongues[tongue].controls.sliders.alpha, 0.107),
  async mend(page, tongue) {
    const { net } = tongues[tongue]
    const wrong = page.getByRole('row').filter({ hasText: net.mislabelled })
    for (let mended = 0; mended < 3; mended++) {
      await expect(async () => {
        await button(page, net.nextSpike).press('Enter')
        await expect(wrong.first()).toBeVisible({ timeout: 1000 })
      }).toPass()
      const number = await wrong.first().getByRole('cell').first().textContent()
      await wrong.first().getByRole('button').press('Enter')
      await expect(wrong.filter({ has: page.getByRole('cell', { name: number!, exact: true }) })).toHaveCount(
        0,
      )
    }
  },
  async 'good-enough'(page, tongue) {
    const { net, controls } = tongues[tongue]
    await button(page, net.measure).press('Enter')
    await expect(button(page, net.measureAgain)).toBeVisible({ timeout: 60_000 })
    const plot = page.getByRole('figure', { name: net.choosing, exact: true })
    await plot.getByRole('button').last().press('Enter')
    const rows = await plot
      .getByRole('row')
      .evaluateAll((all) =>
        all.slice(1).map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent)),
      )
    const times = rows.map(([size, , seconds]) =>
      [size, seconds].map((text) => Number(text!.replace(/,/g, ''))),
    )
    const best = Math.min(...times.map(([, seconds]) => seconds))
    // The table is rounded to three digits, so a size at the limit may be judged differently. Then the next one works.
    for (const [size, seconds] of times) {
      if (seconds > 1.205 * best) continue
      await write(page, controls.sliders.batchSize, size)
      const solved = page
        .getByRole('status')
        .filter({ hasText: tongues[tongue].own.challenge.newBest.split('{')[0] })
      if (
        await solved.waitFor({ timeout: 8000 }).then(
          () => true,
          () => false,
        )
      )
        return
    }
  },
  'best-beta': (page, tongue) => write(page, tongues[tongue].controls.sliders.averagingBeta, 0.87),
  without: (page, tongue) => write(page, tongues[tongue].controls.sliders.averagingBeta, 0.951),
  async 'by-hand'(page, tongue) {
    const point = (number: number) => slider(page, fill(tongues[tongue].panels.schedules.point, { number }))
    // From epoch 4, α 0.1 and epoch 8, α 0.05 to epochs 1 and 2 and less.
    await point(2).focus()
    await press(page, 'ArrowLeft', 3)
    await press(page, 'Shift+ArrowDown', 3)
    await point(3).focus()
    await press(page, 'ArrowLeft', 6)
    await press(page, 'Shift+ArrowDown', 2)
  },
  settle: (page, tongue) => write(page, tongues[tongue].controls.sliders.alpha, 0.13),
  blind: (page, tongue) => write(page, tongues[tongue].controls.sliders.alpha, 1.3),
  async 'off-the-shelf'(page, tongue) {
    await page.getByRole('button', { name: 'Adam', exact: true }).press('Enter')
    await write(page, said(hyperparameters.beta1.label, tongue), 0.7)
  },
  async 'five-million'(page, tongue) {
    const { choices, sliders } = tongues[tongue].controls
    await page.getByRole('combobox', { name: choices.optimizer }).selectOption('momentum')
    await page.getByRole('combobox', { name: choices.decay }).selectOption('inverse')
    await write(page, sliders.alpha, 0.05)
    await write(page, sliders.batchSize, 125_000)
  },
}

/** The names of the controls that solve each challenge. */
const controlsOf: Readonly<Record<string, (page: Page, tongue: Tongue) => readonly Locator[]>> = {
  'little-reading': (page, tongue) => [textBox(page, tongues[tongue].controls.sliders.batchSize)],
  'silent-alarm': (page, tongue) => [textBox(page, tongues[tongue].controls.sliders.alpha)],
  mend: (page, tongue) => [button(page, tongues[tongue].net.nextSpike)],
  'good-enough': (page, tongue) => [
    button(page, tongues[tongue].net.measureAgain),
    page.getByRole('figure', { name: tongues[tongue].net.choosing, exact: true }),
    textBox(page, tongues[tongue].controls.sliders.batchSize),
  ],
  'best-beta': (page, tongue) => [textBox(page, tongues[tongue].controls.sliders.averagingBeta)],
  without: (page, tongue) => [textBox(page, tongues[tongue].controls.sliders.averagingBeta)],
  'by-hand': (page, tongue) =>
    [2, 3].map((number) => slider(page, fill(tongues[tongue].panels.schedules.point, { number }))),
  settle: (page, tongue) => [textBox(page, tongues[tongue].controls.sliders.alpha)],
  blind: (page, tongue) => [textBox(page, tongues[tongue].controls.sliders.alpha)],
  'off-the-shelf': (page, tongue) => [
    page.getByRole('button', { name: 'Adam', exact: true }),
    textBox(page, said(hyperparameters.beta1.label, tongue)),
  ],
  'five-million': (page, tongue) => {
    const { choices, sliders } = tongues[tongue].controls
    return [
      choice(page, choices.optimizer),
      choice(page, choices.decay),
      textBox(page, sliders.alpha),
      textBox(page, sliders.batchSize),
    ]
  },
}

/** Reads the page in the other language. */
async function speak(page: Page, from: Tongue, to: Tongue): Promise<void> {
  await choice(page, tongues[from].common.language).selectOption(to)
  await expect(page.locator('html')).toHaveAttribute('lang', to)
}
const otherThan = (tongue: Tongue): Tongue => (tongue === 'en' ? 'zh-CN' : 'en')

for (const lesson of [
  readingTheMap,
  miniBatch,
  readingTheCost,
  batchSize,

  averages,
  biasCorrection,
  rmsprop,
  adam,
  decay,
  localOptima,
].map((one: Lesson) => shuffled(one)))
  test(`${lesson.id} can be completed by keyboard, in both languages`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    let tongue: Tongue = 'en'
    await open(page, `${lesson.id}?lang=${tongue}`)
    const title = page.getByRole('heading', { level: 1 })
    for (const [at, step] of (lesson as Lesson).steps.entries()) {
      const { own } = tongues[tongue]
      await expect(title).toHaveText(said(step.title, tongue))
      if (step.picture === 'purpleLine' || step.prediction?.kind === 'point') {
        await speak(page, tongue, otherThan(tongue))
        await offers(page, step, otherThan(tongue))
        await speak(page, otherThan(tongue), tongue)
      }
      await answer(page, step, tongue)
      await judges(page, step, tongue)
      if (step.challenge) {
        await expect(page.getByRole('status').filter({ hasText: own.challenge.notYet })).toBeVisible()
        // The result of the previous step does not count here.
        await expect(page.getByText(own.challenge.best.split('{')[0])).toHaveCount(0)
        await solutions[step.challenge.id](page, tongue)
        await praises(page, step, tongue)
      }
      await speak(page, tongue, otherThan(tongue))
      tongue = otherThan(tongue)
      await expect(title).toHaveText(said(step.title, tongue))
      await judges(page, step, tongue)
      await praises(page, step, tongue)
      if (step.challenge)
        for (const control of controlsOf[step.challenge.id](page, tongue)) await expect(control).toBeVisible()
      if (at < lesson.steps.length - 1) await button(page, tongues[tongue].own.next).press('Enter')
    }
    for (const each of [tongue, otherThan(tongue)]) {
      if (each !== tongue) await speak(page, tongue, each)
      await expect(page.getByRole('heading', { name: tongues[each].own.summary })).toBeVisible()
    }
  })
