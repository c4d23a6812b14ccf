import { describe, expect, test } from 'vitest'
import type { BowlSpec, ObjectiveKind, ObjectiveSpec } from '../experiment.ts'
import { stream } from '../random.ts'
import { rotation } from '../surfaces/rotation.ts'
import { eigenvaluesOf } from '../theory.ts'
import { createObjective } from './create.ts'
import { examplesOf } from './examples.ts'
import { objectives } from './index.ts'
import type { Batch } from './objective.ts'

const draws = stream(11, 'objectives.test')
const kinds = (Object.keys(objectives) as ObjectiveKind[]).filter((kind) => kind !== 'network')

/** Returns X^{1} … X^{T} of a shuffled order of m examples, each ascending. */
function batchesOf(m: number, B: number): Batch[] {
  const order = new Uint32Array(m).map((_, i) => i)
  draws.shuffle(order)
  for (let from = 0; from < m; from += B) order.subarray(from, from + B).sort()
  return Array.from({ length: Math.ceil(m / B) }, (_, t) => ({
    examples: order,
    from: t * B,
    count: Math.min(B, m - t * B),
    whole: B >= m,
  }))
}
const wholeBatch = (m: number): Batch => batchesOf(m, m)[0]

const noisy = (spec: ObjectiveSpec): ObjectiveSpec =>
  'noise' in spec ? { ...spec, noise: 0.7, scale: 3 } : spec

const bowlSpec = (fields: Partial<BowlSpec> = {}): BowlSpec => ({
  ...objectives.bowl.defaultSpec(),
  ...fields,
})

const directCost = (
  { data }: ReturnType<typeof createObjective>,
  w: ArrayLike<number>,
  scale = 1,
): number => {
  const { x, y } = data!
  let squares = 0
  for (let i = 0; i < y.length; i++) squares += (w[0] * x[0][i] + w[1] * x[1][i] - y[i]) ** 2
  return (scale * squares) / (2 * y.length)
}

describe.each(kinds)('%s', (kind) => {
  const objective = createObjective(noisy(objectives[kind].defaultSpec()), 5)
  const m = objective.examples
  const d = objective.dimension
  const points = Array.from({ length: 6 }, () => objective.start.map((value) => value + 0.4 * draws.normal()))

  test('has m in the registry, and a start of the right length', () => {
    expect(examplesOf(objectives[kind].defaultSpec())).toBe(m)
    expect(objective.start.length).toBe(d)
  })

  test('a batch of all m has no noise: its cost is the full cost, to the bit', () => {
    const dW = new Float64Array(d)
    const full = new Float64Array(d)
    for (const w of points) {
      expect(objective.batchCost(w, wholeBatch(m), dW)).toBe(objective.cost(w))
      objective.landscape?.gradient(w, full)
      dW.forEach((value, i) => expect(value).toBeCloseTo(full[i], 9))
    }
  })

  test('batch gradients agree with difference quotients of the batch cost', () => {
    const dW = new Float64Array(d)
    const other = new Float64Array(d)
    const [batch] = batchesOf(m, 8)
    for (const w of points) {
      const cost = objective.batchCost(w, batch, dW)
      for (let j = 0; j < d; j++) {
        const h = 1e-5
        const moved = w.slice()
        moved[j] += h
        const ahead = objective.batchCost(moved, batch, other)
        moved[j] -= 2 * h
        const behind = objective.batchCost(moved, batch, other)
        const size = Math.abs(cost) + Math.abs(dW[j]) + 1
        expect(Math.abs(dW[j] - (ahead - behind) / (2 * h)) / size).toBeLessThan(1e-5)
      }
    }
  })

  test.each([1, 7, 64])('the mean of an epoch of batches of %i is the full cost and gradient', (B) => {
    const dW = new Float64Array(d)
    const full = new Float64Array(d)
    for (const w of points) {
      const cost = objective.batchCost(w, wholeBatch(m), full)
      const mean = new Float64Array(d)
      let meanCost = 0
      let size = 0
      for (const batch of batchesOf(m, B)) {
        meanCost += (batch.count / m) * objective.batchCost(w, batch, dW)
        for (let j = 0; j < d; j++) mean[j] += (batch.count / m) * dW[j]
        size = Math.max(size, ...dW.map(Math.abs))
      }
      expect(Math.abs(meanCost - cost)).toBeLessThan(1e-12 * (Math.abs(cost) + size))
      for (let j = 0; j < d; j++) expect(Math.abs(mean[j] - full[j])).toBeLessThan(1e-12 * (size + 1))
    }
  })

  test('w and the batch are only read; dW is overwritten, not added to', () => {
    const [batch] = batchesOf(m, 4)
    const w = points[0].slice()
    const dW = new Float64Array(d)
    objective.batchCost(w, batch, dW)
    const again = new Float64Array(d).fill(99)
    objective.batchCost(w, batch, again)
    expect([...again]).toEqual([...dW])
    expect([...w]).toEqual([...points[0]])
  })

  test('minima of the landscape are flat, curve upwards and none nearby is lower', () => {
    const { landscape } = objective
    if (!landscape) return
    const g = new Float64Array(2)
    const H = new Float64Array(3)
    for (const minimum of landscape.minima) {
      const w = Float64Array.from(minimum)
      landscape.gradient(w, g)
      landscape.hessian(w, H)
      expect(Math.max(Math.abs(g[0]), Math.abs(g[1]))).toBeLessThan(1e-8)
      expect(eigenvaluesOf(H[0], H[1], H[2])[0]).toBeGreaterThan(0)
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
        [1, 1],
        [-1, 1],
      ]) {
        expect(landscape.value(minimum[0] + 1e-3 * dx, minimum[1] + 1e-3 * dy)).toBeGreaterThan(
          landscape.value(minimum[0], minimum[1]),
        )
      }
    }
  })
})

