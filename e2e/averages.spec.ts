// The averages lab: bias correction read to the digit, curves, outliers, the user's series and every way it can be
// wrong, undo, links, and moment 2, whose purple line is absent before it is revealed.
import { mkdirSync, readFileSync } from 'node:fs'
import { expect, go, open, ready, sizes, test } from './fixtures.ts'
import { button, choice, figure, slider, status, type } from './names.ts'
import { experimentOf, axeFaults, fitsItsWidth, stepOf, twoFrames } from './seen.ts'
import type { Locator, Page } from '@playwright/test'
import type { AveragesExperiment } from '../src/engine/experiment.ts'

const lab = 'averages-lab'
const averages = async (page: Page): Promise<AveragesExperiment> =>
  (await experimentOf(page)) as AveragesExperiment
const curve = (page: Page, number: number): Locator =>
  page.getByRole('group', { name: `Curve ${number}`, exact: true })
const summary = (page: Page): Locator => figure(page, 'Averages').locator('.Plot-summary')
const checkbox = (page: Page, name: string | RegExp): Locator => page.getByRole('checkbox', { name })

async function paste(page: Page, text: string): Promise<void> {
  await button(page, 'Use your own series').click()
  await page.getByRole('textbox', { name: 'Numbers or CSV' }).fill(text)
}
async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer })
}
async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([title, bytes]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], title))
      return data
    },
    [name, buffer.toString('base64')] as const,
  )
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer })
}
async function dropText(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    data.setData('text/plain', given)
    return data
  }, text)
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer })
}
const sentence = (page: Page): Locator => page.locator('.Own-sentence')

test('opens with the notes’ three curves over a real year', async ({ page }) => {
  await open(page, lab)
  expect(await averages(page)).toMatchObject({
    lab: 'averages',
    series: { kind: 'seattle', years: 1 },
    betas: [0.9, 0.98, 0.5],
    biasCorrection: false,
  })
  for (const [i, beta] of [0.9, 0.98, 0.5].entries())
    await expect(slider(curve(page, i + 1), 'Averaging β')).toHaveValue(String(beta))
  await expect(slider(curve(page, 1), 'Averaging β')).toHaveAttribute(
    'aria-valuetext',
    '0.9, averages about 10 days',
  )
  await expect(summary(page)).toContainText('366 days')
})

test('bias correction turns 0.02 θ₁ into θ₁ for β = 0.98', async ({ page }) => {
  await open(page, `${lab}?step=1&betas=0.98`)
  const values = figure(page, 'Averages')
  await expect(summary(page)).toContainText('β = 0.98: 0.256 °C')
  await checkbox(page, 'Bias correction').check()
  await expect(summary(page)).toContainText('β = 0.98: 12.8 °C')
  await values.getByRole('button', { name: 'Show as table' }).click()
  // Purple and green together.
  const first = values.getByRole('row').nth(1)
  await expect(first.getByRole('cell').nth(1)).toHaveText('12.8')
  await expect(first.getByRole('cell').nth(2)).toHaveText('0.256')
})

test('a day shows its weights, the recurrence and the sum', async ({ page }) => {
  await open(page, `${lab}?step=2&betas=0.98&biasCorrection=true`)
  const day = page.locator('.Averages-dayEquations')
  await expect(day).toContainText('Day 2, curve 1')
  await expect(day.getByRole('meter')).toHaveAttribute('aria-valuetext', '3.96%')
  await expect(day.locator('tfoot')).toContainText('1')
  await type(page, 'Timeline', 100)
  expect(await stepOf(page)).toBe(100)
  await type(page, 'Averaging β', 0.9)
  await expect(figure(page, 'Weights of the average').locator('.Plot-summary')).toContainText(
    'the last 10 days have 65%',
  )
  await expect(page.getByRole('link', { name: /momentum with/ })).toHaveAttribute(
    'href',
    '#/momentum?beta=0.9&at=4',
  )
})

