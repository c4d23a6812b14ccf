// A user's files in both dialogs: the first rows with what is used, every skipped line with its reason, each choice,
// the question about an ambiguous column. src/data tests how files are read.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, open, test } from './fixtures.ts'
import { button, choice, status } from './names.ts'
import { axeFaults, experimentOf, fitsItsWidth } from './seen.ts'

const fixture = (name: string): Buffer => readFileSync(`src/data/fixtures/${name}`)
const dialog = (page: Page) => page.getByRole('dialog')
const sentence = (page: Page) => page.locator('.Own-sentence')
const choose = (page: Page, name: string) =>
  page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer: fixture(name) })
const headOf = (page: Page, name: string) => button(page, `Take ${name}`)

test.describe('a series', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, 'averages-lab')
    await button(page, 'Use your own series').click()
  })

  test('shows what is used, what is skipped and why, and reads another column', async ({ page }) => {
    await choose(page, 'ghcn-daily.csv')
    await expect(sentence(page)).toHaveText('read 9 rows of "TMAX", 1 skipped: line 6 ""')
    await expect(headOf(page, 'TMAX')).toHaveAttribute('aria-pressed', 'true')
    await expect(dialog(page).getByText('line 6: “”')).toBeVisible()
    await headOf(page, 'TMIN').click()
    await expect(sentence(page)).toHaveText('read 10 rows of "TMIN"')
    await expect(choice(page, 'Column')).toHaveValue('14')
    // A column of words has no numbers, and the choice stays.
    await choice(page, 'Column').selectOption({ label: 'NAME' })
    await expect(sentence(page)).toHaveText('There is no number in this column; nothing has changed.')
    await expect(button(page, 'Use these numbers')).toBeDisabled()
    await choice(page, 'Column').selectOption({ label: 'TMAX' })
    await button(page, 'Use these numbers').click()
    await expect(status(page, 'Notice')).toHaveText(
      'Your series: read 9 rows of "TMAX", 1 skipped: line 6 "".',
    )
    expect(await experimentOf(page)).toMatchObject({
      series: { kind: 'inline', values: [-11, 6, 28, 33, 17, 22, 56, 83, 61] },
    })
  })

  test('asks about ambiguities, and keeps codes only on request', async ({ page }) => {
    const box = page.getByRole('textbox', { name: 'Numbers or CSV' })
    await box.fill('1.234\n2.345\n')
    await expect(dialog(page).getByText('What does “1.234” mean?')).toBeVisible()
    await expect(button(page, 'Use these numbers')).toBeDisabled()
    await page.getByRole('radio', { name: '1,234' }).check()
    await expect(page.getByText('First values: 1,234, 2,345')).toBeVisible()
    await expect(button(page, 'Use these numbers')).toBeEnabled()
    await box.fill('temp\n12\n-9999\n13\n')
    const codes = page.getByRole('checkbox', { name: /^Leave out −9,999, 1 time/ })
    await expect(codes).toBeChecked()
    await expect(sentence(page)).toHaveText('read 2 rows of "temp", 1 left out as missing: line 3 "-9999"')
    await codes.uncheck()
    await expect(page.getByText('First values: 12, −9,999, 13')).toBeVisible()
  })
})

test.describe('a training set', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, 'playground?objective=network')
    await choice(page, 'Dataset').selectOption({ label: 'Own data…' })
  })

  test('iris: inputs and label are recognized, and can be changed', async ({ page }) => {
    await choose(page, 'iris-r.csv')
    await expect(sentence(page)).toContainText(
      '"Species" names 3 classes: "setosa", "versicolor" and "virginica"',
    )
    await expect(choice(page, 'Role of Column 1')).toHaveValue('none')
    await choice(page, 'Role of Sepal.Length').selectOption('not used')
    await expect(sentence(page)).toContainText(
      'read 9 rows of "Sepal.Width", "Petal.Length", "Petal.Width" and "Species"',
    )
    await choice(page, 'Role of Sepal.Width').selectOption('not used')
    await expect(sentence(page)).toContainText('read 9 rows of "Petal.Length"')
    await button(page, 'Use these rows').click()
    await expect(dialog(page)).toHaveCount(0)
    expect(await experimentOf(page)).toMatchObject({
      objective: { layers: [2, 8, 3], loss: 'crossEntropy', dataset: { kind: 'inline', x: { length: 9 } } },
    })
    await expect(status(page, 'Notice')).toContainText('The inputs are normalized')
  })

  test('offers classes or numbers if both make sense, and keeps the choice after a fault', async ({
    page,
  }) => {
    const box = page.getByRole('textbox', { name: 'Numbers or CSV' })
    await box.fill('1,2,a\n3,oops,b')
    await expect(sentence(page)).toHaveText(
      'Expected at least 2 rows without a gap, got 1: line 2 "oops"; nothing has changed.',
    )
    await expect(choice(page, 'Role of Column 2')).toHaveValue('input')
    await choose(page, 'numpy-labels.csv')
    await expect(sentence(page)).toContainText('column 3 names 2 classes: "0" and "1"')
    await page.getByRole('radio', { name: 'a number' }).check()
    await expect(sentence(page)).toContainText('column 3 is a number: squared error')
    await button(page, 'Use these rows').click()
    await expect
      .poll(() => experimentOf(page))
      .toMatchObject({ objective: { layers: [2, 8, 1], loss: 'squared' } })
  })

  test('a file dropped on the dialog is not opened as an experiment', async ({ page }) => {
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'mine.csv', { type: 'text/csv' }))
      return data
    }, '1,2,a\n3,4,b\n5,7,c\n')
    await page.locator('.Own-form').dispatchEvent('drop', { dataTransfer: transfer })
    await expect(sentence(page)).toContainText('read 3 rows of column 1, column 2 and column 3')
    await expect(status(page, 'Notice')).toBeEmpty()
  })
})

for (const [what, route, file] of [
  ['a series', 'averages-lab', 'gsod.csv'],
  ['a training set', 'playground?objective=network', 'penguins.csv'],
] as const)
  for (const [lang, theme] of [
    ['en', 'light'],
    ['zh-CN', 'dark'],
  ] as const)
    test(`the dialog of ${what} fits at every width: ${lang}, ${theme}`, async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await open(page, `${route}${route.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`)
      if (what === 'a series')
        await page.getByRole('button', { name: /^(Use your own series|使用自己的序列)$/ }).click()
      else await page.locator('select', { has: page.locator('option[value=own]') }).selectOption('own')
      await page
        .locator('.Own-choose input')
        .setInputFiles({ name: file, mimeType: 'text/csv', buffer: fixture(file) })
      await expect(page.locator('.Own-preview table')).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      for (const width of [1440, 390, 320]) {
        await page.setViewportSize({ width, height: 844 })
        expect(await fitsItsWidth(page)).toBe(true)
      }
    })
