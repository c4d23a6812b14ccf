// Runs one benchmark in its own process and writes its results as a Markdown section. Started by scripts/bench.mjs with
// the benchmark's module, the section's file and the name as arguments.
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { cpus, totalmem, type } from 'node:os'
import { pathToFileURL } from 'node:url'
import { measure, short, type App, type Bench, type Benchmark, type Row, type Spread } from './measure.ts'

const withSpread = ({ median, low, high }: Spread, unit = '') =>
  `${short(median)}${unit} (${short(low)} to ${short(high)})`

/** Formats a table with aligned columns, as prettier would. */
function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'measured', 'against', 'result', 'asked for', ''],
    ...rows.map((row) => [
      row.name,
      row.measured,
      row.against,
      row.result,
      row.target,
      row.met === undefined ? '' : row.met ? 'met' : '**missed**',
    ]),
  ]
  const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((line) => line[column]!.length)))
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => text + ' '.repeat(widths[column]! - text.length)).join(' | ')} |`
  return [line(cells[0]!), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line)].join(
    '\n',
  )
}

async function startApp(ending: (() => Promise<void> | void)[]): Promise<App> {
  const { chromium } = await import('playwright')
  // Resolved at run time, because the bundle is in another folder than this file.
  const finder = pathToFileURL('scripts/browser.mjs').href
  const { chromiumFlags, ensureBrowser } = (await import(/* @vite-ignore */ finder)) as {
    chromiumFlags: string[]
    ensureBrowser(): string
  }
  const vite = (...args: string[]) =>
    spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const built = await new Promise((resolve) => vite('build', '--logLevel', 'warn').once('exit', resolve))
  if (built !== 0) throw new Error('the app does not build')
  const port = await new Promise<number>((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })
  const server = vite('preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort')
  ending.push(() => void server.kill())
  const address = `http://127.0.0.1:${port}/`
  for (let attempt = 0; ; attempt++) {
    const answered = await fetch(address).then(
      (reply) => reply.ok,
      () => false,
    )
    if (answered) break
    if (attempt === 100) throw new Error('the built app is not served')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: chromiumFlags })
  ending.push(() => browser.close())
  return { address, browser }
}

function machine(): string {
  const { model } = cpus()[0]!
  const memory = Math.round(totalmem() / 2 ** 30)
  const day = new Date().toISOString().slice(0, 10)
  return `${model.trim()}, ${cpus().length} cores, ${memory} GiB, ${type()}, Node ${process.versions.node}, ${day}`
}

const [module, sectionFile, name] = process.argv.slice(2) as [string, string, string]
const { default: benchmark } = (await import(/* @vite-ignore */ pathToFileURL(module).href)) as {
  default: Benchmark
}
const rows: Row[] = []
const notes: string[] = []
const ending: (() => Promise<void> | void)[] = []
let app: Promise<App> | undefined

const bench: Bench = {
  async compare(comparison) {
    const { ratio, a, b } = await measure(comparison)
    const { atLeast, unit } = comparison
    const perSecond = unit ? ` ${unit}/s` : ' runs/s'
    rows.push({
      name: comparison.name,
      measured: `${comparison.a.label}: ${short(a.median)}${perSecond}`,
      against: `${comparison.b.label}: ${short(b.median)}${perSecond}`,
      result: `×${withSpread(ratio)}`,
      target: atLeast === undefined ? '' : `×${atLeast} or more`,
      met: atLeast === undefined ? undefined : ratio.median >= atLeast,
    })
    return ratio
  },
  record({ name: what, measured, value, unit, atMost, atLeast, against = '' }) {
    rows.push({
      name: what,
      measured,
      against,
      result: `${short(value)} ${unit}`,
      target:
        atMost !== undefined
          ? `${atMost} ${unit} or less`
          : atLeast !== undefined
            ? `${atLeast} ${unit} or more`
            : '',
      met: atMost !== undefined ? value <= atMost : atLeast !== undefined ? value >= atLeast : undefined,
    })
  },
  note: (sentence) => void notes.push(sentence),
  app: () => (app ??= startApp(ending)),
}

try {
  await benchmark.run(bench)
} finally {
  for (const end of ending.reverse()) await end()
}
const section = [`## ${name}: ${benchmark.title}`, machine(), table(rows), ...notes].join('\n\n')
console.log(`\n${section}\n`)
await writeFile(sectionFile, section)
