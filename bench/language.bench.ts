// Compiled rules against equivalent C (bench/native/trajectory.c, -O3 -ffp-contract=off -mno-fma, the same rows and
// hash) and against loops written by hand: one trajectory of Adam, the same on real mini-batches, a map over a typed
// formula, and the cost of compiling. Ratios are medians of a hundred short alternating rounds, in processor time.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DescentExperiment, MapExperiment } from '../src/engine/experiment.ts'
import { resetHost } from '../src/engine/wasm/host.ts'
import { Sweep } from '../src/engine/map.ts'
import { createObjective } from '../src/engine/objectives/create.ts'
import { adam } from '../src/engine/optimizers/adam.ts'
import { Run } from '../src/engine/run.ts'
import { stream } from '../src/engine/random.ts'
import { completed } from '../src/engine/validate.ts'
import { Channel } from '../src/worker/channel.ts'
import { strideFor } from '../src/worker/protocol.ts'
import { AdamByHand, rowWidth } from './engine/adamByHand.ts'
import { spreadOf, type Bench, type Benchmark } from './measure.ts'

const steps = 20_000
const rounds = 100
const seconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const valley = completed<DescentExperiment>({
  objective: { kind: 'quadratic', curvature: [1, 20] },
  start: [-9, 1.5],
  steps,
  runs: [{ optimizer: 'adam', alpha: 0.01 }],
})
const batches = completed<DescentExperiment>({
  objective: { kind: 'bowl', m: 512 },
  batchSize: 64,
  steps,
  seed: 7,
  runs: [{ optimizer: 'adam', alpha: 0.01 }],
})

/** Returns processor seconds of a run that overwrites one buffer with its rows. */
function runner(
  experiment: DescentExperiment,
  hashing: boolean,
  interpreted = false,
): () => { seconds: number; hash: string } {
  const objective = createObjective(experiment.objective, experiment.seed)
  const rows = new Float64Array(1024 * 16)
  return () => {
    const detail = objective.dimension === 2 ? 'full' : 'costs'
    const run = new Run(experiment, 0, { detail, objective, hashing, interpreted })
    const began = seconds()
    while (!run.done) run.advance(rows, 1024)
    const took = seconds() - began
    const [a, b] = run.hash.state()
    return { seconds: took, hash: `${a >>> 0} ${b >>> 0}` }
  }
}

/** Returns processor seconds of one round of the C program, and its hash. */
function native(program: string, experiment: DescentExperiment): () => { seconds: number; hash: string } {
  const [run] = experiment.runs
  const objective = createObjective(experiment.objective, experiment.seed)
  const { constants, columns } = objective.plane!
  const isBowl = experiment.objective.kind === 'bowl'
  const numbers = [
    ...[isBowl ? 1 : 0, steps, 3, run.alpha, run.beta1, run.beta2, run.epsilon],
    ...(experiment.start ?? objective.start),
    ...(isBowl
      ? [experiment.seed, 512, 64, ...constants, ...columns.flatMap((column) => [...column])]
      : [1, 20]),
  ]
  const input = numbers.join(' ')
  return () => {
    const lines = execFileSync(program, { input, encoding: 'utf8' }).trim().split('\n')
    const best = lines.map((line) => line.split(' ')).sort((a, b) => Number(a[0]) - Number(b[0]))[0]
    return { seconds: Number(best[0]), hash: `${best[1]} ${best[2]}` }
  }
}

function ratios(ours: () => { seconds: number }, theirs: () => { seconds: number }, count = rounds): number {
  for (let i = 0; i < 5; i++) ours()
  return spreadOf(
    Array.from({ length: count }, () => {
      const other = theirs().seconds
      return other / Math.min(ours().seconds, ours().seconds, ours().seconds)
    }),
  ).median
}