test('curves are added and removed, undone one by one, and restored from the link', async ({ page }) => {
  await open(page, lab)
  await button(page, 'Add a curve').click()
  await expect(curve(page, 4)).toBeVisible()
  await slider(curve(page, 4), 'Averaging β').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  const moved = (await averages(page)).betas[3]
  await button(page, 'Remove curve 1').click()
  expect((await averages(page)).betas).toEqual([0.98, 0.5, moved])
  await expect.poll(() => page.url()).toContain('betas=0.98')
  await page.reload()
  await page.waitForFunction(() => 'ravine' in window)
  await page.evaluate(() => window.ravine.ready)
  expect((await averages(page)).betas).toEqual([0.98, 0.5, moved])
})

test('undo, redo and reset work, and a wrong link gives a notice', async ({ page }) => {
  await open(page, `${lab}?betas=2&series=synthetic`)
  expect(await averages(page)).toMatchObject({
    betas: [0.9, 0.98, 0.5],
    series: { kind: 'synthetic', years: 1 },
  })
  await expect(status(page, 'Notice')).toContainText('betas')
  await checkbox(page, 'Bias correction').check()
  await page.keyboard.press('Control+z')
  expect((await averages(page)).biasCorrection).toBe(false)
  await page.keyboard.press('Shift+Control+z')
  expect((await averages(page)).biasCorrection).toBe(true)
  await button(page, 'Reset').click()
  expect(await averages(page)).toMatchObject({ biasCorrection: false, series: { kind: 'seattle' } })
  await button(page, 'Undo').click()
  expect((await averages(page)).biasCorrection).toBe(true)
})

test('an outlier set by key or pointer shows which curves react, and for how long', async ({ page }) => {
  await open(page, `${lab}?step=200`)
  const handle = page.getByRole('slider', { name: /^Day 200, drag/ })
  await handle.focus()
  await page.keyboard.press('Shift+ArrowUp')
  const { changes } = await averages(page)
  expect(changes).toHaveLength(1)
  expect(changes[0][0]).toBe(200)
  const report = page.locator('.Averages-outlier')
  await expect(report).toContainText('You moved day 200 by 5 °C')
  await expect(report).toContainText('β = 0.5: jumps by 2.5 °C; the effect stays above 0.03 °C for 7 days')
  await expect(report).toContainText('β = 0.98: jumps by 0.1 °C; the effect stays above 0.03 °C for 60 days')
  const box = (await handle.locator('circle').last().boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y - 60, { steps: 6 })
  await page.mouse.up()
  expect((await averages(page)).changes[0][1]).toBeGreaterThan(changes[0][1] + 2)
  await button(page, 'Undo').click()
  expect((await averages(page)).changes).toEqual(changes)
  await button(page, 'Put day 200 back').click()
  expect((await averages(page)).changes).toEqual([])
})

test('the grabbed day moves wherever the pointer goes, and Escape restores its value', async ({ page }) => {
  await open(page, `${lab}?step=100`)
  const undo = button(page, 'Undo')
  const day = page.getByRole('slider', { name: /^Day 100, drag/ })
  const box = (await day.locator('circle').last().boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const dragged = async (): Promise<void> => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    // Sideways first, over other days.
    await page.mouse.move(x + 24, y, { steps: 4 })
    await page.mouse.move(x + 24, y - 40, { steps: 6 })
    await expect(undo).toBeEnabled()
    await expect(day).toBeVisible()
  }
  await dragged()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(undo).toBeDisabled()
  expect((await averages(page)).changes).toEqual([])
  await dragged()
  await page.mouse.up()
  expect((await averages(page)).changes.map(([t]) => t)).toEqual([100])
})

test('on the synthetic year errors are measured and the best β is marked', async ({ page }) => {
  await open(page, `${lab}?series=synthetic&biasCorrection=true`)
  await expect(figure(page, 'Error against β')).toBeVisible()
  await expect(page.locator('.Averages-errors')).toContainText('For this series the best β is')
  await button(page, 'Set curve 1 to the best β').click()
  const [best] = (await averages(page)).betas
  expect(best).toBeGreaterThan(0.5)
  expect(best).toBeLessThan(0.98)
})

test('a window of n days stores n numbers', async ({ page }) => {
  await open(page, lab)
  await checkbox(page, 'Plain mean of the last n days').check()
  expect((await averages(page)).windows).toEqual([10])
  await button(page, 'Take 19 days').click()
  expect((await averages(page)).windows).toEqual([19])
  await expect(figure(page, 'Numbers to keep')).toContainText('19 numbers')
})

