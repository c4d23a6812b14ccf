import { describe, expect, test } from 'vitest'
import type { DescentExperiment } from '../../../engine/experiment.ts'
import { completed } from '../../../engine/validate.ts'
import { measuredSpread, predictedSpread, type Spread } from './spread.ts'

const alpha = 0.1
const base = (objective: object, more: object = {}): DescentExperiment =>
  completed({
    objective: { m: 512, ...objective },
    start: [0, 0],
    steps: 2000,
    runs: [{ optimizer: 'gd', alpha }],
    ...more,
  })
const tilted = { kind: 'quadratic', noise: 1 }

/** √(ασ²/(λ(2 − αλ)B)), written a second time. */
const independent = (lambda: number, sigma: number, B: number): number =>
  Math.sqrt((alpha * sigma ** 2) / (lambda * (2 - alpha * lambda) * B))

/** V₀ and A(k) of an epoch drawn without replacement, as sums, and the mean variance over k = 1 … n. */
function ofEpochs(lambda: number, sigma: number, B: number, m: number): number {
  const [rho, n] = [1 - alpha * lambda, m / B]
  const A = (k: number): number => {
    const powers = Array.from({ length: k }, (_, j) => rho ** j)
    const sum = powers.reduce((a, b) => a + b, 0)
    const squares = powers.reduce((a, b) => a + b * b, 0)
    return ((alpha * sigma) ** 2 / (m - 1)) * (n * squares - sum * sum)
  }
  const start = A(n) / (1 - rho ** (2 * n))
  const each = Array.from({ length: n }, (_, k) => rho ** (2 * (k + 1)) * start + A(k + 1))
  return Math.sqrt(each.reduce((a, b) => a + b, 0) / n)
}

/** One run's last 1,000 steps contain only about fifty independent places, so average over sixteen seeds. */
function overSeeds(experiment: DescentExperiment): Spread {
  const runs = Array.from({ length: 16 }, (_, i) => measuredSpread({ ...experiment, seed: i + 1 })!)
  const mean = (k: 0 | 1): number => Math.sqrt(runs.reduce((sum, run) => sum + run[k] ** 2, 0) / runs.length)
  return [mean(0), mean(1)]
}

function near([flat, steep]: Spread, [first, second]: readonly [number, number], within: number): void {
  expect(Math.abs(flat / first - 1)).toBeLessThan(within)
  expect(Math.abs(steep / second - 1)).toBeLessThan(within)
}

describe('the spread about the minimum', () => {
  test.each([
    [1, 0.225],
    [8, 0.07],
    [64, 0.0137],
    [256, 0.0032],
  ])('along λ = 1 at B = %i of m = 512 it is %f, in theory and on the run', (batchSize, sigma) => {
    const experiment = base({ ...tilted, curvature: [1, 4] }, { batchSize })
    const predicted = predictedSpread(experiment)!
    expect(predicted[0]).toBeCloseTo(sigma, batchSize > 8 ? 4 : 3)
    near(predicted, [ofEpochs(1, 1, batchSize, 512), ofEpochs(4, 1, batchSize, 512)], 1e-9)
    near(overSeeds(experiment), predicted, 0.1)
  })

  test('the flat direction comes first, on either axis and in a turned valley', () => {
    for (const curvature of [
      [1, 9],
      [9, 1],
    ]) {
      const experiment = base({ ...tilted, curvature, angle: 30 }, { batchSize: 8 })
      near(predictedSpread(experiment)!, [ofEpochs(1, 1, 8, 512), ofEpochs(9, 1, 8, 512)], 1e-9)
      near(overSeeds(experiment), predictedSpread(experiment)!, 0.1)
    }
  })

  test('if B does not divide m, or the order is kept, it is that of independent draws', () => {
    near(
      predictedSpread(base({ ...tilted, curvature: [1, 4] }, { batchSize: 7 }))!,
      [independent(1, 1, 7), independent(4, 1, 7)],
      1e-12,
    )
    near(
      predictedSpread(base({ ...tilted, curvature: [1, 4] }, { batchSize: 8, reshuffle: false }))!,
      [independent(1, 1, 8), independent(4, 1, 8)],
      1e-12,
    )
  })

  test('on a bowl of data σ is the residual’s times the root of the curvature', () => {
    const bowl = { kind: 'bowl', curvature: [1, 4], labelNoise: 0.5, m: 4096 }
    const experiment = base(bowl, { batchSize: 16 })
    near(predictedSpread(experiment)!, [ofEpochs(1, 0.5, 16, 4096), ofEpochs(4, 1, 16, 4096)], 1e-9)
    near(overSeeds(experiment), predictedSpread(experiment)!, 0.1)
  })

  test('is not given for other rules, other surfaces, or a changing α', () => {
    const momentum = { runs: [{ optimizer: 'momentum', alpha }] }
    const decay = { runs: [{ optimizer: 'gd', alpha, decay: { kind: 'inverse' } }] }
    expect(predictedSpread(base({ ...tilted, curvature: [1, 4] }, momentum))).toBeUndefined()
    expect(predictedSpread(base({ ...tilted, curvature: [1, 4] }, decay))).toBeUndefined()
    expect(predictedSpread(base({ kind: 'saddle', noise: 1 }))).toBeUndefined()
    expect(measuredSpread(base({ kind: 'saddle', noise: 1 }, { steps: 10 }))).toBeUndefined()
  })
})
