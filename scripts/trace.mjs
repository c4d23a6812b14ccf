// Starts the command line (src/cli/trace.ts). Bundles its sources once into node_modules/.cache/ravine/, under a hash
// of their contents, so later starts cost little more than Node itself.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Hashes this file and all sources of the bundle. */
function hashOfSources() {
  const hash = createHash('sha256')
    .update(process.version)
    .update(readFileSync(fileURLToPath(import.meta.url)))
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort(byName)) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else if (isSource(entry.name)) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)))
    }
  }
  visit('src/cli')
  visit('src/data')
  visit('src/engine')
  return hash.digest('hex').slice(0, 32)
}

const byName = (a, b) => (a.name < b.name ? -1 : 1)
const isSource = (name) => !/\.(test\.ts|c|h|csv|txt|md)$/.test(name)

/** Builds into a temporary folder and moves it into place, so two concurrent first starts do not collide. */
async function bundle(folder) {
  const { build } = await import('vite')
  const building = `${folder}.${process.pid}`
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: 'src/cli/trace.ts',
      outDir: building,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'trace.mjs' } },
    },
  })
  try {
    renameSync(building, folder)
  } catch {
    // Another start was faster.
    rmSync(building, { recursive: true, force: true })
  }
}

/** The project may be in a read-only place. */
function cacheFolder() {
  const folder = join(root, 'node_modules', '.cache', 'ravine')
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    return join(tmpdir(), 'ravine-trace')
  }
}

try {
  const cache = cacheFolder()
  const folder = join(cache, hashOfSources())
  if (!existsSync(join(folder, 'trace.mjs'))) await bundle(folder)
  module.enableCompileCache?.(join(cache, 'compiled'))
  const { main } = await import(pathToFileURL(join(folder, 'trace.mjs')).href)
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`trace could not start: ${String(error?.message ?? error).split('\n', 1)[0]}\n`)
  process.exitCode = 1
}
