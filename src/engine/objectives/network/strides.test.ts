import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DescentExperiment, NetworkSpec, RunSpec } from '../../experiment.ts'
import { optimizers, type OptimizerKey } from '../../optimizers/index.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import { Run } from '../../run.ts'
import type { RunOptions } from '../../runOptions.ts'
import { completed } from '../../validate.ts'
import { createNetwork, type NetworkObjective } from '../network.ts'

const spec: NetworkSpec = {
  kind: 'network',
  layers: [2, 5, 4, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  dataset: { kind: 'moons', m: 150, noise: 0.2, mislabelled: 0.1 },
  precision: 'float64',
}

interface Outcome {
  rows: string
  hash: readonly [number, number]
  snapshot: unknown
  divergedAt: number | undefined
}

function outcome(
  experiment: DescentExperiment,
  objective: NetworkObjective,
  { detail, pieces }: { detail: RunOptions['detail']; pieces: number },
): Outcome {
  const run = new Run(experiment, 0, { objective, detail, hashing: true })
  const rows = new Float64Array(run.width * (run.steps + 1))
  let written = 0
  while (!run.done)
    written += run.advance(
      rows.subarray(written * run.width),
      Math.min(pieces, run.steps + 1 - written),
      pieces < 100 ? { examples: 50 } : undefined,
    )
  return {
    rows: createHash('sha1')
      .update(new Uint8Array(rows.buffer, 0, written * run.width * 8))
      .digest('hex'),
    hash: run.hash.state(),
    snapshot: run.snapshot(),
    divergedAt: run.divergedAt,
  }
}

const lanes = (
  network: NetworkSpec,
  run: Partial<RunSpec>,
  change: Partial<DescentExperiment>,
  pieces = 1000,
  detail: RunOptions['detail'] = 'full',
): void => {
  const experiment = completed<DescentExperiment>({
    objective: network,
    seed: 3,
    steps: 330,
    costEvery: 97,
    runs: [{ optimizer: 'gd', alpha: 0.05, ...run }],
    ...change,
  })
  const fast = createNetwork(network, 3)
  const plain = createNetwork(network, 3, { kernel: 'plain' })
  const one = outcome(experiment, fast, { detail, pieces })
  expect(fast.fast).toBe(true)
  expect(one).toEqual(outcome(experiment, plain, { detail, pieces: 1000 }))
}

describe.each(Object.keys(optimizers) as OptimizerKey[])('%s, many steps at once', (optimizer) => {
  it.each(['course', 'pytorch'] as const)(
    'has the rows, the state and the hash of step by step, %s',
    (convention) => {
      for (const biasCorrection of (optimizers[optimizer] as Optimizer).biasCorrection === undefined
        ? [undefined]
        : [true, false])
        for (const batchSize of [1, 7, 64])
          lanes(
            spec,
            { optimizer, ...(biasCorrection !== undefined && { biasCorrection }) },
            { convention, batchSize },
          )
    },
  )
})

describe('many steps at once', () => {
  const iris: NetworkSpec = { ...spec, layers: [4, 6, 3], activation: 'relu', dataset: { kind: 'iris' } }
  const line: NetworkSpec = {
    ...spec,
    layers: [1, 3, 2],
    activation: 'sigmoid',
    loss: 'squared',
    dataset: {
      kind: 'inline',
      x: Array.from({ length: 40 }, (_, i) => [i / 20 - 1]),
      y: Array.from({ length: 40 }, (_, i) => [i % 3, 1 - i / 40]),
    },
  }
  it('equal single steps for every end, penalty and precision', () => {
    for (const network of [spec, iris, line])
      for (const precision of ['float64', 'float32'] as const)
        for (const lambda of [0, 0.3])
          for (const batchSize of [1, 2, 33, 39])
            lanes({ ...network, precision, lambda }, { optimizer: 'momentum' }, { batchSize })
  })

  it('can be cut anywhere, with any detail, without reshuffling, and while α decays', () => {
    const decay = { kind: 'exponential', base: 0.9 } as const
    for (const detail of ['costs', 'weights', 'full'] as const)
      for (const pieces of [1, 5, 64])
        for (const batchSize of [1, 13])
          for (const optimizer of ['gd', 'adam'] as const)
            lanes(spec, { optimizer, decay }, { batchSize, reshuffle: false }, pieces, detail)
  })

  it('of one example, on layers of four or eight neurons', () => {
    for (const layers of [
      [2, 4, 1],
      [2, 8, 8, 1],
      [2, 4, 4, 4, 1],
      [2, 8, 4, 1],
    ])
      for (const activation of ['tanh', 'relu', 'sigmoid'] as const)
        for (const loss of ['crossEntropy', 'squared'] as const)
          for (const precision of ['float64', 'float32'] as const)
            for (const detail of ['costs', 'weights'] as const)
              lanes({ ...spec, layers, activation, loss, precision }, {}, { batchSize: 1 }, 1000, detail)
  })

  it('end at the same row where they diverge', () => {
    for (const precision of ['float64', 'float32'] as const)
      for (const [network, alpha] of [
        [{ ...line, activation: 'relu' }, 30],
        [{ ...iris, lambda: 40 }, 1e20],
        [spec, 1e300],
      ] as const)
        for (const batchSize of [1, 13]) {
          const change = { batchSize, runs: [{ optimizer: 'gd', alpha } as RunSpec] }
          const experiment = completed<DescentExperiment>({
            objective: { ...network, precision },
            steps: 330,
            costEvery: 300,
            ...change,
          })
          const fast = createNetwork({ ...network, precision }, 3)
          expect(outcome(experiment, fast, { detail: 'full', pieces: 1000 })).toEqual(
            outcome(experiment, createNetwork({ ...network, precision }, 3, { kernel: 'plain' }), {
              detail: 'full',
              pieces: 1000,
            }),
          )
        }
  })
})
