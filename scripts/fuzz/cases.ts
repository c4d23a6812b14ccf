// The kinds of cases that need no browser: files, series and tables, links, formulas. A case follows from its seed
// alone. It returns what is wrong, or nothing.
import { averagesCsv, descentCsv, mapCsv } from '../../src/engine/csv.ts'
import type { Experiment } from '../../src/engine/experiment.ts'
import { compileRule, parseSurface } from '../../src/engine/language/index.ts'
import { optimizers } from '../../src/engine/optimizers/index.ts'
import { Refusal } from '../../src/engine/refusal.ts'
import { schedules } from '../../src/engine/schedules/index.ts'
import { surfaces } from '../../src/engine/surfaces/index.ts'
import { formatFault, parseExperiment, validate, type Validation } from '../../src/engine/validate.ts'
import { same } from '../../src/engine/validate/minimal.ts'
import { textOf } from '../../src/data/encoding.ts'
import { faultSaid, seriesSaid, trainingSaid } from '../../src/data/said.ts'
import { readSeries } from '../../src/data/series.ts'
import { readTraining } from '../../src/data/training.ts'
import { experimentFrom, leftOut, linkOf, noticeText } from '../../src/document/link.ts'
import { oddNumber, oddText, Random, wrongSentence } from './random.ts'

export type Kind = 'files' | 'tables' | 'links' | 'formulas'
type Case = (random: Random) => string | undefined

/** Returns the first fault of a message in both languages. */
const wrongWords = ({ en, zh }: { readonly en: string; readonly zh: string }): string | undefined =>
  wrongSentence(en) ?? wrongSentence(zh)

