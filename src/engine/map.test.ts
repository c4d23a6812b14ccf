// Law: a cell computed in lockstep has the bits of the engine's single run, for every optimizer on every surface that
// has a lockstep form, in both conventions, with and without noise, decay and bias correction.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapExperiment } from './experiment.ts'
import { cellColumn, cellExperiment, cellsOf, cellWidth, Sweep } from './map.ts'
import { optimizers, type OptimizerKey } from './optimizers/index.ts'
import { column } from './row.ts'
import { Run } from './run.ts'
import { validate } from './validate.ts'
import { surfaces as plainSurfaces } from './surfaces/index.ts'

const log = (parameter: string, from: number, to: number, count: number) => ({
  parameter,
  from,
  to,
  count,
  scale: 'log',
})

const withCurvature = (objective: object): object =>
  'kind' in objective && objective.kind === 'quadratic' ? { curvature: [1, 20], ...objective } : objective

function mapOf(
  optimizer: OptimizerKey,
  objective: object,
  base: object = {},
  run: object = {},
  more: object = {},
): MapExperiment {
  const { alpha, hyperparameters } = optimizers[optimizer]
  const own = Object.keys(hyperparameters)[0]
  const result = validate({
    version: 1,
    lab: 'map',
    base: { objective: withCurvature(objective), steps: 60, runs: [{ optimizer, alpha, ...run }], ...base },
    x: log('alpha', alpha / 100, alpha * 30, 9),
    y: own
      ? { parameter: own, from: 0.001, to: 0.98, count: 8, scale: 'linear' }
      : { parameter: 'batchSize', from: 1, to: 16, count: 8, scale: 'log' },
    measure: 'steps',
    target: 2,
    ...more,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.experiment as MapExperiment
}

/** Compares every cell with the sweep's result for all cells at once, requested in shuffled order. */
function expectSame(map: MapExperiment, inLockstep = true): void {
  const sweep = new Sweep(map)
  expect(sweep.inLockstep).toBe(inLockstep)
  const cell = cellsOf(map)
  const count = map.x.count * map.y.count
  const order = Array.from({ length: count }, (_, n) => (n * 7) % count)
  const values = sweep.compute(order)
  order.forEach((number, n) => {
    const { steps, cost, diverged } = cell(number % map.x.count, Math.floor(number / map.x.count))
    const at = n * cellWidth
    expect([...values.subarray(at, at + 3)], `cell ${number}`).toEqual([steps, cost, diverged])
  })
}

const keys = Object.keys(optimizers) as OptimizerKey[]
const surfaces = ['quadratic', 'bowl', ...Object.keys(plainSurfaces)]

describe('lockstep', () => {
  describe.each(keys)('%s', (optimizer) => {
    it.each(surfaces)('has the bits of single runs on %s', (kind) => {
      const turned = kind === 'quadratic' || kind === 'bowl' ? { angle: 25 } : {}
      expectSame(mapOf(optimizer, { kind, m: 16, scale: 0.7, ...turned }))
      expectSame(mapOf(optimizer, { kind, m: 16 }, { convention: 'pytorch' }))
    })
    it('has them with noisy batches, decay and several seeds', () => {
      const decay = { decay: { kind: 'inverse', rate: 0.1 } }
      expectSame(mapOf(optimizer, { kind: 'quadratic', m: 16, noise: 2 }, { batchSize: 5 }, decay))
      expectSame(mapOf(optimizer, { kind: 'bowl', m: 16 }, { batchSize: 3 }, decay, { seeds: 3 }))
    })
    it('has them with a parameter at rest, and with ε = 0', () => {
      const run = 'epsilon' in optimizers[optimizer].hyperparameters ? { epsilon: 0 } : {}
      expectSame(mapOf(optimizer, { kind: 'quadratic' }, { start: [3, 0], steps: 400 }, run))
    })
  })

  it.each(['momentum', 'rmsprop', 'adam'] as const)('switches the bias correction of %s', (optimizer) => {
    const run = { biasCorrection: optimizer !== 'adam' }
    expectSame(mapOf(optimizer, { kind: 'quadratic' }, { steps: 900 }, run))
    expectSame(mapOf(optimizer, { kind: 'bowl' }, { convention: 'pytorch' }, run))
  })
  it('takes curvature, batch size and decay rate as axes', () => {
    const decay = { decay: { kind: 'inverse', rate: 1 } }
    const axes = [log('curvature', 1, 300, 5), log('batchSize', 1, 16, 4), log('decay.rate', 0.01, 1, 4)]
    for (const objective of [
      { kind: 'bowl', m: 16 },
      { kind: 'quadratic', m: 16, noise: 1 },
    ])
      for (const [x, y] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ])
        expectSame(
          mapOf('momentum', objective, { batchSize: 4 }, decay, { x: axes[x], y: axes[y], seeds: 2 }),
        )
  })
  it('has the bits of a decay that waits, even if its rate or the batch size is an axis', () => {
    const decay = { decay: { kind: 'inverse', rate: 1, every: 3 } }
    for (const y of [log('decay.rate', 0.01, 1, 4), log('batchSize', 1, 16, 4)]) {
      expectSame(mapOf('gd', { kind: 'quadratic', m: 16 }, {}, decay, { y }))
      expectSame(mapOf('adam', { kind: 'bowl', m: 16 }, { batchSize: 5 }, decay, { y, seeds: 2 }))
    }
  })
  it('computes only costs', () => {
    expectSame(
      mapOf('gd', { kind: 'rosenbrock' }, { steps: 500 }, {}, { measure: 'cost', target: undefined }),
    )
    expectSame(mapOf('gd', { kind: 'quadratic' }, { steps: 0 }))
  })
  // A finished lane is replaced by a copy of a neighbor that goes on.
  it.each(['gd', 'momentum', 'rmsprop', 'adam'] as const)('has the bits of any run of %s', (optimizer) => {
    const { alpha, hyperparameters } = optimizers[optimizer]
    const beta = Object.keys(hyperparameters)[0]
    const cases = fc.record({
      kind: fc.constantFrom(...surfaces),
      convention: fc.constantFrom('course', 'pytorch'),
      scale: fc.constantFrom(1, 0.3, 1e-200, 1e98),
      steps: fc.integer({ min: 0, max: 700 }),
      start: fc.tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(0, 1, -3.5, 40)),
      seeds: fc.integer({ min: 1, max: 2 }),
      target: fc.constantFrom(undefined, 0, 1e-12, 0.5, 30, 1e90),
      reach: fc.constantFrom(1, 30, 3000),
      low: fc.constantFrom(0, 0.5, 0.98),
    })
    fc.assert(
      fc.property(cases, ({ kind, convention, scale, steps, start, seeds, target, reach, low }) =>
        expectSame(
          mapOf(
            optimizer,
            { kind, m: 4, scale },
            { convention, steps, start },
            {},
            {
              x: log('alpha', alpha / 100, alpha * reach, 13),
              y: beta
                ? { parameter: beta, from: low, to: 0.999, count: 7, scale: 'linear' }
                : { parameter: 'batchSize', from: 4, to: 4, count: 7, scale: 'linear' },
              seeds,
              measure: target === undefined ? 'cost' : 'steps',
              target,
            },
          ),
        ),
      ),
      { numRuns: 120, seed: 7 },
    )
  })
  it('takes typed formulas, every decay, and own rules with their parameters', () => {
    const source = 'x^2 + 3*sin(y)^2 + exp(-x*y) + tanh(x)*cos(3*y) + log(1 + x^2)/7 + abs(x)^1.5'
    expectSame(mapOf('adam', { kind: 'expression', source, m: 9, noise: 0.1 }, { batchSize: 4 }))
    for (const kind of ['exponential', 'staircase', 'cosine', 'warmup', 'oneCycle', 'inverseSqrt'])
      expectSame(mapOf('momentum', { kind: 'bowl', m: 12 }, { batchSize: 5 }, { decay: { kind } }))
    const rule =
      'parameter c = 0.5\nV = c*V + dW/(1 + epoch)\nu = norm(dW) + sum(w) + mean(V) + n + J\nw = w - alpha*V/max(u, c^t)'
    const y = { parameter: 'parameters.c', from: 0, to: 0.9, count: 8, scale: 'linear' }
    expectSame(mapOf('rule', { kind: 'rosenbrock' }, {}, { rule }, { y }))
    expectSame(mapOf('rule', { kind: 'bowl', m: 12 }, { batchSize: 5 }, { rule }, { y, seeds: 2 }))
  })
  it('keeps a small power if it is also read directly', () => {
    const rule = 'parameter c = 0.5\nw = w - alpha*dW/(1 - c^t) + c^t'
    const y = { parameter: 'parameters.c', from: 0.1, to: 0.9, count: 8, scale: 'linear' }
    const x = log('alpha', 0.01, 0.2, 9)
    expectSame(mapOf('rule', { kind: 'quadratic', curvature: [1, 4] }, { steps: 700 }, { rule }, { x, y }))
  })
  it('leaves the rest to single runs', () => {
    const cost = { measure: 'cost', target: undefined }
    expectSame(mapOf('gd', { kind: 'quadratic' }, { costEvery: 7 }, {}, cost), false)
    const line = {
      kind: 'leastSquares',
      x: [
        [1, 1],
        [2, 1],
        [3, 1],
      ],
      y: [1, 2, 2],
    }
    expectSame(
      mapOf('gd', line, {}, {}, { y: { parameter: 'batchSize', from: 1, to: 3, count: 8, scale: 'log' } }),
      false,
    )
  })
})

describe('a cell', () => {
  it('equals the last row of the single run that its experiment describes', () => {
    const map = mapOf('adam', { kind: 'bowl', m: 64 }, { batchSize: 8 })
    const values = new Sweep(map).compute([13])
    const run = new Run(cellExperiment(map, 13 % 9, 1), 0, { detail: 'costs' })
    const rows = new Float64Array(run.width * (run.steps + 1))
    const written = run.advance(rows, run.steps + 1)
    expect(values[cellColumn.cost]).toBe(rows[(written - 1) * run.width + column.cost])
  })
  it('keeps its bits however the map is divided', () => {
    const map = mapOf('rmsprop', { kind: 'bowl', m: 64 }, { batchSize: 8 }, {}, { seeds: 2 })
    const whole = new Sweep(map).compute(Array.from({ length: 72 }, (_, n) => n))
    const sweep = new Sweep(map)
    for (let n = 71; n >= 0; n--)
      expect(sweep.compute([n])).toEqual(whole.slice(n * cellWidth, (n + 1) * cellWidth))
  })
})