describe('tilted surfaces', () => {
  test.each([2, 3, 512, 4096])('m = %i: tilts sum to 0 and their deviation is the noise to 1e-12', (m) => {
    const objective = createObjective({ ...objectives.saddle.defaultSpec(), m, noise: 0.7 }, 3)
    const plain = new Float64Array(2)
    const dW = new Float64Array(2)
    const w = Float64Array.of(0, 0)
    objective.landscape!.gradient(w, plain)
    for (const j of [0, 1]) {
      let sum = 0
      let squares = 0
      for (const batch of batchesOf(m, 1)) {
        objective.batchCost(w, batch, dW)
        sum += dW[j] - plain[j]
        squares += (dW[j] - plain[j]) ** 2
      }
      expect(Math.abs(sum) / m).toBeLessThan(1e-13)
      expect(Math.abs(Math.sqrt(squares / m) - 0.7)).toBeLessThan(1e-12)
    }
  })

  test('scale multiplies J and not the tilts', () => {
    const [one, thousand] = [1, 1000].map((scale) =>
      createObjective({ ...objectives.quadratic.defaultSpec(), noise: 2, scale }, 3),
    )
    const [batch] = batchesOf(512, 1)
    const w = Float64Array.of(0, 0)
    const a = new Float64Array(2)
    const b = new Float64Array(2)
    one.batchCost(w, batch, a)
    thousand.batchCost(w, batch, b)
    expect([...a]).toEqual([...b])
    expect(thousand.cost(Float64Array.of(3, 4))).toBe(1000 * one.cost(Float64Array.of(3, 4)))
  })

  test('a single example has no tilt', () => {
    const objective = createObjective({ ...objectives.saddle.defaultSpec(), m: 1, noise: 1 }, 3)
    const dW = new Float64Array(2)
    expect(objective.batchCost(Float64Array.of(1, 1), wholeBatch(1), dW)).toBe(0.5)
  })
})

