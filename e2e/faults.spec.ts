// Faults without harm: a worker that dies, a run that diverges, a storage that is full, denied or damaged, numbers at
// the limits.
import { expect, open, ready, test, visit } from './fixtures.ts'
import { button, choice, figure, slider, status, type } from './names.ts'
import { drawn, experimentOf, hashOf, stepOf } from './seen.ts'

declare global {
  interface Window {
    hired: Worker[]
  }
}

/** Makes every worker that the page starts accessible to the test. */
function keepWorkers(): void {
  window.hired = []
  const Real = window.Worker
  window.Worker = class extends Real {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options)
      if (String(address).includes('runner')) window.hired.push(this)
    }
  }
}
const killRunner = () => window.hired.at(-1)!.terminate()
const restarts = () => window.ravine.restarts

test('a failed worker is replaced, and the run continues with the same rows', async ({ page }) => {
  await page.addInitScript(keepWorkers)
  await open(page, 'playground?steps=40000&step=0&batchSize=8&run=adam')
  await slider(page, 'Timeline').fill('40000')
  await page.evaluate(() => {
    window.hired.at(-1)!.terminate()
    window.hired.at(-1)!.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }))
  })
  await expect.poll(() => page.evaluate(restarts)).toBe(1)
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBe(40_000)
  const hash = await hashOf(page)
  expect(await page.evaluate(restarts)).toBe(1)
  await button(page, 'Restart').click()
  await page.keyboard.press('End')
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBe(40_000)
  expect(await hashOf(page)).toBe(hash)
})

test('a worker that fails in a long run is replaced without repeating or reordering rows', async ({
  page,
}) => {
  await page.addInitScript(keepWorkers)
  await open(page, 'playground?steps=300000&step=0&batchSize=8&run=adam')
  await slider(page, 'Timeline').fill('300000')
  await expect.poll(() => stepOf(page)).toBeGreaterThan(20_000)
  await page.evaluate(() => {
    window.hired.at(-1)!.terminate()
    window.hired.at(-1)!.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }))
  })
  expect(await stepOf(page)).toBeLessThan(300_000)
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBe(300_000)
  const hash = await hashOf(page)
  const cost = figure(page, 'Cost per batch')
  await cost.getByRole('button', { name: 'Show as table' }).click()
  const steps = (await cost.locator('tbody tr td:nth-child(2)').allInnerTexts()).map((text) =>
    Number(text.replace(/[^\d]/g, '')),
  )
  expect(steps.length).toBeGreaterThan(20)
  expect(steps.at(-1)).toBe(300_000)
  expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b))
  expect(await page.evaluate(restarts)).toBe(1)
  await button(page, 'Restart').click()
  await page.keyboard.press('End')
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBe(300_000)
  expect(await hashOf(page)).toBe(hash)
})

test('a silent worker is replaced, during playback too', async ({ page }) => {
  await page.addInitScript(keepWorkers)
  await open(page, 'playground?steps=50&step=0')
  await page.evaluate(killRunner)
  await button(page, 'Add a run').click()
  await button(page, 'Play').click()
  await expect.poll(() => page.evaluate(restarts), { timeout: 20_000 }).toBe(1)
  await expect.poll(() => stepOf(page)).toBe(50)
  const hash = await hashOf(page)
  await page.reload()
  await ready(page)
  await page.keyboard.press('End')
  await expect.poll(() => stepOf(page)).toBe(50)
  expect(await hashOf(page)).toBe(hash)
  expect(await page.evaluate(restarts)).toBe(0)
})

test('divergence is a result: it is explained where theory applies, and other runs continue', async ({
  page,
}) => {
  await open(
    page,
    'playground?run=gd,alpha:0.21&run=adam,alpha:0.21&run=gd,alpha:0.21,decay:exponential,name:Slowing&curvature=1,20&steps=400&batchSize=all',
  )
  const notes = page.locator('.Lab-outcomes').first()
  await expect(notes).toContainText(
    /Gradient descent: diverged at step \d+: α = 0.21 is above 2\/λmax = 0.1\./,
  )
  const summary = figure(page, 'Cost surface').locator('.Plot-summary')
  await expect(summary).toContainText('Gradient descent: diverged at step')
  await expect(summary).toContainText(/Adam: w .*, J /)
  expect(await stepOf(page)).toBe(400)
  await expect(slider(page, 'Learning rate α')).toHaveAttribute('aria-valuetext', '0.21, above 2/λmax = 0.1')
  await open(page, 'playground?objective=rosenbrock&run=gd,alpha:1&run=momentum,alpha:1e-4')
  await expect(notes).toHaveText(/^Gradient descent: diverged at step \d+\.$/)
  // Before that step it had not diverged.
  await page.keyboard.press('Home')
  await expect(notes).toBeEmpty()
  await open(page, 'playground?objective=expression&source=x%5E4&run=gd,alpha:2')
  await expect(notes).toContainText('diverged at step')
})