test('Fahrenheit changes the picture, and cards open their state', async ({ page }) => {
  await open(page, `${lab}?step=1&betas=0.98`)
  await page.getByRole('radio', { name: '°F' }).check()
  await expect(summary(page)).toContainText('55.04 °F')
  await expect(summary(page)).toContainText('β = 0.98: 1.101 °F')
  await page.getByRole('button', { name: 'Show day 2' }).nth(1).click()
  expect(await averages(page)).toMatchObject({ betas: [0.98], biasCorrection: true })
  await expect(page.locator('.Averages-dayEquations').getByRole('meter')).toHaveAttribute(
    'aria-valuetext',
    '3.96%',
  )
})

test('the exported CSV equals the command line’s', async ({ page }) => {
  await open(page, `${lab}?betas=0.5&windows=2`)
  await button(page, 'Export').click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const stream = await (await download).createReadStream()
  let text = ''
  for await (const piece of stream) text += String(piece)
  expect(text.split('\n').slice(0, 3)).toEqual(['t,theta,v0,w0', '1,12.8,6.4,12.8', '2,10.6,8.5,11.7'])
})

test('the exported PNG has twice the page’s pixels', async ({ page }) => {
  await open(page, lab)
  const frame = figure(page, 'Averages').locator('.Plot-frame')
  const size = await frame.evaluate((element) => [element.clientWidth, element.clientHeight])
  await button(page, 'Export').click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'PNG' }).click()
  const bytes = readFileSync(await (await coming).path())
  const picture = await page.evaluate(async (text) => {
    const blob = new Blob([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], { type: 'image/png' })
    const bitmap = await createImageBitmap(blob)
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    pen.drawImage(bitmap, 0, 0)
    const pixels = new Uint32Array(pen.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer)
    const counts = new Map<number, number>()
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    const most = Math.max(...counts.values())
    return {
      width: bitmap.width,
      height: bitmap.height,
      colors: counts.size,
      drawn: 1 - most / pixels.length,
    }
  }, bytes.toString('base64'))
  // A line for the title is above it.
  expect(picture).toMatchObject({ width: 2 * size[0], height: 2 * (size[1] + 30) })
  expect(picture.colors).toBeGreaterThan(50)
  expect(picture.drawn).toBeGreaterThan(0.02)
  expect(picture.drawn).toBeLessThan(0.7)
})

test('“this is also momentum’s V” opens the gradients and their average with the same β', async ({
  page,
}) => {
  await open(page, `${lab}?betas=0.95`)
  await page.getByRole('link', { name: 'momentum with β = 0.95' }).click()
  await expect(page).toHaveURL(/#\/momentum\?/)
  await expect(figure(page, 'Optimizer memory, b')).toBeVisible()
  await expect.poll(async () => (await experimentOf(page)) as object).toMatchObject({ lab: 'descent' })
  expect(await experimentOf(page)).toMatchObject({ runs: [{ optimizer: 'momentum', beta: 0.95 }] })
})

test('the page’s keys move the day, undo, and copy the lab’s link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${lab}?step=10`)
  await checkbox(page, 'Bias correction').check()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await stepOf(page)).toBe(21)
  await page.keyboard.press('End')
  expect(await stepOf(page)).toBe(366)
  await page.keyboard.press('Home')
  expect(await stepOf(page)).toBe(1)
  await page.keyboard.press('ControlOrMeta+z')
  expect((await averages(page)).biasCorrection).toBe(false)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  expect((await averages(page)).biasCorrection).toBe(true)
  await page.keyboard.press('l')
  await expect(status(page, 'Notice')).toHaveText(/copied/i)
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link.split('#')[1]).toBe('/averages-lab?biasCorrection=true&step=1')
})

