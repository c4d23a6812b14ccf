// A phone: predictions are dragged and drawn with a finger, answers are tapped, and the sheet of words leaves the
// picture uncovered.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { answerBets, expect, go, open, sizes, test } from './fixtures.ts'
import { button, figure, slider, textBox } from './names.ts'
import { experimentOf, stepOf } from './seen.ts'

test.use({ hasTouch: true, isMobile: true, viewport: sizes[0] })

type Point = readonly [number, number]

/** One finger down, along the path, and up. */
async function stroke(page: Page, way: readonly Point[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] })
  await touch('touchStart', way[0])
  for (const at of way.slice(1)) await touch('touchMove', at)
  await touch('touchEnd')
  await session.detach()
}

const line = ([x, y]: Point, [toX, toY]: Point, parts = 12): Point[] =>
  Array.from({ length: parts + 1 }, (_, i) => [x + ((toX - x) * i) / parts, y + ((toY - y) * i) / parts])

test('a finger drags a predicted point, and a tap reveals it', async ({ page }) => {
  await open(page, 'adam?at=2')
  const point = slider(page, 'Predicted point')
  const before = await point.getAttribute('aria-valuetext')
  const { x, y, width, height } = (await point.boundingBox())!
  const from: Point = [x + width / 2, y + height / 2]
  await stroke(page, line(from, [from[0] - 40, from[1] + 30]))
  await expect.poll(() => point.getAttribute('aria-valuetext')).not.toBe(before)
  await button(page, 'Reveal').tap()
  await expect(page.getByRole('status').filter({ hasText: '(−7, −2) happened' })).toBeVisible()
})

test('a menu stays within the page wherever its button is', async ({ page }) => {
  for (const [lang, tools, names] of [
    ['en', 'Tools', ['Export', 'More']],
    ['zh-CN', '工具', ['导出', '更多']],
  ] as const) {
    await open(page, `playground?lang=${lang}`)
    await button(page, tools).tap()
    for (const name of names) {
      await button(page, name).tap()
      const { x, width } = (await page.getByRole('menu').boundingBox())!
      expect(x, name).toBeGreaterThanOrEqual(0)
      expect(x + width, name).toBeLessThanOrEqual(sizes[0].width)
      await page.keyboard.press('Escape')
    }
  }
})

test('a finger draws the purple line', async ({ page }) => {
  await open(page, 'bias-correction?at=2')
  const frame = (await figure(page, 'Averages').locator('.Plot-frame').boundingBox())!
  const height = frame.y + frame.height * 0.6
  await stroke(
    page,
    line([frame.x + 60, height], [frame.x + frame.width - 30, frame.y + frame.height * 0.4], 40),
  )
  await expect(figure(page, 'Averages').locator('.Plot-summary')).toContainText(/Your line has [2-6]\d days/)
  // The sheet folds away, and the content below is reachable at once: the browser must not take the stroke for a
  // fling, which would swallow this tap.
  await button(page, 'Lesson').tap()
  await expect(button(page, 'Next')).toBeHidden()
  await button(page, 'Reveal').tap()
  await expect(page.locator('.Averages-verdict')).toBeVisible()
})

test('a finger that scrolls the page leaves the slider beneath it unchanged', async ({ page }) => {
  await open(page, 'playground')
  const angle = slider(page, 'Angle')
  await angle.evaluate((track) => track.scrollIntoView({ block: 'center' }))
  const before = await experimentOf(page)
  const { x, y, width, height } = (await angle.boundingBox())!
  const [from, at] = [await page.evaluate(() => scrollY), y + height / 2]
  await stroke(page, line([x + 30, at], [x + 33, at - 150]))
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from)
  await expect(angle).toHaveValue('0')
  expect(await experimentOf(page)).toEqual(before)
  // Along the slider, the value moves.
  const now = (await angle.boundingBox())!
  const middle: Point = [x + width / 2, now.y + height / 2]
  await stroke(page, line(middle, [middle[0] + 60, middle[1]]))
  await expect.poll(async () => Number(await angle.inputValue())).toBeGreaterThan(10)
})

test('a finger drags the points of a manual decay', async ({ page }) => {
  await open(page, 'decay?at=6')
  const point = figure(page, 'Schedules').getByRole('slider').nth(1)
  const before = await point.getAttribute('aria-valuetext')
  const { x, y, width, height } = (await point.boundingBox())!
  const from: Point = [x + width / 2, y + height / 2]
  await stroke(page, line(from, [from[0] - 20, from[1] + 15]))
  await expect.poll(() => point.getAttribute('aria-valuetext')).not.toBe(before)
})

test('a run’s label has its name on a small map, and its J too on a large one', async ({ page }) => {
  const texts = async (): Promise<string> => {
    const tools = button(page, 'Tools')
    if (await tools.isVisible()) await tools.tap()
    await button(page, 'Export').tap()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'SVG' }).tap()
    const svg = readFileSync(await (await coming).path(), 'utf8')
    return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('\n')
  }
  await open(page, 'playground')
  const small = await texts()
  expect(small).toMatch(/^Momentum$/m)
  expect(small).not.toContain('· J')
  await page.setViewportSize(sizes[1])
  await open(page, 'playground')
  expect(await texts()).toMatch(/^Momentum · J /m)
})

