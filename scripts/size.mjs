// `npm run size`: the compressed JavaScript in dist/. What the page loads before its first picture must stay below 130
// kB: the entry and its static imports, including the playground with its map and cost. The rest loads after that
// picture or on demand and is only listed, like the workers, which the main thread never parses.
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const limit = 130
const kilobytes = async (file) => gzipSync(await readFile(`dist/${file}`), { level: 9 }).length / 1000

/** Returns the entry and everything it imports statically, as files of dist/. */
export function firstLoad(manifest) {
  const files = new Set()
  const visit = (key) => {
    const { file, imports = [] } = manifest[key]
    if (files.has(file)) return
    files.add(file)
    imports.forEach(visit)
  }
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry)
  if (entries.length === 0)
    throw new Error('dist/.vite/manifest.json names no entry: nothing can be counted.')
  entries.forEach(visit)
  return files
}

/** Prints the table. @returns {Promise<boolean>} whether the first load is within the limit */
export async function checkSize() {
  const first = firstLoad(JSON.parse(await readFile('dist/.vite/manifest.json', 'utf8')))
  const rows = []
  for (const name of await readdir('dist/assets')) {
    if (!name.endsWith('.js')) continue
    const file = `assets/${name}`
    rows.push({ file, size: await kilobytes(file), isFirst: first.has(file) })
  }
  rows.sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.size - a.size)
  for (const { file, size, isFirst } of rows)
    console.log(`${size.toFixed(1).padStart(7)} kB  ${isFirst ? 'first' : 'later'}  ${basename(file)}`)
  const total = rows.reduce((sum, row) => sum + (row.isFirst ? row.size : 0), 0)
  const within = total <= limit
  console.log(
    `${total.toFixed(1).padStart(7)} kB before the first picture, ${within ? 'within' : 'ABOVE'} ${limit} kB`,
  )
  return within
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await checkSize()) ? 0 : 1
