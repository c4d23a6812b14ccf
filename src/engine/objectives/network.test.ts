import { describe, expect, it } from 'vitest'
import { Batches } from '../batches.ts'
import type { Activation, DatasetSpec, Loss, NetworkSpec } from '../experiment.ts'
import { stream } from '../random.ts'
import { classOf } from './network/view.ts'
import { createNetwork, prepare, type NetworkObjective } from './network.ts'
import type { Batch } from './objective.ts'

interface Shape {
  layers: number[]
  activation: Activation
  loss: Loss
  lambda?: number
}

const shapes: Shape[] = [
  { layers: [2, 1], activation: 'tanh', loss: 'crossEntropy' },
  { layers: [2, 4, 1], activation: 'tanh', loss: 'crossEntropy', lambda: 0.7 },
  { layers: [2, 8, 8, 1], activation: 'tanh', loss: 'crossEntropy' },
  { layers: [2, 5, 3, 1], activation: 'relu', loss: 'crossEntropy', lambda: 0.1 },
  { layers: [3, 7, 1], activation: 'sigmoid', loss: 'crossEntropy' },
  { layers: [4, 8, 3], activation: 'tanh', loss: 'crossEntropy', lambda: 2 },
  { layers: [2, 6, 5, 4, 9], activation: 'relu', loss: 'crossEntropy' },
  { layers: [1, 3, 2, 2], activation: 'sigmoid', loss: 'crossEntropy' },
  { layers: [1, 8, 1], activation: 'tanh', loss: 'squared', lambda: 0.3 },
  { layers: [11, 13, 12, 1], activation: 'tanh', loss: 'crossEntropy' },
  { layers: [5, 1, 9, 3], activation: 'sigmoid', loss: 'squared' },
  { layers: [2, 3, 3, 3, 3, 3, 3, 3, 2], activation: 'relu', loss: 'squared', lambda: 1 },
]
const named = (shape: Shape) =>
  `${shape.layers.join('-')} ${shape.activation} ${shape.loss} λ ${shape.lambda ?? 0}`

function inline(shape: Shape, m: number): DatasetSpec {
  const draws = stream(7, 'test data')
  const outputs = shape.layers[shape.layers.length - 1]
  const x = Array.from({ length: m }, () => Array.from({ length: shape.layers[0] }, () => draws.normal()))
  const y = Array.from({ length: m }, () =>
    shape.loss === 'squared'
      ? Array.from({ length: outputs }, () => draws.normal())
      : draws.below(Math.max(2, outputs)),
  )
  return { kind: 'inline', x, y }
}
const specOf = (shape: Shape, m: number, precision: NetworkSpec['precision'] = 'float64'): NetworkSpec => ({
  kind: 'network',
  lambda: 0,
  ...shape,
  dataset: inline(shape, m),
  precision,
})

/** Returns nonzero weights and biases. */
function someWeights(network: NetworkObjective): Float64Array {
  const draws = stream(3, 'test weights')
  return network.start.map((w) => (w === 0 ? 0.3 * draws.normal() : w))
}
const batchOf = (examples: number[]): Batch => ({
  examples: Uint32Array.from(examples),
  from: 0,
  count: examples.length,
  whole: false,
})

/** Computes J^{t} with independent textbook code: nested arrays, Math.exp, one example after the other. */
function naiveCost(spec: NetworkSpec, w: Float64Array, examples: readonly number[]): number {
  const { x, y } = spec.dataset as Extract<DatasetSpec, { kind: 'inline' }>
  let total = 0
  let squares = 0
  for (const i of examples) {
    let a: readonly number[] = x[i]
    let at = 0
    squares = 0
    spec.layers.slice(1).forEach((n, index) => {
      const columns = a.length
      const z = Array.from({ length: n }, (_, j) => {
        let sum = w[at + n * columns + j]
        for (let k = 0; k < columns; k++) {
          sum += w[at + j * columns + k] * a[k]
          squares += w[at + j * columns + k] ** 2
        }
        return sum
      })
      at += n * (columns + 1)
      const last = index === spec.layers.length - 2
      a = z.map((v) =>
        last
          ? v
          : spec.activation === 'tanh'
            ? Math.tanh(v)
            : spec.activation === 'relu'
              ? Math.max(0, v)
              : 1 / (1 + Math.exp(-v)),
      )
    })
    if (spec.loss === 'squared') {
      const target = [y[i]].flat()
      total += a.reduce((sum, v, j) => sum + (v - target[j]) ** 2 / 2, 0)
    } else if (a.length === 1) {
      const p = 1 / (1 + Math.exp(-a[0]))
      total -= y[i] === 1 ? Math.log(p) : Math.log(1 - p)
    } else {
      const sum = a.reduce((s, v) => s + Math.exp(v), 0)
      total -= Math.log(Math.exp(a[y[i] as number]) / sum)
    }
  }
  return total / examples.length + (spec.lambda / (2 * examples.length)) * squares
}