test('without hover the hyperparameter map says what a tap does', async ({ page }) => {
  await open(page, 'map')
  await expect(page.getByText('Tap a cell to use its settings')).toBeVisible()
  await expect(page.getByText('hover it')).toBeHidden()
  await open(page, 'averages-lab')
  await expect(page.getByText('Tap a day to see its average')).toBeVisible()
  await expect(page.getByText('Point at a day')).toBeHidden()
  await open(page, 'map')
  const base = async () => ((await experimentOf(page)) as { base: unknown }).base
  const before = await base()
  const frame = (await figure(page, 'Hyperparameter map').locator('.Plot-frame').boundingBox())!
  await page.touchscreen.tap(frame.x + frame.width * 0.35, frame.y + frame.height * 0.4)
  await expect.poll(base).not.toEqual(before)
})

test('the sheet leaves the picture visible, folds by a tap, and its navigation is one row', async ({
  page,
}) => {
  await open(page, 'momentum?at=2')
  const sheet = page.getByRole('region', { name: 'Lesson', exact: true })
  const picture = (await figure(page, 'Cost surface').boundingBox())!
  expect(picture.y + picture.height).toBeLessThanOrEqual((await sheet.boundingBox())!.y)
  await page.getByRole('radio').nth(1).tap()
  await button(page, 'Reveal').tap()
  await expect(page.getByText('Your prediction')).toBeVisible()
  const row = await Promise.all(
    [button(page, 'Back'), button(page, 'Next'), button(page, 'Step 1: A ball in a ravine')].map((one) =>
      one.boundingBox(),
    ),
  )
  for (const box of row) {
    expect(Math.abs(box!.y + box!.height / 2 - (row[0]!.y + row[0]!.height / 2))).toBeLessThan(4)
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(24)
  }
  await button(page, 'Lesson').tap()
  await expect(button(page, 'Next')).toBeHidden()
  await expect(figure(page, 'Cost per batch')).toBeVisible()
})

test('the words of a step are cards: a swipe or the focus shows the next one whole', async ({ page }) => {
  await open(page, 'momentum?at=2')
  const cards = page.getByRole('group', { name: /^Card \d of \d$/ })
  const left = async (card: number): Promise<number> => Math.round((await cards.nth(card).boundingBox())!.x)
  const [edge, { y, height }] = [await left(0), (await cards.first().boundingBox())!]
  expect(await left(1)).toBeLessThan(sizes[0].width)
  await stroke(page, line([330, y + height / 2], [60, y + height / 2]))
  await expect.poll(() => left(1)).toBe(edge)
  await expect(page.locator('.Lesson-places > :nth-child(2)[data-shown]')).toBeAttached()
  await cards.first().focus()
  await expect.poll(() => left(0)).toBe(edge)
  const answer = page.locator('.Question-prediction').getByRole('radio').last()
  await answer.focus()
  await expect.poll(async () => (await answer.boundingBox())!.x).toBeLessThan(sizes[0].width / 2)
})

test('the end of a lesson can be scrolled above the open sheet', async ({ page }) => {
  for (const [route, last] of [
    ['bias-correction?at=2', button(page, 'Reveal')],
    ['decay?at=6', textBox(page, 'Points: epoch and α')],
  ] as const) {
    await (page.url().includes('#/') ? go : open)(page, route)
    await expect(last).toBeVisible()
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    const sheet = page.getByRole('region', { name: 'Lesson', exact: true })
    await expect
      .poll(async () => {
        const [above, below] = [await last.boundingBox(), await sheet.boundingBox()]
        return above!.y + above!.height - below!.y
      })
      .toBeLessThanOrEqual(0)
  }
})

test('a formula’s letters are wide enough for a finger', async ({ page }) => {
  await answerBets(page)
  await open(page, 'rmsprop')
  const letters = page.locator('button.Formula-symbol')
  await expect(letters.first()).toBeVisible()
  for (const letter of await letters.all())
    expect((await letter.boundingBox())!.width).toBeGreaterThanOrEqual(24)
})

test('nothing below the notes moves while a run plays', async ({ page }) => {
  await open(page, 'momentum?at=2')
  for (const [route, asks] of [
    ['momentum?at=2', true],
    ['reading-the-cost?at=3', false],
    ['mini-batch?at=3', true],
  ] as const) {
    await go(page, route)
    if (asks) {
      await page.locator('.Question-prediction').getByRole('radio').first().tap()
      await button(page, 'Reveal').tap()
    }
    await button(page, 'Lesson').tap()
    await button(page, 'To the start').tap()
    await expect.poll(() => stepOf(page)).toBe(0)
    // The positions of the content below the notes, in every frame until the last step.
    const places = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const seen = new Set<string>()
          const last = Number(
            (document.querySelector('.PlaybackBar-playback .PlaybackBar-timeline') as HTMLInputElement).max,
          )
          const look = (): void => {
            const tops = [
              ...document.querySelectorAll('.PlaybackBar-playback, .Lab-strip, .Lab-controls, .Batches-cut'),
            ].map((part) => Math.round(part.getBoundingClientRect().top + scrollY))
            seen.add(tops.join())
            if (window.ravine.step === last) resolve([...seen])
            else requestAnimationFrame(look)
          }
          look()
        }),
    )
    await button(page, 'Play').tap()
    expect(await places, route).toHaveLength(1)
  }
})

