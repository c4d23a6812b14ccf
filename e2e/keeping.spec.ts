// Nothing a user made is lost: own data of every accepted size survive a reload, navigating away, and another tab. If
// the browser cannot store them, one sentence says so.
import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hashInNode } from './bits.ts'
import { expect, open, ready, test, visit } from './fixtures.ts'
import { button, figure, slider, status, type } from './names.ts'
import { axeFaults, experimentOf, hashOf, stepOf } from './seen.ts'

/** A number with as many digits as a measurement. */
const wave = (i: number): number => Math.sin(i * 1.7) * 3

/** The maximum number of rows in a file: 6 MB. */
const leastSquares = (m: number, slope = 2) => ({
  version: 1,
  lab: 'descent',
  objective: {
    kind: 'leastSquares',
    x: Array.from({ length: m }, (_, i) => [wave(i), wave(i + 0.5)]),
    y: Array.from({ length: m }, (_, i) => slope * wave(i) + wave(i / 7)),
  },
  batchSize: 100,
  steps: 20,
  costEvery: 20,
  runs: [{ optimizer: 'momentum', alpha: 0.01 }],
})
const network = (m: number) => ({
  ...leastSquares(1),
  objective: {
    kind: 'network',
    layers: [2, 3, 1],
    activation: 'tanh',
    loss: 'crossEntropy',
    dataset: {
      kind: 'inline',
      x: Array.from({ length: m }, (_, i) => [wave(i), wave(i + 0.5)]),
      y: Array.from({ length: m }, (_, i) => Number(wave(i) > 0)),
    },
  },
})
const averages = (days: number, level = 0) => ({
  version: 1,
  lab: 'averages',
  series: { kind: 'inline', values: Array.from({ length: days }, (_, i) => level + wave(i)) },
})

async function choose(page: Page, experiment: object): Promise<void> {
  const file = test.info().outputPath('own.ravine.json')
  writeFileSync(file, JSON.stringify(experiment))
  await page.locator('header input[type=file]').setInputFiles(file)
}
async function bring(page: Page, experiment: object): Promise<void> {
  await choose(page, experiment)
  await expect(status(page, 'Notice')).toHaveText('The experiment is open.', { timeout: 30_000 })
}

/** Waits until everything is stored: the tab's storage has the current address. */
const kept = (page: Page, lab: 'session' | 'averages') =>
  page.waitForFunction(
    (key) => JSON.parse(sessionStorage.getItem(key) ?? '{}').hash === location.hash,
    `ravine.${lab}`,
  )

/** Returns a hash of the imported numbers, so megabytes stay in the page. */
const own = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { objective, series } = window.ravine.experiment as { objective?: unknown; series?: unknown }
    const text = JSON.stringify(series ?? objective)
    let mixed = 0
    for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x9e3779b1)
    return `${text.length} characters, ${mixed}`
  })
const has = async (page: Page, numbers: string): Promise<boolean> => (await own(page)) === numbers

test('the largest allowed own data return after a reload, in every lab at once', async ({ page }) => {
  test.slow()
  const brought: [string, object][] = [
    ['averages-lab', averages(60_000)],
    ['playground', leastSquares(100_000)],
    ['playground', network(20_000)],
  ]
  for (const [route, experiment] of brought) {
    await open(page, route)
    await bring(page, experiment)
    const before = await own(page)
    const hash = route === 'averages-lab' ? await hashOf(page) : hashInNode(experiment)
    // What is reported as opened is stored, so the page may be left at once.
    await page.reload()
    await ready(page)
    expect(await has(page, before)).toBe(true)
    expect(await hashOf(page)).toBe(hash)
    // The address omits the data, but the page has them.
    await expect(status(page, 'Notice')).toHaveText('')
    await expect(button(page, 'Undo')).toBeDisabled()
  }
})

test('a change is kept if the page closes at once', async ({ page }) => {
  await open(page, 'playground')
  await bring(page, leastSquares(30_000))
  await kept(page, 'session')
  const rows = await own(page)
  await type(page, 'Learning rate α', 0.004)
  await page.reload()
  await ready(page)
  expect(await experimentOf(page)).toMatchObject({ runs: [{ alpha: 0.004 }] })
  expect(await has(page, rows)).toBe(true)
})

test('a change that is being written during a reload is kept', async ({ page }) => {
  await open(page, 'playground')
  await bring(page, leastSquares(3000))
  await kept(page, 'session')
  const rows = await own(page)
  // The browser already knows which address it reloads, and the old page keeps running until the new one arrives.
  await page.evaluate(() => {
    const replace = history.replaceState.bind(history)
    history.replaceState = (state, unused, address) => {
      replace(state, unused, address)
      console.info(`written: ${address}`)
    }
  })
  const written = page.waitForEvent('console', (message) => /^written: .*alpha:0.004/.test(message.text()))
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      await written
      await route.continue()
    },
  )
  const loaded = page.waitForEvent('load')
  await slider(page, 'Learning rate α').evaluate((element) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
    set!.call(element, '0.004')
    element.dispatchEvent(new Event('input', { bubbles: true }))
    location.reload()
  })
  await loaded
  await ready(page)
  expect(await experimentOf(page)).toMatchObject({ runs: [{ alpha: 0.004 }] })
  expect(await has(page, rows)).toBe(true)
})

