// `npm test`: formatting, lint, types, unit tests, both builds, their size, a minute of fuzzing, and the browser tests.
// All stages run, whatever fails. `npm test -- lint unit` runs only the named ones. At the end it lists the slowest
// tests, and the last line is the total, `N passed, N failed`. The exit status is 1 if anything failed.
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { ensureBrowser, ensureChineseFont } from './browser.mjs'
import {
  countPlaywright,
  countVitest,
  singleCheck,
  slowestPlaywright,
  slowestVitest,
  sum,
} from './stages.mjs'

const reports = 'node_modules/.cache/ravine/test'
const minutes = 60_000
const running = new Set()

/**
 * Runs a tool of node_modules and resolves to its exit status. A tool that takes too long is killed with its children.
 */
function runTool(tool, args, { limit = 5 * minutes, env = {} } = {}) {
  return new Promise((resolve) => {
    // Its own process group, so it can be killed together with everything it started.
    const detached = process.platform !== 'win32'
    const child = spawn('npx', ['--no-install', tool, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      detached,
      env: { ...process.env, ...env },
    })
    const end = () => {
      try {
        if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It has already exited.
      }
    }
    running.add(end)
    const timer = setTimeout(() => {
      console.log(`${tool} has run for ${limit / minutes} minutes and is ended.`)
      end()
    }, limit)
    const finish = (status) => {
      clearTimeout(timer)
      running.delete(end)
      resolve(status)
    }
    child.once('error', () => finish(1))
    child.once('exit', (code) => finish(code ?? 1))
  })
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const end of running) end()
    process.exit(1)
  })

async function readReport(name) {
  try {
    return JSON.parse(await readFile(`${reports}/${name}.json`, 'utf8'))
  } catch {
    return undefined
  }
}

const check = async (...tool) => singleCheck(await runTool(...tool))

const stages = {
  format: () => check('prettier', ['--check', '--log-level', 'warn', '.']),
  lint: async () =>
    sum([
      await check('oxlint', ['--type-aware', '--deny-warnings']),
      await check('knip', []),
      await check('stylelint', ['src/**/*.css']),
    ]),
  types: () => check('tsc', ['-p', 'tsconfig.json']),
  'types without the DOM': () => check('tsc', ['-p', 'tsconfig.engine.json']),
  unit: async () => {
    const status = await runTool(
      'vitest',
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports}/unit.json`],
      { limit: 20 * minutes },
    )
    return countVitest(await readReport('unit'), status)
  },
  build: async () => {
    await rm('dist', { recursive: true, force: true })
    return check('vite', ['build', '--logLevel', 'warn'])
  },
  'build in one file': async () => {
    await rm('dist-single', { recursive: true, force: true })
    return check('vite', ['build', '--mode', 'single', '--logLevel', 'warn'])
  },
  size: async () => {
    const { checkSize } = await import('./size.mjs')
    return singleCheck((await checkSize()) ? 0 : 1)
  },
  fuzz: async () => {
    const { fuzz } = await import('./fuzz.mjs')
    const { counts, failed } = await fuzz({ seconds: 60, seed: 1 })
    const tried = Object.values(counts).reduce((total, count) => total + count, 0)
    const said = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
    // The minute is one check, however many cases it runs. Each failing case is a failure.
    return {
      passed: tried > 0 && failed.length === 0 ? 1 : 0,
      failed: failed.length || Number(tried === 0),
      skipped: 0,
      note: said.join(', '),
    }
  },
  browser: async () => {
    ensureChineseFont()
    const status = await runTool('playwright', ['test', '--reporter=list,json'], {
      limit: 45 * minutes,
      env: { RAVINE_BROWSER: ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: `${reports}/browser.json` },
    })
    return countPlaywright(await readReport('browser'), status)
  },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in stages))
if (unknown.length > 0) {
  console.error(`No stage ${unknown.join(', ')}. Stages: ${Object.keys(stages).join(', ')}.`)
  process.exit(2)
}

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })
const names = asked.length > 0 ? asked : Object.keys(stages)
const results = new Map()

async function runStage(name) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  let counts
  try {
    counts = await stages[name]()
  } catch (error) {
    counts = { ...singleCheck(1), note: error.message }
  }
  results.set(name, { seconds: (performance.now() - began) / 1000, ...counts })
}

// Single-threaded stages run two at a time.
const lanes = [
  ['format', 'lint', 'types', 'types without the DOM'],
  ['build', 'build in one file', 'fuzz'],
]
await Promise.all(
  lanes.map(async (lane) => {
    for (const name of lane) if (names.includes(name)) await runStage(name)
  }),
)
for (const name of names) if (!results.has(name)) await runStage(name)

console.log('\n── all')
for (const name of names) {
  const { passed, failed, skipped, seconds, note } = results.get(name)
  const rest = [skipped > 0 && `${skipped} skipped`, `${seconds.toFixed(1)} s`, note]
    .filter(Boolean)
    .join(', ')
  console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed (${rest})`)
}
const slowest = {
  unit: slowestVitest(await readReport('unit')),
  browser: slowestPlaywright(await readReport('browser')),
}
for (const [stage, tests] of Object.entries(slowest)) {
  if (tests.length > 0) console.log(`The slowest tests, ${stage}:`)
  for (const { name, seconds } of tests) console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`)
}
const total = sum([...results.values()])
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
