// The public engine path (Run.advance, every number of every row) against a loop written by hand for this one case:
// Adam on a 2-D quadratic, full batch. Both store the same row [t, epoch, α, J^{t}, J, θ, dW, V, S] and agree to the
// bit. Before timing, the process runs every optimizer on noisy and smooth objectives, so nothing is specialized by
// luck. A second comparison is TensorFlow.js, one step at a time on one trajectory.

import type { DescentExperiment, RunSpec } from '../src/engine/experiment.ts'
import { createObjective } from '../src/engine/objectives/create.ts'
import { optimizers } from '../src/engine/optimizers/index.ts'
import { Run } from '../src/engine/run.ts'
import { validate } from '../src/engine/validate.ts'
import { AdamByHand, rowWidth } from './engine/adamByHand.ts'
import type { Benchmark } from './measure.ts'
import { adamOnTensors } from './peers/tensorflow.ts'

const steps = 20_000
const curvature = [1, 20] as const
const angle = 30
const start = [-9, 1.5] as const
const alpha = 0.01

function experiment(
  objective: object,
  runs: readonly object[],
  batchSize: number | 'all',
): DescentExperiment {
  const read = validate({ version: 1, lab: 'descent', objective, runs, batchSize, steps, start })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.experiment as DescentExperiment
}

const keys = Object.keys(optimizers) as RunSpec['optimizer'][]
const valley = { kind: 'quadratic', curvature, angle }

/** Runs all optimizers, with every level of detail, on objectives of every shape, with and without noise. */
function runEverything(): void {
  const runs = keys.map((optimizer) => ({ optimizer, alpha: 0.001 }))
  const objectives: object[] = [
    valley,
    { ...valley, noise: 1 },
    { kind: 'bowl' },
    { kind: 'rosenbrock' },
    { kind: 'expression', source: 'x^2 + 3*y^2' },
  ]
  for (const objective of objectives)
    for (const batchSize of [32, 'all'] as const) {
      const race = experiment(objective, runs, batchSize)
      const shared = createObjective(race.objective, race.seed)
      for (const detail of ['full', 'weights', 'costs'] as const)
        race.runs.forEach((_, index) => {
          const run = new Run(race, index, { objective: shared, detail })
          run.advance(new Float64Array(1000 * run.width), 1000)
        })
    }
}

function sameBits(a: Float64Array, b: Float64Array): void {
  for (let i = 0; i < Math.max(a.length, b.length); i++)
    if (!Object.is(a[i], b[i]))
      throw new Error(`row ${Math.floor(i / rowWidth)}, column ${i % rowWidth}: ${a[i]} and ${b[i]}`)
}

export default {
  title: 'one trajectory of Adam, every row kept',
  async run(bench) {
    runEverything()
    const race = experiment(valley, [{ optimizer: 'adam', alpha }], 'all')
    const objective = createObjective(race.objective, race.seed)
    const rows = new Float64Array((steps + 1) * rowWidth)
    const rowsByHand = rows.slice()
    const engine = (): Float64Array => {
      const run = new Run(race, 0, { objective, detail: 'full' })
      if (run.width !== rowWidth) throw new Error(`a row has ${run.width} numbers`)
      run.advance(rows, steps + 1)
      return rows
    }
    await bench.compare({
      name: 'Adam on a 2-D quadratic, B = m',
      a: { label: 'the engine', run: engine, work: steps },
      b: {
        label: 'a typed loop by hand',
        run: () => new AdamByHand({ curvature, angle, start, alpha }).advance(rowsByHand, steps),
        work: steps,
      },
      unit: 'steps',
      check: sameBits,
      atLeast: 0.5,
    })
    const tensors = await adamOnTensors({ curvature, angle, start, alpha })
    if (!tensors) bench.note('Not installed (`npm install --prefix bench`): tfjs wasm.')
    else
      await bench.compare({
        name: 'Adam on a 2-D quadratic, one trajectory',
        a: { label: 'the engine', run: engine, work: steps },
        b: { label: 'tfjs wasm, float32', run: () => tensors.advance(100), work: 100 },
        unit: 'steps',
        // float32 and ε outside the root: the first hundred steps agree this closely.
        check: (ours, theirs) => {
          for (const i of [0, 1])
            if (!(Math.abs(ours[100 * rowWidth + 5 + i] - theirs[i]) < 1e-3))
              throw new Error(`θ${i}: ${ours[100 * rowWidth + 5 + i]} and ${theirs[i]}`)
        },
        rounds: 7,
        atLeast: 1000,
      })
  },
} satisfies Benchmark