describe.each(shapes.map((shape) => [named(shape), shape] as const))('%s', (_, shape) => {
  it('has the cost of independent textbook code, over a batch and over all', () => {
    const spec = specOf(shape, 23)
    const network = createNetwork(spec, 1)
    const w = someWeights(network)
    const dW = new Float64Array(network.dimension)
    const some = [0, 3, 4, 9, 11, 17, 22]
    expect(network.batchCost(w, batchOf(some), dW)).toBeCloseTo(naiveCost(spec, w, some), 12)
    const all = Array.from({ length: 23 }, (__, i) => i)
    expect(network.cost(w)).toBeCloseTo(naiveCost(spec, w, all), 12)
  })

  it('has the gradient of difference quotients', () => {
    const spec = specOf(shape, 37)
    const network = createNetwork(spec, 1)
    const w = someWeights(network)
    const dW = new Float64Array(network.dimension)
    const unused = new Float64Array(network.dimension)
    const batch = batchOf([1, 2, 5, 8, 13, 21, 34, 36, 35, 30, 31].sort((a, b) => a - b))
    network.batchCost(w, batch, dW)
    const h = 1e-6
    for (let i = 0; i < w.length; i++) {
      const kept = w[i]
      w[i] = kept + h
      const above = network.batchCost(w, batch, unused)
      w[i] = kept - h
      const below = network.batchCost(w, batch, unused)
      w[i] = kept
      expect(dW[i]).toBeCloseTo((above - below) / (2 * h), 7)
    }
  })

  it('has the cost and the gradient of doubles in float32, but for rounding', () => {
    const [double, single] = (['float64', 'float32'] as const).map((precision) => {
      const network = createNetwork(specOf(shape, 40, precision), 1)
      const dW = new Float64Array(network.dimension)
      return [network.batchCost(someWeights(network), batchOf([0, 3, 7, 20, 39]), dW), ...dW]
    })
    for (let i = 0; i < double.length; i++)
      expect(Math.abs(single[i] - double[i])).toBeLessThan(4e-6 * (1 + Math.abs(double[i])))
  })

  it.each(['float64', 'float32'] as const)('gives the same bits from both kernels, %s', (precision) => {
    for (const m of [1, 2, 3, 5, 31, 32, 33, 64, 65, 97, 4101]) {
      const spec = specOf(shape, m, precision)
      const fast = createNetwork(spec, 1)
      const plain = createNetwork(spec, 1, { kernel: 'plain' })
      expect([fast.fast, plain.fast]).toEqual([true, false])
      const w = someWeights(fast)
      const dW = new Float64Array(w.length)
      const dW2 = new Float64Array(w.length)
      const sizes = m > 4000 ? [m, 100] : [1, 2, 3, 7, 33, m].filter((size) => size <= m)
      for (const size of sizes) {
        const batches = new Batches(5, m, size, true)
        for (let t = 1; t <= Math.min(2, batches.stepsPerEpoch); t++) {
          const batch = batches.batchOf(t)
          expect(fast.batchCost(w, batch, dW)).toBe(plain.batchCost(w, batch, dW2))
          expect(new Uint8Array(dW.buffer)).toEqual(new Uint8Array(dW2.buffer))
        }
      }
      expect(fast.cost(w)).toBe(fast.batchCost(w, new Batches(5, m, m, true).batchOf(1), dW))
    }
  })
})

