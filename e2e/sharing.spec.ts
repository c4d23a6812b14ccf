// Links, files, reload, back and forward: an address gives the same rows to the bit in another browser, a wrong one
// gives one notice and never a blank page, and a reload loses nothing.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hashInNode } from './bits.ts'
import { expect, open, ready, test, visit } from './fixtures.ts'
import { button, choice, figure, slider, status, textBox, type } from './names.ts'
import { drawnSettled, experimentOf, hashOf, stepOf } from './seen.ts'

interface Experiment {
  readonly objective: { readonly kind: string; readonly [field: string]: unknown }
  readonly runs: readonly Readonly<Record<string, unknown>>[]
  readonly [field: string]: unknown
}
const experiment = async (page: Page) => (await experimentOf(page)) as Experiment
const search = async (page: Page) => decodeURIComponent(new URL(page.url()).hash.split('?')[1] ?? '')

/** One of each family of parameters named in interface.md, with its effect on the experiment. */
const links: Readonly<Record<string, Record<string, unknown>>> = {
  'alpha=0.3&beta=0.95&curvature=1,40&step=34': {
    objective: { curvature: [1, 40] },
    runs: [{ alpha: 0.3 }, { alpha: 0.3, beta: 0.95 }],
  },
  'objective=quadratic&curvature=1,100&angle=30&scale=2&start=-10,1&noise=0.5&m=100&batchSize=10': {
    objective: { kind: 'quadratic', curvature: [1, 100], angle: 30, scale: 2, noise: 0.5, m: 100 },
    start: [-10, 1],
    batchSize: 10,
  },
  'm=300&batchSize=32&labelNoise=1.25&mislabelled=0.1&seed=4294967295&steps=77&reshuffle=false&costEvery=epoch':
    {
      objective: { m: 300, labelNoise: 1.25, mislabelled: 0.1 },
      batchSize: 32,
      seed: 4294967295,
      steps: 77,
      reshuffle: false,
      costEvery: 'epoch',
    },
  'run=adam,alpha:0.1,beta1:0.8&run=gd,alpha:0.01,name:Plain%252C%20slow,batchSize:8,steps:50,convention:pytorch':
    {
      runs: [
        { optimizer: 'adam', alpha: 0.1, beta1: 0.8 },
        { optimizer: 'gd', alpha: 0.01, name: 'Plain, slow', batchSize: 8, steps: 50, convention: 'pytorch' },
      ],
    },
  'run=rmsprop&run=momentum,biasCorrection:true,decay:inverse,decay.rate:0.1&convention=pytorch': {
    convention: 'pytorch',
    runs: [
      { optimizer: 'rmsprop', alpha: 0.05 },
      { biasCorrection: true, decay: { kind: 'inverse', rate: 0.1 } },
    ],
  },
  'decay=inverse,rate:0.1': {
    runs: [{ decay: { kind: 'inverse', rate: 0.1 } }, { decay: { kind: 'inverse', rate: 0.1 } }],
  },
  'decay=manual,points:0;0.02;50;0.005': {
    runs: [
      {
        decay: {
          kind: 'manual',
          points: [
            [0, 0.02],
            [50, 0.005],
          ],
        },
      },
      {},
    ],
  },
  'objective=expression&source=x^2+3*y^2': { objective: { kind: 'expression', source: 'x^2+3*y^2' } },
  'objective=rosenbrock&start=-1,1&run=adamw,weightDecay:0.1&run=adadelta,rho:0.95,epsilon:1e-7': {
    start: [-1, 1],
    runs: [
      { optimizer: 'adamw', weightDecay: 0.1 },
      { optimizer: 'adadelta', rho: 0.95, epsilon: 1e-7 },
    ],
  },
}

test('every family of parameters gives the same bits in a new page', async ({ page, browser, baseURL }) => {
  test.slow()
  const other = await (await browser.newContext({ baseURL, locale: 'en-US' })).newPage()
  await open(page, 'playground')
  for (const [link, made] of Object.entries(links)) {
    await visit(page, `playground?${link}`)
    expect(await experiment(page), link).toMatchObject(made)
    await expect(status(page, 'Notice'), link).toBeEmpty()
    // What the page writes into the address after a change, and back.
    await button(page, 'Copy link').click()
    await expect(status(page, 'Notice')).not.toBeEmpty()
    await page.keyboard.press('n')
    const changed = (await experiment(page)).seed as number
    await expect.poll(() => search(page)).toContain(`seed=${changed}`)
    const address = page.url()
    const here = [await hashOf(page), await experiment(page), await stepOf(page)]
    await other.goto(address)
    await other.reload()
    await ready(other)
    expect([await hashOf(other), await experiment(other), await stepOf(other)], address).toEqual(here)
  }
  await other.context().close()
})