test.describe('the user’s own series', () => {
  test('is pasted, previewed and used', async ({ page }) => {
    await open(page, lab)
    await paste(page, 'temp\n10\n11\n12\n13\n14\nabc\n16\n')
    await expect(sentence(page)).toHaveText('read 6 rows of "temp", 1 skipped: line 7 "abc"')
    expect((await averages(page)).series.kind).toBe('seattle')
    await button(page, 'Use these numbers').click()
    expect((await averages(page)).series).toEqual({ kind: 'inline', values: [10, 11, 12, 13, 14, 16] })
    await expect(summary(page)).toContainText('6 days')
  })

  test('delimiter, decimal comma and encoding are recognized and can be changed', async ({ page }) => {
    await open(page, lab)
    await paste(page, 'Datum;Wert\n1;12,5\n2;13,5\n4;14,5\n')
    await expect(sentence(page)).toHaveText('read 3 rows of "Wert"')
    await expect(page.getByText('First values: 12.5, 13.5, 14.5')).toBeVisible()
    await choice(page, 'Column').selectOption({ label: 'Datum' })
    await expect(page.getByText('First values: 1, 2, 4')).toBeVisible()
    await choose(page, 'gbk.csv', Buffer.from([0xc6, 0xf8, 0xce, 0xc2, 10, 49, 10, 50, 10]))
    await expect(choice(page, 'Encoding').locator('option').first()).toHaveText('recognized: gbk')
    await expect(sentence(page)).toHaveText('read 2 rows of "气温"')
  })

  const utf16 = Buffer.from('\ufeff1\n2\n3\n', 'utf16le')
  test('UTF-16 is read', async ({ page }) => {
    await open(page, lab)
    await button(page, 'Use your own series').click()
    await choose(page, 'utf16.csv', utf16)
    await expect(sentence(page)).toHaveText('read 3 rows')
  })

  const wrong: [string, Buffer, RegExp][] = [
    ['an empty file', Buffer.alloc(0), /nothing in it/],
    ['only NaN', Buffer.from('NaN\n'.repeat(9)), /no number/],
    ['words', Buffer.from('red\ngreen\nblue\n'), /no number/],
    ['200,000 columns', Buffer.from('1,'.repeat(200_000)), /More than 1,000 columns/],
    ['NUL bytes', Buffer.from([49, 10, 0, 0, 0, 51]), /not text/],
    ['1e400', Buffer.from('1e400\n'), /no number/],
    ['an open quote', Buffer.from('1\n"2\n3\n'), /line 2 is never closed/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), /picture/],
    ['a drawn picture', Buffer.from('<?xml version="1.0"?>\n<svg><path d="M0 0"/></svg>'), /picture/],
  ]
  test('a file without a series is refused in one sentence and changes nothing, chosen or dropped', async ({
    page,
  }) => {
    await open(page, lab)
    const before = await averages(page)
    for (const [name, buffer, expected] of wrong)
      await test.step(name, async () => {
        const refused = async (): Promise<void> => {
          await expect(sentence(page)).toHaveText(expected)
          await expect(sentence(page)).toHaveText(/nothing has changed\.$/)
          await expect(button(page, 'Use these numbers')).toBeDisabled()
          expect(await averages(page)).toEqual(before)
          await page.keyboard.press('Escape')
          await expect(sentence(page)).toHaveCount(0)
        }
        await button(page, 'Use your own series').click()
        await choose(page, 'file.csv', buffer)
        await refused()
        await drop(page, 'file.csv', buffer)
        await refused()
      })
    expect(await averages(page)).toEqual(before)
    await expect(button(page, 'Undo')).toBeDisabled()
    expect(page.url()).toMatch(/#\/averages-lab$/)
  })

  test('long column names are cut, even a line of a million characters', async ({ page }) => {
    await open(page, lab)
    await drop(page, 'file.csv', Buffer.from(`${'y'.repeat(1_000_000)},b\n1,2\n4,3\n`))
    await expect(sentence(page)).toHaveText(/^read 2 rows of "y{40}…"$/)
    const names = await choice(page, 'Column').locator('option').allTextContents()
    expect(names.map((one) => one.length)).toEqual([60, 1])
  })

  test('300 MB are refused by size before they are read', async ({ page }) => {
    await open(page, lab)
    await page.evaluate(() => {
      const drop = (file: File): void => {
        const data = new DataTransfer()
        data.items.add(file)
        document
          .querySelector('main')!
          .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      }
      const part = new Uint8Array(1 << 20)
      drop(
        new File(
          Array.from({ length: 300 }, () => part),
          'large.csv',
        ),
      )
    })
    await expect(sentence(page)).toHaveText(
      'The file has 315 MB, at most 64 MB are read; nothing has changed.',
    )
  })

  test('a dropped folder gives one sentence and changes nothing', async ({ page }, info) => {
    const folder = info.outputPath('temperatures.csv')
    mkdirSync(folder, { recursive: true })
    await open(page, lab)
    const before = await averages(page)
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [folder], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
    await expect(sentence(page)).toHaveText(/a folder/)
    await expect(button(page, 'Use these numbers')).toBeDisabled()
    expect(await averages(page)).toEqual(before)
  })

  test('dropped text is read like a file', async ({ page }) => {
    await open(page, lab)
    await dropText(page, '10\n11\n12\n')
    await expect(sentence(page)).toContainText('read 3 rows')
    await button(page, 'Use these numbers').click()
    expect(await averages(page)).toMatchObject({ series: { kind: 'inline', values: [10, 11, 12] } })
  })

  test('a long paste goes to the worker, not into the box', async ({ page }) => {
    await open(page, lab)
    await button(page, 'Use your own series').click()
    const box = page.getByRole('textbox', { name: 'Numbers or CSV' })
    await box.evaluate((element) => {
      const data = new DataTransfer()
      data.setData('text/plain', '12.5\n'.repeat(10_000))
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    })
    await expect(sentence(page)).toHaveText('read 10,000 rows')
    await expect(box).toHaveValue('')
    await expect(box).toHaveAttribute('placeholder', 'Pasted: 50,000 characters')
  })

  test('200,000 rows are read and survive a reload', async ({ page }) => {
    await open(page, lab)
    await button(page, 'Use your own series').click()
    await choose(
      page,
      'long.csv',
      Buffer.from(Array.from({ length: 200_500 }, (_, i) => `${i},${(i * 7919) % 1000}\n`).join('')),
    )
    await expect(sentence(page)).toHaveText(
      'read 200,000 rows of column 2, the rest after 200,000 values was left',
    )
    await button(page, 'Use these numbers').click()
    await expect(summary(page)).toContainText('200,000 days')
    const { series } = await averages(page)
    expect(series.kind === 'inline' && series.values.length).toBe(200_000)
    await page.waitForFunction(() => (localStorage.getItem('ravine.averages') ?? '').includes('inline'))
    await page.reload()
    await ready(page)
    await expect(summary(page)).toContainText('200,000 days')
    expect((await averages(page)).series).toEqual(series)
  })
})

