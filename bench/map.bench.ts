// Maps: steps per second of many runs in lockstep, against the engine's single run and against C (bench/native/sweep.c,
// plainly written rules compiled with -O3 -march=native). All three compute the same bits.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MapExperiment } from '../src/engine/experiment.ts'
import { axisValue, cellColumn, cellsOf, cellWidth, Sweep } from '../src/engine/map.ts'
import { optimizers, type OptimizerKey } from '../src/engine/optimizers/index.ts'
import { completed } from '../src/engine/validate.ts'
import { spreadOf, type Bench, type Benchmark } from './measure.ts'

type Surface = 'quadratic' | 'rosenbrock'
const rules = ['gd', 'momentum', 'rmsprop', 'adam'] as const
const steps = 500
const starts: Readonly<Record<Surface, readonly [number, number]>> = {
  quadratic: [-9, 1.5],
  rosenbrock: [-1.2, 1],
}

function mapOf(optimizer: OptimizerKey, kind: Surface, nx: number, ny: number, kappa = 20): MapExperiment {
  const objective = kind === 'quadratic' ? { kind, curvature: [1, kappa] } : { kind }
  const base = completed({ objective, steps, runs: [{ optimizer, alpha: 0.01 }] })
  const [from, to] = kind === 'quadratic' ? [0.001, 0.09] : [1e-5, 1e-4]
  return {
    version: 1,
    lab: 'map',
    seed: 1,
    convention: 'course',
    base,
    x: { parameter: 'alpha', from, to, count: nx, scale: 'log' },
    y: { parameter: 'batchSize', from: 1, to: 512, count: ny, scale: 'log' },
    measure: 'steps',
    target: 1e-3,
    seeds: 1,
  }
}

const cellsIn = (map: MapExperiment): number[] =>
  Array.from({ length: map.x.count * map.y.count }, (_, cell) => cell)

/** The handwritten loop orders its operations differently, so the last digits differ. */
const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * Math.abs(b)

function assertSame(a: Float64Array, b: readonly number[]): void {
  b.forEach((cost, n) => {
    const own = a[n * cellWidth + cellColumn.cost]
    if (!near(own, cost) && !(Number.isNaN(own) && Number.isNaN(cost)))
      throw new Error(`cell ${n}: ${own}, ${cost}`)
  })
}

interface Compiled {
  readonly label: string
  run(optimizer: (typeof rules)[number], kind: Surface): { readonly speed: number; readonly costs: number[] }
}

/** Compiles the C program with this machine's compiler. Returns undefined without one. */
function compiled(folder: string, label: string, flags: readonly string[]): Compiled | undefined {
  const program = join(folder, label.replace(/\W+/g, '-'))
  try {
    const source = 'bench/native/sweep.c'
    execFileSync('gcc', ['-O3', '-march=native', '-ffp-contract=off', ...flags, '-o', program, source, '-lm'])
  } catch {
    return undefined
  }
  return {
    label,
    run(optimizer, kind) {
      const map = mapOf(optimizer, kind, 64, 1)
      const { hyperparameters } = optimizers[optimizer] as { hyperparameters: Record<string, number> }
      const row = (value: number): number[] => Array.from({ length: 64 }, () => value)
      const input = [
        ...[rules.indexOf(optimizer), kind === 'quadratic' ? 0 : 1, steps, 200, 3],
        ...Array.from({ length: 64 }, (_, i) => axisValue(map.x, i)),
        ...row(hyperparameters.beta ?? hyperparameters.beta1 ?? 0),
        ...row(hyperparameters.beta2 ?? 0),
        ...row(hyperparameters.epsilon ?? 0),
        ...row(1),
        ...row(20),
        ...row(starts[kind][0]),
        ...row(starts[kind][1]),
      ].join(' ')
      const [speed, ...costs] = execFileSync(program, { input, encoding: 'utf8' })
        .trim()
        .split('\n')
        .map(Number)
      return { speed, costs }
    },
  }
}