test('a tap on “?” explains the map on the spot, a second one opens the lesson', async ({ page }) => {
  await open(page, 'playground')
  const help = page.getByRole('link', { name: 'How to read this' })
  await expect(help).toHaveAccessibleDescription(/crosses the lines/)
  await help.tap()
  await expect(page.locator('.ReadHint-hint')).toBeVisible()
  expect(page.url()).toContain('#/playground')
  await help.tap()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What does a slice show?')
})

test('on a phone on its side the picture, Play and the question are in view', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 })
  await open(page, 'momentum?at=2')
  for (const part of [figure(page, 'Cost surface'), button(page, 'Play'), page.locator('.Question-question')])
    await expect(part).toBeInViewport({ ratio: 0.9 })
  expect((await page.locator('.Lab-map').boundingBox())!.width).toBe(422)
})

test('notes about a run in the playground do not move Play', async ({ page }) => {
  await open(page, 'playground?run=gd,alpha:0.0205&steps=20&step=0')
  const play = page.locator('.PlaybackBar-play')
  const before = (await play.boundingBox())!.y
  await button(page, 'To the end').tap()
  await expect(page.getByText('rises at step 1')).toBeVisible()
  expect((await play.boundingBox())!.y).toBe(before)
})

test('space for the worker’s progress is reserved, so nothing moves', async ({ page }) => {
  // Five million examples, to the last one.
  test.slow()
  await open(page, 'mini-batch?at=2')
  await page.locator('.Question-prediction').getByRole('radio').first().tap()
  await button(page, 'Reveal').tap()
  const note = page.getByRole('group', { name: 'Computing' })
  // Positions of time and the content below it, while the examples are generated and afterwards.
  const places = (): Promise<number[]> =>
    page
      .locator('.PlaybackBar-playback, .Lab-controls')
      .evaluateAll((all) => all.map((part) => Math.round(part.getBoundingClientRect().top + scrollY)))
  // The examples may be ready by now. The step over all of them takes time too.
  await expect(note).toContainText(/Making 5,000,000 examples|One step of B = m/)
  const during = await places()
  expect(during).toHaveLength(2)
  await expect(note).toHaveCount(0, { timeout: 120_000 })
  expect(await places()).toEqual(during)
})

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 820, height: 1180 } })

  test('no header button is alone in a second line', async ({ page }) => {
    for (const [width, lang, present] of [
      [820, 'en', 'Present'],
      [820, 'zh-CN', '演示'],
      [768, 'en', 'Present'],
      [768, 'zh-CN', '演示'],
    ] as const) {
      await page.setViewportSize({ width, height: 1024 })
      await (page.url().includes('#/') ? go : open)(page, `playground?lang=${lang}`)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      const own = (await button(page, present).boundingBox())!
      const all = (await page.locator('.Header-actions').boundingBox())!
      expect(all.height, `${width} ${lang}`).toBeLessThan(1.5 * own.height)
    }
  })

  test('a batch’s losses fit without sideways scrolling', async ({ page }) => {
    for (const size of [page.viewportSize()!, sizes[0]]) {
      await page.setViewportSize(size)
      await open(page, 'playground?objective=network')
      await button(page, 'Highest spike').tap()
      const table = page.locator('.Network-microscopeTable')
      await expect(table.getByRole('row').nth(1)).toBeVisible()
      const hidden = await table.evaluate((place) => place.scrollWidth - place.clientWidth)
      expect(hidden, `${size.width}`).toBeLessThanOrEqual(0)
    }
  })

  test('notes about a run in a lesson touch no button', async ({ page }) => {
    await open(page, 'decay?at=6')
    await expect(button(page, 'Add a point')).toBeVisible()
    const [above, notes, below] = await Promise.all(
      [button(page, 'Add a point'), page.locator('.Lab-notes'), button(page, 'Play')].map((part) =>
        part.boundingBox(),
      ),
    )
    expect(notes!.y - above!.y - above!.height).toBeGreaterThanOrEqual(4)
    expect(below!.y - notes!.y - notes!.height).toBeGreaterThanOrEqual(4)
  })
})

test('at twice the size on a laptop the tools fold and the picture stays visible', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 450 })
  await open(page, 'playground')
  const picture = (await figure(page, 'Cost surface').locator('.Plot-frame').boundingBox())!
  expect(picture.y + picture.height).toBeLessThanOrEqual(450)
  await button(page, 'Tools').tap()
  await expect(button(page, 'Export')).toBeVisible()
})