test('a wrong parameter gives one notice, and the valid ones apply', async ({ page }) => {
  const notice = status(page, 'Notice')
  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['alpha=-1', ['alpha']],
    ['alpha=fast&steps=20', ['alpha']],
    ['beta=1&steps=20', ['beta']],
    ['batchSize=0&steps=20', ['batchSize']],
    ['batchSize=100000&steps=20', ['batchSize']],
    ['objective=moon&steps=20', ['objective']],
    ['objective=expression&source=import(x)&steps=20', ['source']],
    [`objective=expression&source=${'('.repeat(5000)}&steps=20`, ['source']],
    ['decay=none,rate:3&run=warp&steps=20', ['run', 'decay']],
    ['run=adam,alpha:0&steps=20', ['run']],
    ['nonsense=1&steps=20', ['nonsense']],
    ['lang=fr&theme=pink&play=yes&step=-3&steps=20', ['lang', 'theme', 'play', 'step']],
    ['%E0%A4%A=1&=&&&==&steps=20', ['%E0%A4%A']],
    ['constructor=1&__proto__=2&toString=3&steps=20', ['constructor', '__proto__', 'toString']],
    ['start=1,2,3&curvature=a,b&seed=1e99&steps=20', ['start', 'curvature', 'seed']],
    ['start=1e308,1e308&steps=20', []],
    [`${Array.from({ length: 20 }, () => 'run=gd').join('&')}&steps=20`, ['run']],
  ]
  await open(page, 'playground')
  for (const [link, names] of wrong) {
    await visit(page, `playground?${link}`)
    await expect(figure(page, 'Cost surface'), link).toBeVisible()
    await expect(slider(page, 'Learning rate α')).toBeVisible()
    if (link.includes('steps=20')) expect((await experiment(page)).steps, link).toBe(20)
    if (names.length === 0) await expect(notice, link).toBeEmpty()
    for (const name of names) await expect(notice, link).toContainText(name)
    expect(await hashOf(page)).toMatch(/^[0-9a-f]{16}$/)
  }
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(notice).toBeEmpty()
})

test('an address opened while the last change is being written is not lost', async ({ page }) => {
  await open(page, 'playground')
  await page.evaluate(async () => {
    const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }))
    location.hash = '#/playground?constructor=1&steps=20'
    // Pending changes are written when the page is left, and before the new address is reported.
    dispatchEvent(new Event('pagehide'))
    await heard
  })
  await expect(status(page, 'Notice')).toContainText('constructor')
  expect(await experiment(page)).toMatchObject({ steps: 20, seed: 1 })
  await open(page, 'playground?constructor=1&steps=20')
  expect((await experiment(page)).seed).toBe(1)
})

test('an unknown route opens the first page and says so', async ({ page }) => {
  await page.goto('./#/no-such-page?alpha=3')
  await expect(status(page, 'Notice')).toContainText('no-such-page')
  expect(new URL(page.url()).hash).toBe('#/')
  await expect(page.getByRole('main')).toBeVisible()
})

test('a reload keeps everything: own data, hidden runs, swapped axes, the cursor', async ({ page }) => {
  await open(page, 'playground')
  const values = Array.from({ length: 400 }, (_, i) => [Math.sin(i) * 2, 1])
  const file = test.info().outputPath('own.ravine.json')
  writeFileSync(
    file,
    JSON.stringify({
      version: 1,
      lab: 'descent',
      steps: 120,
      batchSize: 50,
      objective: { kind: 'leastSquares', x: values, y: values.map(([x], i) => 3 * x + Math.cos(i)) },
      runs: [
        { optimizer: 'adam', alpha: 0.1 },
        { optimizer: 'gd', alpha: 0.05 },
      ],
    }),
  )
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(status(page, 'Notice')).toHaveText('The experiment is open.')
  await button(page, 'b across, w up').click()
  await page.keyboard.press('2')
  await slider(page, 'Timeline').fill('60')
  await expect.poll(() => search(page)).toContain('step=60')
  const map = figure(page, 'Cost surface')
  await expect(map.locator('.Plot-summary')).toContainText('Step 60')
  const before = [await experiment(page), await hashOf(page), await stepOf(page)]
  await page.reload()
  await ready(page)
  expect([await experiment(page), await hashOf(page), await stepOf(page)]).toEqual(before)
  await expect(button(page, 'w across, b up')).toHaveAttribute('aria-pressed', 'true')
  await expect(map.locator('.Plot-summary')).toContainText('Adam')
  await expect(map.locator('.Plot-summary')).not.toContainText('Gradient descent')
  // What a link cannot contain is reported when it is copied.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await button(page, 'Copy link').click()
  await expect(status(page, 'Notice')).toContainText('too large for a link')
})