/** Returns steps per second of the sweep, the best of three portions, like the C program. */
function speedOfSweep(sweep: Sweep, cells: readonly number[]): number {
  let best = 0
  for (let portion = 0; portion < 3; portion++) {
    const began = performance.now()
    let count = 0
    for (; performance.now() - began < 120; count++) sweep.compute(cells)
    best = Math.max(best, (1000 * count * cells.length * steps) / (performance.now() - began))
  }
  return best
}

async function againstSingle(bench: Bench): Promise<void> {
  for (const kind of ['quadratic', 'rosenbrock'] as const)
    for (const optimizer of rules) {
      const map = mapOf(optimizer, kind, 64, 4)
      const sweep = new Sweep(map)
      const all = cellsIn(map)
      const cell = cellsOf(map)
      await bench.compare({
        name: `${optimizer} on ${kind}`,
        a: { label: 'lockstep', run: () => sweep.compute(all), work: all.length * steps },
        b: {
          label: 'single runs',
          run: () => all.slice(0, 16).map((n) => cell(n % 64, Math.floor(n / 64)).cost),
          work: 16 * steps,
        },
        unit: 'steps',
        check: assertSame,
        atLeast: optimizer === 'adam' || optimizer === 'rmsprop' ? 4 : undefined,
      })
    }
}

function againstNative(bench: Bench): void {
  const folder = mkdtempSync(join(tmpdir(), 'ravine-bench-'))
  try {
    const plain = compiled(folder, 'C, -O3 -march=native', [])
    const eager = compiled(folder, 'the same, and vectors of roots', [
      '-fno-math-errno',
      '-fno-trapping-math',
    ])
    if (!plain || !eager) return bench.note('Without gcc nothing was compared with C.')
    for (const kind of ['quadratic', 'rosenbrock'] as const)
      for (const optimizer of rules) {
        const map = mapOf(optimizer, kind, 64, 1)
        const sweep = new Sweep(map)
        const all = cellsIn(map)
        assertSame(sweep.compute(all), plain.run(optimizer, kind).costs)
        for (const program of [plain, eager]) {
          const ratios = Array.from({ length: 5 }, () => {
            const { speed } = program.run(optimizer, kind)
            return speedOfSweep(sweep, all) / speed
          })
          const asked = optimizer === 'adam' || optimizer === 'rmsprop' ? 0.8 : 0.25
          bench.record({
            name: `${optimizer} on ${kind}, of native`,
            measured: 'lockstep',
            against: program.label,
            value: spreadOf(ratios).median,
            unit: 'of its speed',
            atLeast: program === plain ? asked : undefined,
          })
        }
      }
    bench.note(
      'C is compiled with -ffp-contract=off, or its bits would differ. With -fno-math-errno -fno-trapping-math gcc also makes vectors of roots and selections, as wide as the machine has them (256 or 512 bits; WebAssembly has 128).',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function wholeMaps(bench: Bench): void {
  const median = (run: (n: number) => void): number =>
    spreadOf(
      Array.from({ length: 7 }, (_, n) => {
        const began = performance.now()
        run(n)
        return performance.now() - began
      }),
    ).median
  const large = mapOf('adam', 'quadratic', 256, 256)
  bench.record({
    name: 'a map of 256 × 256, 500 steps of Adam, one core',
    measured: 'lockstep, all of it',
    value: median(() => void new Sweep(large).compute(cellsIn(large))),
    unit: 'ms',
    atMost: 500,
  })
  bench.record({
    name: 'a map of 64 × 64 while κ is dragged, 200 steps of momentum',
    measured: 'lockstep, all of it',
    value: median((n) => {
      const map = mapOf('momentum', 'quadratic', 64, 64, 20 + n)
      const short = { ...map, base: { ...map.base, steps: 200 } }
      new Sweep(short).compute(cellsIn(short))
    }),
    unit: 'ms',
    atMost: 1000 / 30,
  })
}

export default {
  title: 'maps of many runs in lockstep',
  async run(bench) {
    await againstSingle(bench)
    againstNative(bench)
    wholeMaps(bench)
  },
} satisfies Benchmark
