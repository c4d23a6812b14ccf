// `npm run pictures`: takes the pictures of the documents from the running app, in both languages and at three sizes, into
// doc/pictures/NAME-LANGUAGE-WIDTH.png. `npm run pictures -- playground` takes only the named ones.
import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright'
import { chromiumFlags, ensureBrowser, ensureChineseFont } from './browser.mjs'

const folder = 'doc/pictures'
const port = 4917
const address = `http://127.0.0.1:${port}/`

/** What is shown: a name for the files and a route, without the language. */
const pictures = [
  { name: 'playground', route: '#/playground' },
  { name: 'momentum', route: '#/momentum' },
  { name: 'averages', route: '#/averages-lab' },
  { name: 'network', route: '#/playground?objective=network' },
  { name: 'map', route: '#/map' },
]
const languages = ['en', 'zh-CN']
const sizes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
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
  for (const viewport of sizes) {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    for (const language of languages)
      for (const { name, route } of chosen) {
        const page = await context.newPage()
        const joint = route.includes('?') ? '&' : '?'
        await page.goto(`${address}${route}${joint}lang=${language}`)
        await page.waitForFunction(() => 'ravine' in window)
        await page.evaluate(() => window.ravine.ready)
        await page.evaluate(() => document.fonts.ready)
        const file = `${folder}/${name}-${language}-${viewport.width}.png`
        await page.screenshot({ path: file })
        console.log(file)
        await page.close()
      }
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