test('the copied link is the current document', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'playground')
  await type(page, 'Learning rate α', 0.011)
  await slider(page, 'Timeline').fill('34')
  await button(page, 'Copy link').click()
  await expect(status(page, 'Notice')).toHaveText('Link copied.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('#')[1]).toBe('/playground?run=gd,alpha:0.011&run=momentum,alpha:0.05&step=34')
})

test('back and forward restore each page as it was left', async ({ page }) => {
  await open(page, 'playground?steps=50')
  await type(page, 'Learning rate α', 0.012)
  await expect.poll(() => search(page)).toContain('0.012')
  const hash = await hashOf(page)
  await page.evaluate(() => (location.hash = '#/averages-lab'))
  await expect(figure(page, 'Averages')).toBeVisible()
  await page.goBack()
  await expect(figure(page, 'Cost surface')).toBeVisible()
  await expect.poll(async () => (await experiment(page)).steps).toBe(50)
  await expect.poll(() => hashOf(page)).toBe(hash)
  await page.goForward()
  await expect(figure(page, 'Averages')).toBeVisible()
  await page.goBack()
  // Another address of the same page.
  await page.evaluate(() => (location.hash = '#/playground?steps=30'))
  await expect.poll(async () => (await experiment(page)).steps).toBe(30)
  await page.goBack()
  await expect.poll(async () => (await experiment(page)).steps).toBe(50)
})