describe('huge numbers', () => {
  const scaled = (shape: Shape, factor: number) => {
    const network = createNetwork(specOf(shape, 40), 1)
    const w = someWeights(network).map((value) => value * factor)
    const dW = new Float64Array(w.length)
    const J = network.batchCost(w, batchOf([0, 1, 5, 30]), dW)
    return { J, dW }
  }
  it.each([1e3, 1e8, 1e150])('logits of about %d have finite losses and gradients', (factor) => {
    for (const shape of [
      { layers: [2, 1], activation: 'tanh', loss: 'crossEntropy' },
      { layers: [2, 4], activation: 'tanh', loss: 'crossEntropy' },
      { layers: [2, 6, 3], activation: 'sigmoid', loss: 'crossEntropy' },
    ] satisfies Shape[]) {
      const { J, dW } = scaled(shape, factor)
      expect(Number.isFinite(J)).toBe(true)
      expect(J).toBeGreaterThan(0)
      expect(dW.every(Number.isFinite)).toBe(true)
    }
  })

  it('a network that overflowed says so, on both kernels', () => {
    for (const kernel of [undefined, 'plain'] as const) {
      const network = createNetwork(specOf(shapes[2], 40), 1, { kernel })
      const w = network.start.slice()
      w[3] = NaN
      expect(network.cost(w)).toBeNaN()
    }
  })
})

describe('passes', () => {
  const spec: NetworkSpec = {
    ...specOf(shapes[2], 1),
    dataset: { kind: 'moons', m: 10_000, noise: 0.1, mislabelled: 0.1 },
    lambda: 0.5,
  }
  const network = createNetwork(spec, 1)
  it('give the same bits in any chunks, side by side, and while other batches are requested', () => {
    const w = network.start
    const [a, b, c] = [0, 1, 2].map(() => new Float64Array(w.length))
    const whole = new Batches(1, 10_000, 10_000, true).batchOf(1)
    const J = network.batchCost(w, whole, a)
    const one = network.pass(w, whole, b)
    const two = network.pass(w, undefined, undefined)
    let pieces = 0
    for (let done = false; !done; pieces++) {
      done = one.advance(1)
      two.advance(3000)
      network.batchCost(w, batchOf([4, 5, 6]), c)
    }
    expect(pieces).toBe(3)
    expect([one.finish(), two.finish(), network.cost(w)]).toEqual([J, J, J])
    expect(b).toEqual(a)
  })

  it('use data that are generated elsewhere', () => {
    const generation = prepare(spec, 1)
    while (generation.advance(999) < 1);
    expect(createNetwork(spec, 1, { generation }).cost(network.start)).toBe(network.cost(network.start))
  })
})

describe('the view', () => {
  const spec: NetworkSpec = { ...specOf(shapes[5], 1), dataset: { kind: 'iris' }, lambda: 0 }
  const network = createNetwork(spec, 1)
  const { view, dataset } = network
  const w = someWeights(network)

  it('adds the losses of a batch up to J^{t}', () => {
    const batch = new Batches(1, 150, 64, true).batchOf(2)
    const losses = new Float64Array(64)
    view.losses(w, batch, losses)
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / 64
    expect(mean).toBeCloseTo(network.batchCost(w, batch, new Float64Array(w.length)), 13)
  })

  it('evaluates the set in pieces', () => {
    const whole = view.score(w, 0, 150)
    const pieces = [view.score(w, 0, 70), view.score(w, 70, 150)]
    expect(pieces[0].correct + pieces[1].correct).toBe(whole.correct)
    expect(whole.loss / 150).toBeCloseTo(network.cost(w), 13)
    const guesses = new Float64Array(450)
    view.outputsAt(w, Float64Array.from(dataset.x), guesses)
    const right = Array.from({ length: 150 }, (_, i) => classOf(guesses.subarray(3 * i, 3 * i + 3)))
    expect(right.filter((label, i) => label === dataset.y[i])).toHaveLength(whole.correct)
    expect(guesses.reduce((sum, p) => sum + p, 0)).toBeCloseTo(150, 10)
  })

  it('has a grid whose cells are the outputs at their centers', () => {
    const grid = new Float64Array(3 * 5 * 4)
    view.grid(w, { axes: [2, 0], range: [-1, 1, -2, 2], columns: 5, rows: 4, base: [9, 0.5, 9, 1] }, grid)
    const one = new Float64Array(3)
    view.outputsAt(w, Float64Array.of(1.5, 0.5, -0.4, 1), one)
    expect([...grid.subarray(3 * (3 * 5 + 1), 3 * (3 * 5 + 2))]).toEqual([...one])
  })

  it('counts the bytes of a batch', () => {
    expect(view.bytes(64)).toBe(64 * 4 * 8)
  })
})