describe('the bowl', () => {
  test('its Hessian, from the data, is R diag(λ) Rᵀ to 1e-12', () => {
    for (const [curvature, angle, m] of [
      [[1, 20], 0, 512],
      [[1, 100], 45, 512],
      [[0.01, 1000], 33, 1000],
      [[7, 3], -120, 5],
      [[1, 20], 10, 2],
      [[1, 20], 10, 3],
    ] as const) {
      const { data, landscape } = createObjective(bowlSpec({ curvature, angle, m }), 9)
      const [c, s] = rotation(angle)
      const [l1, l2] = curvature
      const wanted = [l1 * c * c + l2 * s * s, (l1 - l2) * c * s, l1 * s * s + l2 * c * c]
      const [x0, x1] = data!.x
      const measured = [
        [x0, x0],
        [x0, x1],
        [x1, x1],
      ].map(([a, b]) => a.reduce((sum, value, i) => sum + value * b[i], 0) / m)
      const H = new Float64Array(3)
      landscape!.hessian(Float64Array.of(0, 0), H)
      for (const i of [0, 1, 2]) {
        expect(Math.abs(measured[i] - wanted[i])).toBeLessThan(1e-12 * Math.max(l1, l2))
        expect(Math.abs(H[i] - wanted[i])).toBeLessThan(1e-12 * Math.max(l1, l2))
      }
    }
  })

  test('without mislabelled examples the minimum is exactly (2, 0.5), of height labelNoise²/2', () => {
    for (const angle of [0, 45, 77]) {
      for (const m of [3, 4, 5, 512]) {
        const objective = createObjective(bowlSpec({ angle, m, labelNoise: 0.8, scale: 2 }), 4)
        expect(objective.landscape!.minima).toEqual([[2, 0.5]])
        expect(objective.cost(Float64Array.of(2, 0.5))).toBeCloseTo(0.64, 12)
      }
    }
    expect(createObjective(bowlSpec({ m: 2 }), 4).cost(Float64Array.of(2, 0.5))).toBeLessThan(1e-28)
  })

  test('the noise of the labels has mean 0 and deviation labelNoise', () => {
    const { data } = createObjective(bowlSpec({ labelNoise: 0.8 }), 4)
    const noise = data!.y.map((y, i) => y - 2 * data!.x[0][i] - 0.5 * data!.x[1][i])
    const mean = noise.reduce((sum, n) => sum + n, 0) / 512
    expect(Math.abs(mean)).toBeLessThan(1e-13)
    expect(Math.sqrt(noise.reduce((sum, n) => sum + (n - mean) ** 2, 0) / 512)).toBeCloseTo(0.8, 12)
  })

  test('exactly round(share·m) labels are flipped, and a larger share only adds to them', () => {
    const honest = createObjective(bowlSpec(), 4).data!
    let before = new Set<number>()
    for (const share of [0, 0.01, 0.1, 0.333, 1]) {
      const { data } = createObjective(bowlSpec({ mislabelled: share }), 4)
      const turned = new Set<number>()
      data!.y.forEach((y, i) => {
        expect(Math.abs(y)).toBe(Math.abs(honest.y[i]))
        expect(data!.mislabelled![i] === 1).toBe(y !== honest.y[i])
        if (y !== honest.y[i]) turned.add(i)
      })
      expect(turned.size).toBe(Math.round(share * 512))
      for (const i of before) expect(turned.has(i)).toBe(true)
      before = turned
    }
  })

  test('the cost from sufficient statistics equals the direct sum, near the bottom and far away', () => {
    for (const fields of [
      {},
      { mislabelled: 0.3 },
      { angle: 33, curvature: [0.1, 300] as const, mislabelled: 0.05 },
      { labelNoise: 0 },
    ]) {
      const objective = createObjective(bowlSpec({ ...fields, scale: 3 }), 8)
      const [bottom] = objective.landscape!.minima
      for (const distance of [0, 1e-9, 1e-4, 1, 1e4]) {
        for (let n = 0; n < 4; n++) {
          const w = Float64Array.from(bottom, (value) => value + distance * draws.normal())
          const direct = directCost(objective, w, 3)
          // A residual carries a rounding error of θ·x. The tolerance is its effect on the direct sum, by way of √J.
          expect(Math.abs(objective.cost(w) - direct)).toBeLessThanOrEqual(
            1e-12 * direct + 1e-14 * Math.sqrt(direct) + 1e-28,
          )
        }
      }
    }
  })

  test('turning the valley rotates the same examples', () => {
    const straight = createObjective(bowlSpec(), 8).data!
    const turned = createObjective(bowlSpec({ angle: 30 }), 8).data!
    const [c, s] = rotation(30)
    for (let i = 0; i < 512; i++) {
      expect(c * turned.x[0][i] + s * turned.x[1][i]).toBeCloseTo(straight.x[0][i], 12)
      expect(c * turned.x[1][i] - s * turned.x[0][i]).toBeCloseTo(straight.x[1][i], 12)
    }
  })

  test('another seed, other examples; the same seed, the same bytes', () => {
    const y = (seed: number): number[] => [...createObjective(bowlSpec(), seed).data!.y]
    expect(y(1)).toEqual(y(1))
    expect(y(1)).not.toEqual(y(2))
  })
})

describe('least squares', () => {
  test('any number of columns; direct sums', () => {
    const objective = createObjective(
      {
        kind: 'leastSquares',
        x: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        y: [1, -1],
      },
      1,
    )
    const w = Float64Array.of(1, 0, -1)
    const dW = new Float64Array(3)
    expect(objective.dimension).toBe(3)
    expect(objective.cost(w)).toBe((9 + 1) / 4)
    objective.batchCost(w, wholeBatch(2), dW)
    expect([...dW]).toEqual([(-3 * 1 - 4) / 2, (-3 * 2 - 5) / 2, (-3 * 3 - 6) / 2])
    expect(objective.landscape).toBeUndefined()
  })

  test('two columns: the landscape agrees with the direct sums', () => {
    const objective = createObjective(objectives.leastSquares.defaultSpec(), 1)
    const { landscape } = objective
    for (const w of [
      Float64Array.of(0, 0),
      Float64Array.of(3, -8),
      Float64Array.from(landscape!.minima[0]),
    ]) {
      expect(landscape!.value(w[0], w[1])).toBeCloseTo(objective.cost(w), 12)
    }
    expect(landscape!.minima[0][0]).toBeCloseTo(0.8, 0)
    expect(landscape!.minima[0][1]).toBeCloseTo(1, 0)
  })

  test('collinear and empty columns have no single bottom, and no NaN', () => {
    for (const x of [
      [
        [1, 2],
        [2, 4],
      ],
      [
        [0, 1],
        [0, 2],
      ],
      [
        [0, 0],
        [0, 0],
      ],
    ]) {
      const { landscape } = createObjective({ kind: 'leastSquares', x, y: [1, 3] }, 1)
      expect(landscape!.minima).toEqual([])
      expect(landscape!.view.every(Number.isFinite)).toBe(true)
      expect(landscape!.value(1, 1)).toBeCloseTo(
        ((x[0][0] + x[0][1] - 1) ** 2 + (x[1][0] + x[1][1] - 3) ** 2) / 4,
        12,
      )
    }
  })
})
