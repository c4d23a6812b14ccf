// `npm run fuzz -- --seconds N --seed S`: tries files, tables, links and formulas in Node, and sessions of gestures in
// a browser against dist/, until the time is up. Every case follows from a seed. Failing seeds are printed and pinned
// in scripts/fuzz/pinned.json, which is tried first, also by `npm test`. `--only files,gestures` tries these kinds.
// `--case KIND:SEED` tries one case.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const pinnedFile = `${root}scripts/fuzz/pinned.json`
const inNode = ['files', 'tables', 'links', 'formulas']
const kinds = [...inNode, 'gestures']

async function load(file) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(`${root}scripts/fuzz/${file}`, {
    configFile: false,
    root,
    logLevel: 'warn',
  })
  return module
}

/** A browser and dist/ at an address, both started on first use. */
function stage() {
  let begun
  const begin = async () => {
    const [{ chromium }, { preview }, { chromiumFlags, ensureBrowser }, { sessionFault }] = await Promise.all(
      [import('playwright'), import('vite'), import('./browser.mjs'), load('gestures.ts')],
    )
    const server = await preview({ root, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: chromiumFlags })
    return { server, browser, sessionFault, address: server.resolvedUrls.local[0] }
  }
  return {
    async faultOf(seed) {
      const { browser, address, sessionFault } = await (begun ??= begin())
      return sessionFault(browser, address, seed)
    },
    async end() {
      if (!begun) return
      const { server, browser } = await begun
      await browser.close()
      await server.close()
    },
  }
}

/** Tries the pinned cases, then new ones. @returns the counts of each kind, and the failures */
export async function fuzz({ seconds = 60, seed = 1, only = kinds, one, print = console.log }) {
  const [{ faultOf }, { seedOf }] = await Promise.all([load('cases.ts'), load('random.ts')])
  const browser = stage()
  const pinned = JSON.parse(await readFile(pinnedFile, 'utf8'))
  const counts = Object.fromEntries(only.map((kind) => [kind, 0]))
  const failed = []
  const attempt = async (kind, caseSeed) => {
    counts[kind] = (counts[kind] ?? 0) + 1
    const fault = inNode.includes(kind) ? faultOf(kind, caseSeed) : await browser.faultOf(caseSeed)
    if (!fault) return
    failed.push({ kind, seed: caseSeed, fault })
    print(`✗ ${kind}:${caseSeed} ${fault}`)
  }
  try {
    if (one) {
      await attempt(...one)
      return { counts, failed }
    }
    for (const { kind, seed: caseSeed } of pinned) if (only.includes(kind)) await attempt(kind, caseSeed)
    const began = performance.now()
    const passed = () => (performance.now() - began) / 1000
    // The browser gets half of the time, because a session of gestures is worth hundreds of the other cases.
    const node = only.filter((kind) => inNode.includes(kind))
    const share = only.includes('gestures') ? (node.length > 0 ? 0.5 : 0) : 1
    for (let i = 0; node.length > 0 && passed() < share * seconds; i++)
      for (const kind of node) await attempt(kind, seedOf(seed, kind, i))
    // Do not start a session that would take longer than the remaining time.
    let last = 0
    if (only.includes('gestures'))
      for (let i = 0; passed() + last < seconds; i++) {
        const from = passed()
        await attempt('gestures', seedOf(seed, 'gestures', i))
        last = passed() - from
      }
  } finally {
    await browser.end()
  }
  return { counts, failed }
}

async function pin(failed) {
  const pinned = JSON.parse(await readFile(pinnedFile, 'utf8'))
  for (const { kind, seed } of failed)
    if (!pinned.some((one) => one.kind === kind && one.seed === seed)) pinned.push({ kind, seed })
  const lines = pinned.map((one) => `  { "kind": "${one.kind}", "seed": ${one.seed} }`)
  await writeFile(pinnedFile, lines.length > 0 ? `[\n${lines.join(',\n')}\n]\n` : '[]\n')
}

async function main(words) {
  const value = (name) => {
    const at = words.indexOf(`--${name}`)
    return at < 0 ? undefined : words[at + 1]
  }
  const [seconds, seed] = [Number(value('seconds') ?? 60), Number(value('seed') ?? Date.now() % 2 ** 32)]
  const only = value('only')?.split(',') ?? kinds
  const [kind, caseSeed] = value('case')?.split(':') ?? []
  const unknown = [...only, ...(kind ? [kind] : [])].filter((name) => !kinds.includes(name))
  if (!(seconds >= 0) || !Number.isInteger(seed) || unknown.length > 0) {
    console.error(`npm run fuzz -- --seconds N --seed S [--only ${kinds.join(',')}] [--case KIND:SEED]`)
    return 2
  }
  console.log(`seed ${seed}, ${seconds} s`)
  const { counts, failed } = await fuzz({
    seconds,
    seed,
    only,
    one: kind && [kind, Number(caseSeed)],
  })
  for (const [name, count] of Object.entries(counts)) {
    if (count === 0) continue
    const wrong = failed.filter((one) => one.kind === name).length
    console.log(`${name}: ${count} tried, ${wrong} failed`)
  }
  await pin(failed)
  return failed.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = await main(process.argv.slice(2))
