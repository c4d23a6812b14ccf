// `npm run pictures`: takes the README's pictures from the running app, as doc/pictures/NAME-LANGUAGE-WIDTH.png. An
// animation is the app's own export of a race, NAME-LANGUAGE.gif. `npm run pictures -- playground` takes only the named
// ones.
import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright'
import { chromiumFlags, ensureBrowser, ensureChineseFont } from './browser.mjs'

const folder = 'doc/pictures'
const port = 4917
const address = `http://127.0.0.1:${port}/`

const laptop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }
const projector = { width: 1280, height: 720 }
/** This step on the stage: the question, and its answer. */
const stage = ['en', 'zh-CN'].flatMap((language) =>
  [
    ['stage-ask', 1],
    ['stage-reveal', 3],
  ].map(([name, presses]) => ({
    name,
    route: '#/momentum',
    query: '&at=2&present=1',
    language,
    viewport: projector,
    keys: Array(presses).fill('PageDown'),
  })),
)
/** A file name, a route without the language, the language, the size, and the keys that lead there. */
const pictures = [
  { name: 'race', route: '#/playground', query: '&step=45', language: 'en', viewport: laptop, moves: true },
  { name: 'playground', route: '#/playground', language: 'en', viewport: laptop },
  { name: 'momentum', route: '#/momentum', language: 'en', viewport: laptop },
  { name: 'map', route: '#/map', language: 'en', viewport: laptop },
  { name: 'averages', route: '#/averages-lab', language: 'zh-CN', viewport: phone },
  ...stage,
]

const asked = process.argv.slice(2)
const chosen = asked.length > 0 ? pictures.filter(({ name }) => asked.includes(name)) : pictures
if (chosen.length === 0) {
  console.error(`No such picture. Pictures: ${pictures.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const vite = (...args) =>
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const built = await new Promise((resolve) => vite('build', '--logLevel', 'warn').once('exit', resolve))
if (built !== 0) process.exit(1)
ensureChineseFont()
const server = vite('preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort')
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: chromiumFlags })
try {
  for (let attempt = 0; !(await answers()) && attempt < 100; attempt++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  await mkdir(folder, { recursive: true })
  for (const { name, route, query = '', language, viewport, moves, keys = [] } of chosen) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`${address}${route}?lang=${language}${query}`)
    await page.waitForFunction(() => 'ravine' in window)
    await page.evaluate(() => window.ravine.ready)
    await page.evaluate(() => document.fonts.ready)
    for (const key of keys) {
      await page.keyboard.press(key)
      await page.waitForTimeout(700)
    }
    // Results computed alongside the picture (is the race fair?) appear a little later.
    await page.waitForTimeout(2000)
    const file = `${folder}/${name}-${language}${moves ? '.gif' : `-${viewport.width}.png`}`
    if (moves) {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: 'Animation' }).click()
      await (await download).saveAs(file)
    } else await page.screenshot({ path: file })
    console.log(file)
    await context.close()
  }
} finally {
  await browser.close()
  server.kill()
}

async function answers() {
  return fetch(address).then(
    (reply) => reply.ok,
    () => false,
  )
}