test('Export writes the command line’s CSV, pictures, and a file that imports to the same rows', async ({
  page,
}) => {
  await open(
    page,
    'playground?steps=40&batchSize=64&run=adam&run=gd,alpha:0.3,name:Flies,biasCorrection:1&run=momentum,alpha:0.4,decay:inverse',
  )
  const hash = await hashOf(page)
  const own = await experiment(page)
  const save = async (item: string): Promise<Buffer> => {
    await button(page, 'Export').click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: item, exact: true }).click()
    return readFileSync(await (await coming).path())
  }
  const file = test.info().outputPath('same.ravine.json')
  writeFileSync(file, await save('Experiment file'))
  const csv = (await save('CSV')).toString()
  expect(csv).toMatch(/^run,step,epoch,alpha,batchCost,cost,theta0,theta1\n0,0,0,,,/)
  expect(csv).toBe(
    execFileSync(process.execPath, ['scripts/trace.mjs', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )
  const png = await save('PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.length).toBeGreaterThan(5000)
  const svg = (await save('SVG')).toString()
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(svg.match(/<path\b/g)!.length).toBeGreaterThan(3)
  expect(svg).toMatch(/<\/svg>\s*$/)
  const gif = await save('Animation')
  expect(gif.subarray(0, 6).toString()).toBe('GIF89a')
  expect(gif.at(-1)).toBe(0x3b)
  expect(gif.length).toBeGreaterThan(5000)
  // Saving a picture moves nothing.
  expect(await hashOf(page)).toBe(hash)

  await page.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect.poll(() => hashOf(page)).not.toBe(hash)
  await page.locator('input[type=file]').setInputFiles(file)
  await expect.poll(() => hashOf(page)).toBe(hash)
  expect(await experiment(page)).toEqual(own)
  const shown = await drawnSettled(figure(page, 'Cost surface'))
  for (const [text, fault] of [
    ['{', 'file: not valid JSON'],
    [
      '{"version":1,"lab":"descent","objective":{"kind":"rosenbrock"},"runs":[{"optimizer":"gd","alpha":-1}]}',
      'runs[0].alpha: expected a number above 0, got -1',
    ],
    [`${'['.repeat(100_000)}`, 'file'],
  ] as const) {
    writeFileSync(file, text)
    await page.locator('input[type=file]').setInputFiles(file)
    await expect(status(page, 'Notice')).toContainText(fault)
    expect(await hashOf(page)).toBe(hash)
  }
  expect(await drawnSettled(figure(page, 'Cost surface'))).toBe(shown)
})

test('many own rows give Node’s bits, after a change, an undo and a redo too', async ({ page }) => {
  const x = Array.from({ length: 20_000 }, (_, i) => [
    ((i * 7919) % 10_007) / 5000 - 1,
    ((i * 104_729) % 9973) / 7000,
  ])
  const races = [
    { kind: 'leastSquares', x, y: x.map(([a, b], i) => 2 * a - b / 3 + (i % 13) / 40) },
    {
      kind: 'network',
      layers: [2, 4, 1],
      activation: 'tanh',
      loss: 'crossEntropy',
      dataset: { kind: 'inline', x, y: x.map(([a, b]) => (a * a + b * b < 1 ? 1 : 0)) },
    },
  ].map((objective) => ({
    version: 1,
    lab: 'descent',
    objective,
    batchSize: 500,
    steps: 60,
    costEvery: 'epoch',
    runs: [
      { optimizer: 'momentum', alpha: 0.1 },
      { optimizer: 'adam', alpha: 0.02 },
    ],
  }))
  const file = test.info().outputPath('own.ravine.json')
  await open(page, 'playground')
  for (const race of races) {
    writeFileSync(file, JSON.stringify(race))
    await page.locator('input[type=file]').setInputFiles(file)
    await expect.poll(() => hashOf(page)).toBe(hashInNode(race))
    await type(page, 'Learning rate α', 0.05)
    const changed = { ...race, runs: [{ ...race.runs[0], alpha: 0.05 }, race.runs[1]] }
    await expect.poll(() => hashOf(page)).toBe(hashInNode(changed))
    await button(page, 'Undo').click()
    await expect.poll(() => hashOf(page)).toBe(hashInNode(race))
    await button(page, 'Redo').click()
    await expect.poll(() => hashOf(page)).toBe(hashInNode(changed))
  }
})

test('a drop on the page opens like a file, or is refused in one sentence', async ({ page }) => {
  const drop = async (type: string, text: string): Promise<void> => {
    const transfer = await page.evaluateHandle(
      ([kind, given]) => {
        const data = new DataTransfer()
        if (kind === 'file') data.items.add(new File([given], 'mine.ravine.json'))
        else data.setData(kind, given)
        return data
      },
      [type, text] as const,
    )
    await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer })
  }
  const file = (steps: number): string =>
    `{"version":1,"lab":"descent","objective":{"kind":"himmelblau"},"steps":${steps},"runs":[{"optimizer":"adam","alpha":0.2}]}`
  const notice = status(page, 'Notice')
  await open(page, 'playground')
  await drop('text/plain', file(31))
  await expect.poll(() => experimentOf(page)).toMatchObject({ objective: { kind: 'himmelblau' }, steps: 31 })
  await drop('file', file(32))
  await expect.poll(() => experimentOf(page)).toMatchObject({ steps: 32 })
  await drop('text/plain', 'a sentence')
  await expect(notice).toContainText('file: not valid JSON')
  await drop('image/png', 'x')
  await expect(notice).toContainText('neither a file nor text')
  expect(await experimentOf(page)).toMatchObject({ steps: 32 })
  await open(page, 'momentum')
  await drop('file', file(33))
  await expect(notice).toContainText('Files can be opened in the playground')
  await open(page, 'map')
  await drop('text/plain', 'a sentence')
  await expect(notice).toContainText('not a map from this page')
})

test('language and theme are remembered, and a link may set them', async ({ page }) => {
  await open(page, 'playground')
  await choice(page, 'Theme').selectOption('dark')
  await choice(page, 'Language').selectOption('zh-CN')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('button', { name: '播放', exact: true })).toBeVisible()
  await open(page, 'playground')
  await expect(page.getByRole('button', { name: '播放', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await open(page, 'playground?lang=en&theme=contrast')
  await expect(button(page, 'Play')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await expect(textBox(page, 'Seed')).toBeVisible()
})