test('own data are there after going back', async ({ page }) => {
  await open(page, 'averages-lab')
  const places = [
    ['averages-lab', 'averages', averages(3000), 'averages'],
    ['playground', 'session', leastSquares(3000), 'momentum'],
  ] as const
  for (const [route, lab, experiment, elsewhere] of places) {
    await visit(page, route)
    await expect(button(page, 'Import')).toBeVisible()
    await bring(page, experiment)
    await kept(page, lab)
    const numbers = await own(page)
    await visit(page, elsewhere)
    await expect.poll(() => has(page, numbers)).toBe(false)
    await button(page, 'Next').click()
    await kept(page, lab)
    await page.goBack()
    await expect.poll(() => has(page, numbers)).toBe(true)
  }
  await expect(status(page, 'Notice')).toHaveText('')
})

test('two tabs keep separate data', async ({ page, context }) => {
  const other = await context.newPage()
  await open(page, 'playground')
  await bring(page, leastSquares(3000))
  await kept(page, 'session')
  await open(other, 'playground')
  await bring(other, leastSquares(3000, -5))
  await kept(other, 'session')
  const rows = [await own(page), await own(other)]
  expect(rows[0] === rows[1]).toBe(false)
  for (const [i, tab] of [page, other].entries()) {
    await tab.reload()
    await ready(tab)
    expect(await has(tab, rows[i])).toBe(true)
  }
})

test('data kept by an earlier version are read', async ({ page }) => {
  await open(page, 'averages-lab')
  await bring(page, averages(3000))
  await kept(page, 'averages')
  const series = await own(page)
  await page.evaluate(
    async (text) => {
      // Keep the page from overwriting it when it is left.
      addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)
      await new Promise((resolve) => {
        indexedDB.deleteDatabase('ravine').onsuccess = resolve
      })
      const values = text.slice(1, -1)
      for (const storage of [sessionStorage, localStorage]) {
        const document = storage.getItem('ravine.averages')!
        storage.clear()
        storage.setItem(
          'ravine.averages',
          document.replace(/\{"list":"[^"]+","parts":1\}/, '{"list":"former","parts":2}'),
        )
        const half = values.indexOf(',', values.length / 2)
        storage.setItem('ravine.averages.former.0', values.slice(0, half))
        storage.setItem('ravine.averages.former.1', values.slice(half + 1))
      }
    },
    JSON.stringify(averages(3000).series.values),
  )
  await page.reload()
  await ready(page)
  expect(await has(page, series)).toBe(true)
  // Once stored again in the database they free the small storage.
  await slider(page.getByRole('group', { name: 'Curve 1', exact: true }), 'Averaging β').press('ArrowLeft')
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBeLessThan(4)
})

test.describe('a browser without a database', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError')
      }
    })
  })

  test('still keeps some megabytes', async ({ page }) => {
    await open(page, 'playground')
    await bring(page, leastSquares(20_000))
    await kept(page, 'session')
    const rows = await own(page)
    await page.reload()
    await ready(page)
    expect(await has(page, rows)).toBe(true)
  })

  test('says in one sentence that it cannot keep more, and continues', async ({ page }) => {
    await open(page, 'playground')
    await choose(page, leastSquares(100_000))
    await expect(status(page, 'Notice')).toHaveText(
      'This browser cannot keep your own data after a reload. “Export” saves them in an experiment file.',
      { timeout: 30_000 },
    )
    await button(page, 'Close').click()
    // Said once. Every further change is stored where possible.
    await type(page, 'Learning rate α', 0.004)
    await expect.poll(() => new URL(page.url()).hash).toContain('0.004')
    await expect(status(page, 'Notice')).toHaveText('')
    await page.reload()
    await ready(page)
    await expect(status(page, 'Notice')).toContainText(
      'too large for a link, so the link does not include it',
    )
  })
})

test('one sentence says if nothing can be kept', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await open(page, 'playground')
  await choose(page, leastSquares(3000))
  await expect(status(page, 'Notice')).toContainText('cannot keep your own data after a reload')
  expect(await experimentOf(page)).toMatchObject({ objective: { kind: 'leastSquares' } })
})

test('Save keeps an experiment under a name, and all return from a file', async ({ page }) => {
  await open(page, 'playground?steps=40&run=adam,alpha:0.2&step=17')
  const hash = await hashOf(page)
  await page.keyboard.press('ControlOrMeta+s')
  const saving = page.getByRole('dialog', { name: 'Save' })
  await saving.getByRole('textbox', { name: 'Name' }).fill('Adam in a ravine')
  await saving.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(status(page, 'Notice')).toContainText('“Adam in a ravine” is saved')
  await open(page, 'averages-lab')
  await button(page, 'More').click()
  await page.getByRole('menuitem', { name: 'My experiments' }).click()
  const mine = page.getByRole('dialog', { name: 'My experiments' })
  const entry = mine.getByRole('group', { name: 'Adam in a ravine', exact: true })
  await expect(entry.locator('img')).toBeVisible()
  await button(entry, 'Duplicate').click()
  await expect(mine.getByRole('group')).toHaveCount(2)
  await button(entry, 'Delete').click()
  await expect(mine.getByRole('group')).toHaveCount(1)
  await button(mine, 'Undo').click()
  await expect(mine.getByRole('group')).toHaveCount(2)
  const coming = page.waitForEvent('download')
  await button(mine, 'Export all').click()
  const file = await (await coming).path()
  await mine.locator('input[type=file]').setInputFiles(file)
  await expect(mine.getByRole('status')).toHaveText('Read 2 experiments.')
  await expect(mine.getByRole('group')).toHaveCount(4)
  expect(await axeFaults(page)).toEqual([])
  await button(entry.first(), 'Open').click()
  await expect(figure(page, 'Cost surface')).toBeVisible()
  await expect.poll(() => hashOf(page)).toBe(hash)
  expect(await stepOf(page)).toBe(17)
})
