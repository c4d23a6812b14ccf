// The course: a lesson completed in both languages by keyboard, what a prediction hides, what survives a reload, the
// contents, the plans, and the page that checks the arithmetic.
import type { Page } from '@playwright/test'
import { inLanguage } from '../src/i18n/index.ts'
import { lessons as english } from '../src/i18n/en/lessons.ts'
import { controls as englishControls } from '../src/i18n/en/controls.ts'
import { lessons as chinese } from '../src/i18n/zh-CN/lessons.ts'
import { controls as chineseControls } from '../src/i18n/zh-CN/controls.ts'
import { hyperparameters } from '../src/engine/hyperparameters.ts'
import { lessons as course } from '../src/lessons/index.ts'
import { choiceOf } from '../src/course/asks.ts'
import { shuffled } from '../src/course/order.ts'
import { momentum } from '../src/lessons/momentum.ts'
import { answerBets, expect, go, open, sizes, test } from './fixtures.ts'
import { button, figure, pressEnter } from './names.ts'
import { axeFaults, drawn, drawnSettled, experimentOf, fitsItsWidth, stepOf, twoFrames } from './seen.ts'

const tongues = {
  en: { own: english, controls: englishControls },
  'zh-CN': { own: chinese, controls: chineseControls },
} as const
type Tongue = keyof typeof tongues