test.describe('draw the purple line', () => {
  const purple = async (page: Page): Promise<string> => page.locator('body').innerHTML()

  test('the purple line is hidden until it is revealed, and the drawing stays', async ({ page }) => {
    await open(page, lab)
    await button(page, 'Draw the purple line').click()
    const picture = figure(page, 'Averages')
    await expect(summary(page)).toContainText('Your line has 0 days')
    await picture.getByRole('button', { name: 'Show as table' }).click()
    await expect(picture.getByRole('columnheader')).toHaveText(['day', 'θ', 'corrected', 'your line'])
    // V₁ = 0.256, V₂ = 0.4629, V₆₀ appear in no text, label or attribute.
    for (const value of ['0.256', '0.4629', '5.76', 'uncorrected'])
      expect(await purple(page)).not.toContain(value)
    await picture.getByRole('button', { name: 'Hide the table' }).click()
    await button(page, 'Reveal').click()
    await expect(page.getByText('Draw at least 10 days first.')).toBeVisible()

    const frame = (await picture.locator('.Plot-frame').boundingBox())!
    await page.mouse.move(frame.x + 80, frame.y + 80)
    await page.mouse.down()
    for (let i = 1; i <= 30; i++) await page.mouse.move(frame.x + 80 + i * 20, frame.y + 80)
    await page.mouse.up()
    await expect(summary(page)).toContainText(/Your line has (2|3)\d days/)
    const kept = () =>
      page.evaluate(() => JSON.parse(localStorage.getItem('ravine.course')!) as { predictions: object })
    const drawing = await kept()
    expect(Object.keys(drawing.predictions)).toEqual(['averages-lab/purple-seattle'])
    // A reload loses nothing, and reveals nothing.
    await expect.poll(() => page.url()).toContain('draw=1')
    await page.reload()
    await ready(page)
    await expect(summary(page)).toContainText(/Your line has (2|3)\d days/)
    expect(await kept()).toEqual(drawing)
    for (const value of ['0.256', '0.4629', '5.76', 'uncorrected'])
      expect(await purple(page)).not.toContain(value)
    // No file reveals it either: rows and script are refused, a picture shows no more than the page.
    const save = (name: string): Promise<void> =>
      button(page, 'Export')
        .click()
        .then(() => page.getByRole('menuitem', { name, exact: true }).click())
    for (const refused of ['CSV', 'Python code']) {
      await save(refused)
      await expect(page.getByRole('status', { name: 'Notice' })).toContainText('A prediction is still open')
      await page.locator('.Notice-notice').getByRole('button').click()
    }
    const [download] = await Promise.all([page.waitForEvent('download'), save('SVG')])
    const hidden = readFileSync(await download.path(), 'utf8')
    await button(page, 'Reveal').click()
    await expect(
      page.getByText(
        'You began near the temperature, where an average should begin. But V₀ = 0, so V₁ is only 0.02 of θ₁: 0.256 °C.',
      ),
    ).toBeVisible()
    const [shown] = await Promise.all([page.waitForEvent('download'), save('SVG')])
    const lines = (svg: string): number => svg.match(/<path\b/g)!.length
    expect(lines(readFileSync(await shown.path(), 'utf8'))).toBeGreaterThan(lines(hidden))
    await expect(summary(page)).toContainText('starts at 0.256 °C')
    await picture.getByRole('button', { name: 'Show as table' }).click()
    await expect(picture.getByRole('columnheader')).toHaveText([
      'day',
      'θ',
      'corrected',
      'your line',
      'uncorrected',
    ])

    await type(page, 'Timeline', 2)
    await expect(page.getByRole('meter')).toHaveAttribute('aria-valuetext', '3.96%')
    await checkbox(page, /Divide by/).check()
    await expect(page.getByText(/Divided by 0.0396 it is 11.69 °C: green/)).toBeVisible()

    // In another unit with another 0 the drawing is the same, and the truth is not.
    await page.getByRole('radio', { name: '°F' }).check()
    await type(page, 'Timeline', 1)
    await expect(page.getByText(/V₁ = 1.101\. Divided by 0.02 it is 55.04 °F/)).toBeVisible()
    await page.reload()
    await ready(page)
    await expect(page.locator('.Averages-verdict')).toBeVisible()
    await button(page, 'Draw again').click()
    await expect(summary(page)).toContainText('Your line has 0 days')
  })

  test('arrow keys draw too', async ({ page }) => {
    await open(page, lab)
    await button(page, 'Draw the purple line').click()
    const pen = slider(page, 'Your line')
    await pen.focus()
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown')
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowUp')
    }
    await expect(summary(page)).toContainText('Your line has 25 days')
    await button(page, 'Reveal').click()
    await expect(page.locator('.Averages-verdict')).toBeVisible()
    // Undo to the state before the paper brings the lab back.
    await button(page, 'Undo').click()
    await expect(button(page, 'Draw the purple line')).toBeVisible()
    await expect.poll(() => page.url()).not.toContain('draw')
    expect((await averages(page)).betas).toEqual([0.9, 0.98, 0.5])
  })
})

test('is accessible and fits in each language, theme and size', async ({ page }) => {
  test.slow()
  const full = `${lab}?series=synthetic&biasCorrection=true&windows=10`
  await page.setViewportSize(sizes[0])
  await open(page, `${full}&lang=zh-CN&theme=light`)
  for (const [language, theme, axeSize] of [
    ['zh-CN', 'light', sizes[0]],
    ['en', 'contrast', sizes[1]],
    ['zh-CN', 'dark', sizes[1]],
  ] as const) {
    await go(page, `${full}&lang=${language}&theme=${theme}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await twoFrames(page)
      expect(await fitsItsWidth(page), `${language}, ${size.width}`).toBe(true)
      if (size === axeSize) expect(await axeFaults(page), `${language}, ${theme}`).toEqual([])
    }
  }
})

test('drawing the purple line is accessible in dark and high contrast', async ({ page }) => {
  await open(page, `${lab}?theme=dark`)
  await button(page, 'Draw the purple line').click()
  for (const theme of ['dark', 'contrast']) {
    await choice(page, 'Theme').selectOption(theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expect(button(page, 'Reveal')).toBeVisible()
    expect(await axeFaults(page)).toEqual([])
  }
})