test('extreme numbers neither hang nor empty the page', async ({ page }) => {
  await open(page, 'playground')
  for (const link of [
    'alpha=1e308',
    'alpha=5e-324',
    'labelNoise=1e308',
    'start=1e308,-1e308',
    'curvature=1e-300,1e300',
    'curvature=1e308,1e308',
    'scale=1e308',
    'scale=-1',
    'scale=0',
    'angle=1e308',
    'objective=quadratic&noise=1e308',
    'objective=quadratic&curvature=0,0',
    'decay=exponential,base:0',
    'epsilon=0&run=adam,epsilon:0',
    'objective=expression&source=1e308*x',
    'objective=expression&source=0',
    'objective=rastrigin&start=1e6,1e6',
    'mislabelled=1',
    'm=2&batchSize=1',
  ]) {
    await visit(page, `playground?steps=30&${link}`)
    await expect(figure(page, 'Cost surface').locator('canvas').first(), link).toBeVisible()
    await expect(status(page, 'Step'), link).toHaveText(/step 30 of 30/)
    expect(await hashOf(page), link).toMatch(/^[0-9a-f]{16}$/)
    expect(await drawn(figure(page, 'Cost per batch'))).not.toBe(0)
  }
  await type(page, 'Learning rate α', '1e308')
  expect(((await experimentOf(page)) as { runs: { alpha: number }[] }).runs[0].alpha).toBe(1e308)
  await expect(page.locator('.Lab-outcomes').first()).toContainText('diverged at step')
})

test('the page responds while five million examples are generated', async ({ page }) => {
  test.slow()
  await open(page, 'playground?steps=3')
  await type(page, 'Training examples m', 5_000_000)
  await type(page, 'Batch size', 1024)
  await button(page, 'To the start').click()
  await expect.poll(() => stepOf(page)).toBe(0)
  await choice(page, 'Decay').selectOption('inverse')
  await button(page, 'To the end').click()
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBe(3)
  expect(await hashOf(page)).toMatch(/^[0-9a-f]{16}$/)
})

test.describe('storage', () => {
  const change = async (page: Parameters<typeof open>[0]) => {
    await type(page, 'Learning rate α', 0.013)
    await expect.poll(() => new URL(page.url()).hash).toContain('0.013')
    const hash = await hashOf(page)
    await page.reload()
    await ready(page)
    expect(await hashOf(page)).toBe(hash)
  }

  test('denied', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError')
          },
        })
    })
    await open(page, 'playground')
    await choice(page, 'Theme').selectOption('dark')
    await choice(page, 'Language').selectOption('zh-CN')
    await choice(page, '语言').selectOption('en')
    await change(page)
  })

  test('full', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await open(page, 'playground')
    await choice(page, 'Theme').selectOption('dark')
    await change(page)
  })

  test('damaged', async ({ page }) => {
    test.slow()
    await open(page, 'playground?steps=40')
    const hash = await hashOf(page)
    const address = new URL(page.url()).hash
    const experiment = await experimentOf(page)
    // src/labs/descent/codec.test.ts covers other damage.
    const kept = [
      '{',
      JSON.stringify({
        hash: address,
        experiment,
        view: { hidden: 'all', selected: -7, smoothing: 'x', swapped: 3, costScale: 1, axis: 'moon' },
      }),
    ]
    for (const text of kept) {
      await page.evaluate((value) => {
        for (const storage of [localStorage, sessionStorage]) {
          for (const key of ['ravine.session', 'ravine.theme', 'ravine.language', 'ravine.keys'])
            storage.setItem(key, value)
        }
        // Keep the page from overwriting it when it is left.
        addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)
      }, text)
      await page.reload()
      await ready(page)
      expect(await hashOf(page), text.slice(0, 60)).toBe(hash)
      await expect(button(page, 'Play')).toBeVisible()
    }
  })
})