/** Presses Tab until the control has the focus, like a keyboard user. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
    })
    if (focused === name) return
  }
  throw new Error(`no ${name} on the way of the Tab key`)
}

async function setByKeyboard(page: Page, name: string, value: number): Promise<void> {
  const box = page.getByRole('textbox', { name, exact: true })
  await box.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(String(value))
  await page.keyboard.press('Enter')
}

for (const tongue of Object.keys(tongues) as Tongue[])
  test(`momentum can be completed by keyboard, with predictions and challenge: ${tongue}`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    const { own, controls } = tongues[tongue]
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, `momentum?lang=${tongue}`)
    for (const [at, step] of shuffled(momentum).steps.entries()) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(inLanguage(step.title, tongue))
      const choice = choiceOf(step)
      if (choice) {
        const right = choice.answers.findIndex((answer) => answer.right)
        const first = page.getByRole('radiogroup', { name: own.predict.title }).getByRole('radio').first()
        await first.focus()
        await page.keyboard.press('Space')
        for (let i = 0; i < right; i++) await page.keyboard.press('ArrowDown')
        await tabTo(page, own.predict.reveal)
        await page.keyboard.press('Enter')
        await expect(page.getByRole('status').filter({ hasText: own.predict.correct })).toBeVisible()
      }
      if (step.challenge) {
        await expect(page.getByRole('status').filter({ hasText: own.challenge.notYet })).toBeVisible()
        await setByKeyboard(page, controls.sliders.alpha, 0.1)
        await setByKeyboard(page, inLanguage(hyperparameters.beta.label, tongue), 0.7)
        const best = own.challenge.newBest.split('{')[0]
        await expect(page.getByRole('status').filter({ hasText: best })).toBeVisible()
      }
      if (at === momentum.steps.length - 1) break
      await tabTo(page, own.next)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('heading', { name: own.summary })).toBeVisible()
    const { title } = course[7]
    await button(page, own.nextLesson.replace('{title}', inLanguage(title, tongue))).press('Enter')
    await expect(page).toHaveURL(/#\/rmsprop/)
  })

test('a point is dragged by arrow keys, and the prediction stays', async ({ page }) => {
  await open(page, 'adam?at=2')
  const point = page.getByRole('slider', { name: 'Predicted point' })
  await point.focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown')
  await pressEnter(button(page, 'Reveal'))
  await expect(page.getByRole('status').filter({ hasText: '(−7, −2) happened' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: '(−7, −2) happened' })).toBeVisible()
})

test('a reload keeps the step, the answer and the changes, and undo goes back a step', async ({ page }) => {
  await open(page, 'momentum?at=2')
  await page.getByRole('radio').nth(1).check()
  await button(page, 'Reveal').click()
  await setByKeyboard(page, 'Learning rate α', 0.03)
  await expect(page).toHaveURL(/alpha=0\.03.*at=2/)
  await page.reload()
  await expect(page.getByText('Your prediction')).toBeVisible()
  expect(await experimentOf(page)).toMatchObject({ runs: [{ alpha: 0.03 }, { alpha: 0.03 }] })
  await button(page, 'Next').click()
  await expect(page).toHaveURL(/momentum\?at=3$/)
  await button(page, 'Undo').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Same α: who survives?')
  expect(await experimentOf(page)).toMatchObject({ runs: [{ alpha: 0.03 }, { alpha: 0.03 }] })
})

test('a link to a moved step opens its new place', async ({ page }) => {
  await open(page, 'batch-size?alpha=0.05&at=2')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From above: two slices make a map')
  await expect(page).toHaveURL(/#\/reading-the-map\?alpha=0\.05&at=2/)
  expect(await experimentOf(page)).toMatchObject({ runs: [{ alpha: 0.05 }] })
  // The other steps keep their numbers.
  await open(page, 'batch-size?at=5')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How fast is a batch on your computer?')
  await button(page, 'Next').click()
  await expect(page).toHaveURL(/#\/batch-size\?at=6$/)
})

test('a link to a lesson carries its experiment', async ({ page }) => {
  await open(page, 'momentum?alpha=0.3&beta=0.95&curvature=1,40&step=34')
  expect(await experimentOf(page)).toMatchObject({
    objective: { kind: 'quadratic', curvature: [1, 40] },
    start: [-10, 1],
    runs: [
      { optimizer: 'gd', alpha: 0.3 },
      { optimizer: 'momentum', alpha: 0.3, beta: 0.95 },
    ],
  })
  expect(await stepOf(page)).toBe(34)
  await expect(page.getByRole('status', { name: 'Notice' })).toHaveText('')
  // A shared state is shown, and the lesson's opening bet hides nothing.
  await expect(page.getByRole('group', { name: 'Runs' })).toBeVisible()
  await expect(button(page, 'Reveal')).toBeVisible()
})

test('a symbol highlights its arrow, the loop is walked line by line, t counts from 1', async ({ page }) => {
  await open(page, 'momentum?at=4&step=0')
  await page.getByRole('radio', { name: '65%' }).check()
  await button(page, 'Reveal').click()
  await page.getByRole('button', { name: 'To the start' }).click()
  const rule = page.getByRole('region', { name: /The rule at step/ })
  const line = rule.getByRole('button', { name: 'Next line' })
  await line.click()
  await expect(rule.getByText('t = 1', { exact: true })).toBeVisible()
  await expect(rule.locator('[data-current]')).toHaveCount(1)
  await line.click()
  await line.click()
  await expect(rule.getByRole('button', { name: 'V b: 10', exact: true })).toBeVisible()
  await line.click()
  await line.click()
  await expect(rule.getByText('t = 2', { exact: true })).toBeVisible()
  await rule.getByRole('button', { name: /^V b/ }).first().hover()
  await expect(rule.locator('[data-lit]').first()).toBeVisible()
})

test('a symbol highlights its curve and a curve its symbol, each along its own axis', async ({ page }) => {
  await answerBets(page)
  await open(page, 'rmsprop')
  const rule = page.getByRole('region', { name: /The rule at step/ })
  const [across, along] = ['b', 'w'].map((axis) => figure(page, `Optimizer memory, ${axis}`))
  const before = [await drawnSettled(across), await drawnSettled(along)]
  await rule.getByRole('button', { name: /^S b/ }).first().focus()
  await expect.poll(() => drawn(across)).not.toBe(before[0])
  expect(await drawnSettled(along)).toBe(before[1])
  await rule.getByRole('button', { name: /^S b/ }).first().blur()
  await expect.poll(() => drawn(across)).toBe(before[0])
  await expect(rule.locator('[data-lit]')).toHaveCount(0)
  // Go down the strip until the pointer hits a curve.
  const { x, y, width, height } = (await across.locator('.Plot-frame').boundingBox())!
  const lit = async (): Promise<string> => (await rule.locator('[data-lit]').allInnerTexts()).join('').trim()
  const met = new Set<string>()
  for (let down = 0; down < height - 20; down += 3) {
    await page.mouse.move(x + width * 0.3, y + down)
    await twoFrames(page)
    const first = (await lit()).charAt(0)
    if (first) met.add(first)
  }
  expect([...met].sort()).toEqual(['S', 'd'])
})

test('the contents list eleven lessons and the learner’s progress', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('main').locator('.Contents-tile')).toHaveCount(11)
  await page.getByRole('link', { name: /^7 Momentum/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A ball in a ravine')
  await button(page, 'Next').click()
  await page.getByRole('link', { name: 'Ravine' }).click()
  await expect(page.getByText(/^2 of \d steps seen$/)).toBeVisible()
  await page.getByRole('link', { name: /^7 Momentum/ }).click()
  await expect(page).toHaveURL(/momentum\?at=3/)
})

test('the plans list their steps and lead through them', async ({ page }) => {
  await open(page, '?path=lecture90')
  await expect(page.locator('.Contents-plan tbody tr')).toHaveCount(22)
  // For students alone: instructions at each step, without answers and misconceptions.
  await open(page, '?path=lab90')
  await expect(page.locator('.Contents-plan tbody tr')).toHaveCount(18)
  await expect(page.locator('.Contents-plan thead th')).toHaveText(['Minute', 'Step', 'What you do'])
  await expect(page.locator('.Contents-plan [data-right]')).toHaveCount(0)
  await open(page, '?path=lecture45')
  await expect(page.locator('.Contents-plan tbody tr')).toHaveCount(13)
  await page.getByRole('link', { name: /^RMSprop/ }).click()
  await expect(page).toHaveURL(/rmsprop\?.*path=lecture45/)
  await button(page, 'Next').click()
  await expect(page).toHaveURL(/adam\?/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Momentum and RMSprop in one')
})

for (const [path, lang] of [
  ['lecture45', 'en'],
  ['lecture90', 'zh-CN'],
  ['lab90', 'en'],
] as const)
  test(`a plan prints as one page with a table: ${path}`, async ({ page }) => {
    // A4 without the usual margins, in CSS pixels.
    await page.setViewportSize({ width: 718, height: 1046 })
    await page.emulateMedia({ media: 'print' })
    await open(page, `?path=${path}&lang=${lang}`)
    const row = page.locator('.Contents-plan tbody tr').last()
    await expect(row).toHaveCSS('display', 'table-row')
    await expect(page.getByRole('banner')).toBeHidden()
    const { y, height } = (await row.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(1046)
  })

test('a printed lesson has words and pictures, no controls', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await open(page, 'momentum?at=2')
  await expect(page.getByText('Here both runs have the same')).toBeVisible()
  await expect(figure(page, 'Cost surface')).toBeVisible()
  for (const name of ['Reveal', 'Next', 'Play', 'Show as table'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  // Nothing is cut off: the words have their natural height.
  const cut = await page
    .locator('.Lesson-words')
    .evaluate((words) =>
      [words, words.parentElement!, words.closest('.Sheet-sheet')!].some(
        (part) => part.scrollHeight > part.clientHeight + 1,
      ),
    )
  expect(cut).toBe(false)
})

test('on paper free play is its pictures and settings, nothing to press', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await open(page, 'playground?run=momentum,alpha:0.05')
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText('Momentum: α = 0.05, β = 0.9, κ = 100; B = m, seed 1, step')).toBeVisible()
  for (const name of ['Cost surface', 'Cost per batch'] as const)
    await expect(figure(page, name)).toBeVisible()
  for (const role of ['button', 'slider', 'combobox'] as const)
    for (const one of await page.getByRole(role).all()) await expect(one).toHaveAccessibleName('Start')
})

test('the verification page passes in this browser', async ({ page }) => {
  await open(page, 'verify')
  await expect(page.getByRole('status').filter({ hasText: 'hold' })).toHaveText(/^(\d+) of \1 hold\.$/)
  await expect(page.locator('[data-holds="false"]')).toHaveCount(0)
  // The verification page also lists the packages of the build.
  await page.getByText('Licenses of the packages in this page').click()
  for (const name of ['react-dom', 'scheduler', 'd3-array', 'katex', '@fontsource-variable/inter', 'gifenc'])
    await expect(page.locator('.Contents-thirdParty')).toContainText(`${name} `)
  const quiet = page.getByText(/WebAssembly/).filter({ hasText: /forbidden/ })
  await expect(quiet).toHaveCount(0)
  // Everything holds without WebAssembly too, and one sentence says what computes it.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'))
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: 'hold' })).toHaveText(/^(\d+) of \1 hold\.$/)
  await expect(page.locator('[data-holds="false"]')).toHaveCount(0)
  await expect(quiet).toHaveText(
    'WebAssembly is forbidden here, so rules are interpreted: more slowly, and with the same bits.',
  )
})

test('a lesson replaces another without a blank page between', async ({ page }) => {
  await open(page, 'momentum')
  const empty = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let blank = 0
        location.hash = '#/rmsprop'
        const look = (): void => {
          const heading = document.querySelector('h1')?.textContent
          if (!document.querySelector('main')) blank++
          if (heading && /step size for every axis/i.test(heading)) resolve(blank)
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  expect(empty, 'frames without a page').toBe(0)
})

test('every page of the course is accessible and fits its width', async ({ page }) => {
  test.slow()
  await open(page)
  for (const route of [
    '',
    'momentum',
    'momentum?at=5',
    'rmsprop',
    'adam?at=2',
    'verify',
    'gallery',
    '?path=lecture45',
  ])
    await test.step(`#/${route}`, async () => {
      await page.setViewportSize(sizes[1])
      await go(page, route)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await axeFaults(page), route).toEqual([])
      for (const size of sizes) {
        await page.setViewportSize(size)
        await twoFrames(page)
        expect(await fitsItsWidth(page), `${route}, ${size.width}`).toBe(true)
      }
    })
})

test('a lesson’s buttons stay in place from step to step', async ({ page }) => {
  await page.setViewportSize(sizes[1])
  await open(page, 'reading-the-map')
  const places = async () => {
    const first = await button(page, 'Step 1: What does a slice show?').boundingBox()
    const next = await page.getByRole('navigation').getByRole('button', { name: /^Next/ }).boundingBox()
    return [first!.x, first!.y, next!.x + next!.width, next!.y].map(Math.round)
  }
  const before = await places()
  for (const step of [2, 4]) {
    await page.getByRole('button', { name: new RegExp(`^Step ${step}:`) }).click()
    expect(await places()).toEqual(before)
  }
  // Also without a question, where long words fade out above them.
  await go(page, 'momentum?at=6')
  await button(page, 'Step 1: A ball in a ravine').click()
})

test('the numbers of Adam’s rule stay on one line each while they change', async ({ page }) => {
  await page.setViewportSize(sizes[1])
  await answerBets(page)
  await open(page, 'adam')
  const lines = page.locator('.Rule-lines > div')
  const heights = () => lines.evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height))
  await expect(lines).toHaveCount(5)
  const atRest = await heights()
  await button(page, 'To the start').click()
  for (let i = 0; i < 4; i++) {
    await button(page, 'Step forward').click()
    await twoFrames(page)
    expect(await heights()).toEqual(atRest)
  }
})

test('on a small laptop each memory’s name and table fit on one line above its curve', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await answerBets(page)
  await open(page, 'momentum')
  for (const route of ['momentum', 'adam', 'rmsprop', 'momentum?lang=zh-CN']) {
    await go(page, route)
    await expect(page.locator('html')).toHaveAttribute('lang', route.endsWith('zh-CN') ? 'zh-CN' : 'en')
    const memories = page.locator('.Lab-memory > .Plot-plot')
    await expect(memories).toHaveCount(2)
    for (const memory of await memories.all()) {
      const title = (await memory.locator('.Plot-title').boundingBox())!
      const table = (await memory.locator('.Plot-tableButton').boundingBox())!
      expect(Math.abs(title.y + title.height / 2 - table.y - table.height / 2), route).toBeLessThan(8)
      // The first strip has no axis of steps below it.
      expect((await memory.locator('.Plot-frame').boundingBox())!.height, route).toBeGreaterThan(40)
    }
  }
})