const firstOf = <T>(list: readonly T[], wrong: (one: T) => string | undefined): string | undefined => {
  for (const one of list) {
    const found = wrong(one)
    if (found) return found
  }
  return undefined
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

function someRun(random: Random): Json {
  const key = random.pick(Object.keys(optimizers))
  return {
    optimizer: key,
    alpha: random.pick([0.001, 0.01, 0.1, 0.5, 2]),
    ...(random.chance(0.3) && { decay: { kind: random.pick(Object.keys(schedules)) } }),
    ...(random.chance(0.2) && { name: oddText(random) }),
    ...(random.chance(0.2) && { batchSize: random.pick([1, 2, 8, 'all']) }),
  }
}

function someObjective(random: Random): Json {
  const rows = random.many(5, () => [oddNumber(random), oddNumber(random)])
  return random.pick<() => Json>([
    () => ({ kind: random.pick(Object.keys(surfaces)) }),
    () => ({ kind: 'bowl', m: random.pick([2, 10, 100]), labelNoise: random.next() }),
    () => ({
      kind: 'quadratic',
      curvature: [1, random.pick([2, 20, 1e6])],
      angle: random.below(360),
      noise: 1,
      m: 20,
    }),
    () => ({ kind: 'expression', source: someFormula(random, 3) }),
    () => ({ kind: 'leastSquares', x: rows, y: rows.map(() => oddNumber(random)) }),
    () => ({
      kind: 'network',
      layers: [2, random.pick([1, 3]), 1],
      activation: random.pick(['tanh', 'relu', 'sigmoid']),
      loss: 'crossEntropy',
      dataset: { kind: 'moons', m: 20 },
    }),
  ])()
}

/** Generates an experiment that is mostly valid, and small enough to run. */
function someExperiment(random: Random): { [name: string]: Json } {
  const race = {
    version: 1,
    lab: 'descent',
    objective: someObjective(random),
    steps: random.pick([0, 1, 7, 30]),
    seed: random.below(1000),
    ...(random.chance(0.3) && { batchSize: random.pick([1, 2, 5, 'all']) }),
    runs: [someRun(random), ...random.many(2, () => someRun(random))],
  } satisfies { [name: string]: Json }
  if (random.chance(0.7)) return race
  if (random.chance(0.5))
    return {
      version: 1,
      lab: 'averages',
      series: random.chance(0.5)
        ? { kind: random.pick(['seattle', 'synthetic', 'newYork']) }
        : { kind: 'inline', values: random.many(9, () => oddNumber(random)) },
      betas: random.many(4, () => random.next()),
      biasCorrection: random.chance(0.5),
    }
  return {
    version: 1,
    lab: 'map',
    base: { ...race, steps: 5, runs: [race.runs[0]!] },
    x: { parameter: 'alpha', from: 0.001, to: 1, count: 3, scale: 'log' },
    y: {
      parameter: random.pick(['beta', 'curvature', 'batchSize']),
      from: 0.1,
      to: 0.9,
      count: 2,
      scale: 'linear',
    },
    measure: random.pick(['steps', 'cost']),
  }
}

const oddJson = (random: Random): Json =>
  random.pick<() => Json>([
    () => oddNumber(random),
    () => oddText(random),
    () => null,
    () => random.chance(0.5),
    () => [],
    () => ({}),
    () => [[[oddNumber(random)]], oddText(random)],
    () => ({ kind: oddText(random), length: oddNumber(random) }),
  ])()

/** Changes something somewhere in it. */
function spoil(random: Random, value: Json): Json {
  if (value === null || typeof value !== 'object' || random.chance(0.15)) return oddJson(random)
  if (Array.isArray(value)) {
    if (value.length === 0 || random.chance(0.2)) return [...value, oddJson(random)]
    const at = random.below(value.length)
    if (random.chance(0.2)) return value.toSpliced(at, 1)
    return value.with(at, spoil(random, value[at]!))
  }
  const names = Object.keys(value)
  if (names.length === 0 || random.chance(0.15)) return { ...value, [oddText(random)]: oddJson(random) }
  const name = random.pick(names)
  if (random.chance(0.15)) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
  return { ...value, [name]: spoil(random, value[name]!) }
}

/** Computes only a bounded part of an accepted case, so each takes milliseconds. */
function isSmall(experiment: Experiment): boolean {
  const text = JSON.stringify(experiment)
  if (text.length > 20_000) return false
  const numbers = [...text.matchAll(/"(m|steps|count|years|seeds)":(\d+(?:e\+?\d+)?)/g)].map(([, , n]) =>
    Number(n),
  )
  const layers = /"layers":\[([\d,]+)\]/.exec(text)?.[1]?.split(',').map(Number) ?? []
  return numbers.every((one) => one <= 600) && layers.every((one) => one <= 64)
}

function wrongCsv(experiment: Experiment): string | undefined {
  const lines =
    experiment.lab === 'averages'
      ? averagesCsv(experiment)
      : experiment.lab === 'map'
        ? mapCsv(experiment)
        : descentCsv(experiment)
  let read = 0
  for (const text of lines) {
    const found = /undefined|\[object|null/.exec(text)
    if (found) return `the CSV says ${found[0]}`
    if ((read += text.length) > 200_000) break
  }
  return undefined
}

function wrongValidation(result: Validation): string | undefined {
  if (!result.ok)
    return result.faults.length === 0
      ? 'refused without a reason'
      : firstOf(result.faults, (fault) => wrongSentence(formatFault(fault)))
  const again = validate(JSON.parse(JSON.stringify(result.experiment)))
  if (!again.ok) return `what was accepted is refused when it comes back: ${formatFault(again.faults[0]!)}`
  // A file cannot contain −0.
  if (JSON.stringify(again.experiment) !== JSON.stringify(result.experiment))
    return 'what was accepted comes back as something else'
  return isSmall(result.experiment) ? wrongCsv(result.experiment) : undefined
}

const files: Case = (random) => {
  let experiment: Json = someExperiment(random)
  for (let i = random.below(4); i > 0; i--) experiment = spoil(random, experiment)
  let text = JSON.stringify(experiment)
  for (let i = random.chance(0.2) ? 1 + random.below(4) : 0; i > 0; i--) {
    const at = random.below(text.length + 1)
    text =
      text.slice(0, at) +
      random.pick(['', '"', '{', ']', ',', '\\', '\u0000', '1e999']) +
      text.slice(at + random.below(3))
  }
  return wrongValidation(parseExperiment(text))
}

// ── Series and tables ──────────────────────────────────────────────────────────────────────────────────────────────────

function someCell(random: Random): string {
  return random.pick<() => string>([
    () => String(oddNumber(random)),
    () => oddNumber(random).toFixed(2),
    () => oddNumber(random).toFixed(2).replace('.', ','),
    () => `20${10 + random.below(15)}-0${1 + random.below(9)}-1${random.below(10)}`,
    () =>
      random.pick([
        '',
        'NA',
        '-',
        '-9999',
        '99.9',
        'red',
        'blue',
        '12:30',
        '3 °C',
        '50 %',
        '1.234.567,8',
        '"a,b"',
      ]),
    () => oddText(random).slice(0, 200),
  ])()
}

const tables: Case = (random) => {
  const cut = random.pick([',', ';', '\t', '|', ' ', '，', '\n'])
  const width = 1 + random.below(5)
  const columns = Array.from({ length: width }, () => random.below(6))
  const line = (): string =>
    columns
      .map((kind) =>
        random.chance(0.8)
          ? kind < 4
            ? (random.next() * 100).toFixed(kind)
            : someCell(random)
          : someCell(random),
      )
      .join(cut)
  const head = random.chance(0.5)
    ? [
        random
          .many(width, () => random.pick(['date', 'temp', 'x', 'y', '气温', 'id', oddText(random)]))
          .join(cut),
      ]
    : []
  const lines = [...random.many(2, () => `# ${oddText(random)}`), ...head, ...random.many(40, line)]
  let text = lines.join(random.pick(['\n', '\r\n', '\r']))
  if (random.chance(0.1)) text = `[${text.replaceAll('\n', ', ')}]`
  let bytes: Uint8Array = random.chance(0.1)
    ? new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer)
    : new TextEncoder().encode(text)
  if (random.chance(0.1)) bytes = bytes.map((byte) => (random.chance(0.02) ? random.below(256) : byte))
  const read = textOf(bytes)
  if ('fault' in read) return wrongWords(faultSaid(read))
  const series = readSeries(read.text, random.chance(0.2) ? { column: random.below(6) } : {})
  const training = readTraining(read.text, {})
  if ('fault' in series) {
    const wrong = wrongWords(faultSaid(series))
    if (wrong) return `series: ${wrong}`
  } else {
    if (!series.values.every(Number.isFinite)) return 'a series has a value that is no number'
    const wrong = wrongWords(seriesSaid(series))
    if (wrong) return `series: ${wrong}`
  }
  if ('fault' in training) {
    const wrong = wrongWords(faultSaid(training))
    return wrong && `table: ${wrong}`
  }
  if (!training.x.every((row) => Array.from(row).every(Number.isFinite)))
    return 'a table has a value that is no number'
  const wrong = wrongWords(trainingSaid(training))
  return wrong && `table: ${wrong}`
}

// ── Links ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

const names =
  'alpha beta beta1 beta2 epsilon rho weightDecay momentum batchSize steps seed start curvature angle scale noise m objective source run decay convention biasCorrection costEvery reshuffle labelNoise mislabelled layers dataset dataset.m dataset.noise loss activation precision lambda series betas windows changes x y measure target seeds step lang theme present play embed hide post at path without nonsense'.split(
    ' ',
  )
const values: readonly string[] = [
  ...[
    '0.1',
    '1',
    '0',
    '-1',
    '1e-8',
    'all',
    'adam',
    'momentum,alpha:0.1',
    'gd,decay:inverse,decay.rate:0.1',
    'bowl',
  ],
  ...[
    'quadratic',
    'rosenbrock',
    'expression',
    'network',
    'x^2+y^2',
    '1,40',
    '0.9,0.98',
    'seattle',
    'synthetic',
    'moons',
  ],
  ...[
    'true',
    'false',
    'epoch',
    'pytorch',
    '2,8,1',
    'alpha,from:0.01,to:1,count:4,scale:log',
    'inverse,rate:0.1',
    '3:50',
  ],
]

/** Generates the text after the `?`: the page's own parameters and hostile ones, with values of both kinds. */
export function someSearch(random: Random): string {
  const parameter = (): string => {
    const name = random.chance(0.9) ? random.pick(names) : encodeURIComponent(oddText(random))
    const text = random.chance(0.6)
      ? random.pick(values)
      : random.chance(0.5)
        ? String(oddNumber(random))
        : oddText(random)
    return random.chance(0.05) ? name : `${name}=${random.chance(0.8) ? encodeURIComponent(text) : text}`
  }
  return random.many(7, parameter).join('&')
}

const completed = (json: object): Experiment => {
  const result = validate({ version: 1, ...json })
  if (!result.ok) throw new Error(formatFault(result.faults[0]!))
  return result.experiment
}
const race = {
  lab: 'descent',
  runs: [
    { optimizer: 'momentum', alpha: 0.05 },
    { optimizer: 'gd', alpha: 0.01 },
  ],
}
const homes = (): readonly Experiment[] => [
  completed({ ...race, objective: { kind: 'bowl' } }),
  completed({ ...race, objective: { kind: 'quadratic', curvature: [1, 40] }, start: [-10, 1] }),
  completed({
    ...race,
    objective: {
      kind: 'network',
      layers: [2, 8, 1],
      activation: 'tanh',
      loss: 'crossEntropy',
      dataset: { kind: 'circles' },
    },
  }),
  completed({ lab: 'averages', series: { kind: 'seattle' } }),
]

const links: Case = (random) => {
  const home = random.pick(homes())
  const { experiment, notices, view } = experimentFrom(someSearch(random), home)
  if (notices.length > 0) {
    const wrong = wrongWords(noticeText(notices))
    if (wrong) return wrong
  }
  const check = validate(JSON.parse(JSON.stringify(experiment)))
  if (!check.ok) return `a link made what a file may not be: ${formatFault(check.faults[0]!)}`
  if (leftOut(experiment, home).length > 0) return undefined
  const again = experimentFrom(linkOf(experiment, home, view), home)
  if (!same(again.experiment, experiment)) return 'the link that the page writes opens something else'
  return again.notices.length > 0
    ? `the link that the page writes is complained of: ${noticeText(again.notices).en}`
    : undefined
}

// ── Formulas ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Generates a formula that is mostly valid. */
function someFormula(random: Random, depth: number): string {
  if (depth === 0) return random.pick(['x', 'y', '1', '2.5', '1e-3', '0', '1e308'])
  const [a, b] = [someFormula(random, depth - 1), someFormula(random, depth - 1)]
  return random.pick([
    `${a}+${b}`,
    `(${a})*(${b})`,
    `(${a})-(${b})`,
    `(${a})/(${b})`,
    `(${a})^${random.pick(['2', '3', '-1', '0.5', 'x'])}`,
    `${random.pick(['sin', 'cos', 'exp', 'log', 'sqrt', 'abs', 'tanh', 'tan'])}(${a})`,
    `-(${a})`,
  ])
}
const scraps =
  'x y w b V S dW t alpha beta ( ) [ ] + - * / ^ ** = := , ; . 1 2e3 1e 0.1 sin sqrt max \n # " \\ β √ × { } constructor'.split(
    ' ',
  )
const soup = (random: Random): string =>
  random.many(24, () => random.pick(scraps)).join(random.pick(['', ' ']))

const formulas: Case = (random) => {
  const source = random.chance(0.6)
    ? someFormula(random, 1 + random.below(4))
    : random.chance(0.7)
      ? soup(random)
      : oddText(random)
  const surface = parseSurface(source)
  if (!surface.ok) {
    const wrong = wrongWords(surface.fault.located)
    if (wrong) return `formula ${JSON.stringify(source.slice(0, 60))}: ${wrong}`
  }
  const rule = compileRule(random.chance(0.5) ? soup(random) : `V := ${source}\nw := w - alpha*V`)
  if (!rule.ok) {
    const wrong = wrongWords(rule.fault.located)
    if (wrong) return `rule: ${wrong}`
  }
  return wrongValidation(
    validate({
      version: 1,
      ...race,
      objective: { kind: 'expression', source },
      start: [oddNumber(random), 1],
      steps: 12,
    }),
  )
}

// ── ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const cases: Readonly<Record<Kind, Case>> = { files, tables, links, formulas }

/** Returns what is wrong with the case of this seed. Taking longer than a second and a half is a fault, too. */
export function faultOf(kind: Kind, seed: number, patience = 1500): string | undefined {
  // Use processor time, because a busy machine is not the case's fault.
  const began = process.cpuUsage()
  try {
    const fault = cases[kind](new Random(seed))
    const { user, system } = process.cpuUsage(began)
    const took = (user + system) / 1000
    return fault ?? (took > patience ? `takes ${Math.round(took)} ms` : undefined)
  } catch (error) {
    // The engine explains in a sentence what it refuses to compute.
    if (error instanceof Refusal) return wrongWords(error.words)
    return `throws ${String((error as Error | undefined)?.stack ?? error).slice(0, 600)}`
  }
}