function againstC(bench: Bench): void {
  const folder = mkdtempSync(join(tmpdir(), 'ravine-bench-'))
  const program = join(folder, 'trajectory')
  try {
    execFileSync('gcc', [
      '-O3',
      '-ffp-contract=off',
      '-mno-fma',
      '-o',
      program,
      'bench/native/trajectory.c',
      '-lm',
    ])
  } catch {
    return bench.note('Without gcc nothing was compared with C.')
  }
  try {
    for (const [name, experiment, hashing, atLeast] of [
      ['Adam on a quadratic, B = m, full rows', valley, false, 0.85],
      ['Adam on the bowl, m = 512, B = 64, dealing and hashing', batches, true, 0.9],
    ] as const) {
      const [ours, theirs] = [runner(experiment, hashing), native(program, experiment)]
      if (hashing && ours().hash !== theirs().hash)
        throw new Error(`${name}: ${ours().hash}, ${theirs().hash}`)
      bench.record({
        name,
        measured: 'compiled rule',
        against: 'C',
        value: ratios(ours, theirs),
        unit: '×',
        atLeast,
      })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function againstHand(bench: Bench): void {
  const hand = new AdamByHand({ curvature: [1, 20], angle: 0, start: [-9, 1.5], alpha: 0.01 })
  const rows = new Float64Array((steps + 1) * rowWidth)
  const typed = (): { seconds: number } => {
    const began = seconds()
    hand.advance(rows, steps)
    return { seconds: seconds() - began }
  }
  const name = 'Adam on a quadratic, B = m, full rows'
  bench.record({
    name,
    measured: 'compiled rule',
    against: 'typed loop',
    value: ratios(runner(valley, false), typed),
    unit: '×',
    atLeast: 1.15,
  })
  const interpreted = runner(batches, true, true)
  bench.record({
    name: 'Adam on the bowl, B = 64',
    measured: 'compiled rule',
    against: 'interpreter',
    value: ratios(runner(batches, true), interpreted, 20),
    unit: '×',
  })
}

/** Adam as a rule, on a network of 8,461 parameters. */
function ofNetwork(bench: Bench): void {
  const network = completed<DescentExperiment>({
    objective: {
      kind: 'network',
      layers: [2, 90, 90, 1],
      activation: 'tanh',
      loss: 'crossEntropy',
      dataset: { kind: 'moons', m: 512 },
    },
    batchSize: 64,
    steps: 100,
    costEvery: 100,
    runs: [{ optimizer: 'rule', alpha: 0.001, rule: adam.ruleOf(true, true).source }],
  })
  bench.record({
    name: 'an own Adam on a network of 8,461 parameters, B = 64',
    measured: 'compiled step',
    against: 'interpreter',
    value: ratios(runner(network, true), runner(network, true, true), 20),
    unit: '×',
    atLeast: 3,
  })
}

function ofFormula(bench: Bench): void {
  const map = completed<MapExperiment>({
    lab: 'map',
    base: {
      objective: { kind: 'expression', source: 'x^2+3*sin(y)^2+exp(-x*y)' },
      steps: 500,
      runs: [{ optimizer: 'adam', alpha: 0.1 }],
    },
    x: { parameter: 'alpha', from: 0.001, to: 1, count: 128, scale: 'log' },
    y: { parameter: 'beta1', from: 0, to: 0.99, count: 128, scale: 'linear' },
    measure: 'cost',
  })
  const cells = Array.from({ length: 128 * 128 }, (_, i) => i)
  const took = [0, 1, 2].map(() => {
    const began = seconds()
    new Sweep(map).compute(cells)
    return seconds() - began
  })
  bench.record({
    name: 'a map of 128² × 500 steps of Adam over a formula',
    measured: 'lockstep',
    value: Math.min(...took) * 1000,
    unit: 'ms',
    atMost: 800,
  })
}

/** Generates a rule of nearly 2,000 characters in which every line affects w. */
function longRule(seed: number): string {
  const draws = stream(seed, 'long rule')
  const terms =
    '0.5*w,dW^2,tanh(V),alpha*dW,exp(-w^2),sqrt(abs(V)),V/(1 - beta^t),max(w, V),norm(dW),sin(w),min(V, 1)'.split(
      /,(?! )/,
    )
  const one = (): string => terms[draws.below(terms.length)]
  let source = 'parameter beta = 0.9\nk0 = w\n'
  let lines = 0
  while (source.length < 1840)
    source += `k${++lines} = k${lines - 1} + ${one()} - ${one()}*${one()} + ${one()}/(1 + ${one()}^2) + ${seed}\n`
  return `${source}V = beta*V + (1 - beta)*dW\nw = w - alpha*V + 0.000001*k${lines}\n`
}

function ofCompiling(bench: Bench): void {
  resetHost()
  const times = Array.from({ length: 60 }, (_, seed) => {
    const run = { optimizer: 'rule', alpha: 0.1, rule: longRule(seed + 1) }
    const began = performance.now()
    const experiment = completed<DescentExperiment>({
      objective: { kind: 'rosenbrock' },
      steps: 1,
      runs: [run],
    })
    new Run(experiment, 0).advance(new Float64Array(200), 2)
    return performance.now() - began
  })
  bench.record({
    name: 'a rule of 2,000 characters, the first time',
    measured: 'read, compiled and run',
    value: times[0],
    unit: 'ms',
    atMost: 15,
  })
  bench.record({
    name: 'another one once warm',
    measured: 'read, compiled and run; the median of 40',
    value: spreadOf(times.slice(20)).median,
    unit: 'ms',
    atMost: 5,
  })
}

/** Steps per second over a million steps as the worker sends them: hashed, averaged and thinned. */
function ofThinning(bench: Bench): void {
  const million = { ...batches, steps: 1_000_000 }
  const objective = createObjective(million.objective, million.seed)
  const { objective: _, ...race } = million
  const open = { type: 'open', run: 1, objective: 0, race, index: 0, detail: 'full', smoothing: 0.9 } as const
  const rows = new Float64Array(4096 * 16)
  const sent = (): number => {
    const channel = new Channel({ ...open, stride: strideFor(million.steps) }, objective)
    const began = seconds()
    while (!channel.done) channel.advance(rows, 0, () => performance.now(), performance.now() + 1)
    return seconds() - began
  }
  const bySteps = 20
  const interpreted = runner({ ...million, steps: million.steps / bySteps }, true, true)
  bench.record({
    name: 'a million steps of Adam on the bowl, B = 64, as the worker sends them',
    measured: 'compiled rule, thinned',
    against: 'interpreter, not thinned',
    value: ratios(() => ({ seconds: sent() / bySteps }), interpreted, 20),
    unit: '×',
    atLeast: 3,
  })
}

export default {
  title: 'rules compiled in the page',
  async run(bench) {
    ofCompiling(bench)
    againstC(bench)
    againstHand(bench)
    ofThinning(bench)
    ofNetwork(bench)
    ofFormula(bench)
    await Promise.resolve()
  },
} satisfies Benchmark
