// Renders public/icons/*.png from their SVGs. Run it after changing an SVG: node scripts/icons.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { chromiumFlags, ensureBrowser } from './browser.mjs'

const icons = new URL('../public/icons/', import.meta.url)
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: chromiumFlags })
for (const [source, target, size] of [
  ['ravine.svg', 'ravine-192.png', 192],
  ['ravine.svg', 'ravine-512.png', 512],
  ['ravine-maskable.svg', 'ravine-maskable-512.png', 512],
]) {
  const svg = await readFile(new URL(source, icons), 'utf8')
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px}</style>${svg}`)
  await writeFile(new URL(target, icons), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
