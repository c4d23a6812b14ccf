// `npm run bench` runs every bench/NAME.bench.ts, `npm run bench -- NAME …` only those. Each is bundled, runs in its
// own process and prints its table. Its section of bench/RESULTS.md is replaced, and the other sections stay.
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { build } from 'vite'

const cache = 'node_modules/.cache/ravine/bench'
const results = 'bench/RESULTS.md'
const ending = '.bench.ts'

const known = (await readdir('bench'))
  .filter((file) => file.endsWith(ending))
  .map((file) => basename(file, ending))
  .sort()
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0 || known.length === 0) {
  const said = unknown.length > 0 ? `No benchmark ${unknown.join(', ')}. ` : ''
  console.error(`${said}Benchmarks: ${known.join(', ') || 'none yet'}.`)
  process.exit(2)
}

/** Bundles a module for Node, without packages. */
async function bundle(source, name) {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: source,
      outDir: cache,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return resolve(cache, `${name}.mjs`)
}

/** Reads the existing sections by name, so running one benchmark keeps the others. */
async function readSections() {
  const text = await readFile(results, 'utf8').catch(() => '')
  const sections = new Map()
  for (const part of text.split(/^(?=## )/m)) {
    const name = /^## (\S+?):/.exec(part)?.[1]
    if (name && known.includes(name)) sections.set(name, part.trim())
  }
  return sections
}

await rm(cache, { recursive: true, force: true })
await mkdir(cache, { recursive: true })
const runner = await bundle('bench/runner.ts', '_runner')
let failed = false
for (const name of asked.length > 0 ? asked : known) {
  console.log(`── ${name}`)
  const module = await bundle(`bench/${name}${ending}`, name)
  const section = `${cache}/${name}.md`
  const { status } = spawnSync(process.execPath, ['--expose-gc', runner, module, section, name], {
    stdio: 'inherit',
  })
  if (status !== 0) {
    failed = true
    console.error(`${name} failed; its last results stay.`)
    continue
  }
  const sections = await readSections()
  sections.set(name, (await readFile(section, 'utf8')).trim())
  const head =
    '# Results\n\nWritten by `npm run bench`, a section for each benchmark, with the machine and the day. What counts are ratios, measured\n' +
    'in turns in one process: medians, with the quartiles in brackets. The tables of another machine will differ in the speeds\nmore than in the ratios.'
  const ordered = known.filter((one) => sections.has(one)).map((one) => sections.get(one))
  await writeFile(results, [head, ...ordered].join('\n\n') + '\n')
}
process.exitCode = failed ? 1 : 0
