// The examples behind the bowl: m points xᵢ whose second moments (1/m) Σ xᵢxᵢᵀ are exactly R(φ) diag(λ₁, λ₂) R(φ)ᵀ, and
// labels yᵢ = θ*·xᵢ + nᵢ whose noise is orthogonal to both columns, so θ* is exactly the minimum. The draws depend only
// on seed and m: changing curvature, angle, label noise or mislabelled share moves the same examples.

import { stream } from '../random.ts'
import { rotation } from '../surfaces/rotation.ts'
import type { BowlSpec } from '../experiment.ts'
import { trueWeights } from './trueWeights.ts'
import { normalize, shift, subtractMultiple, sum, sumOfProducts } from './sums.ts'

export interface BowlData {
  readonly x0: Float64Array
  readonly x1: Float64Array
  readonly y: Float64Array
  readonly mislabelled: Uint8Array
}

const project = (column: Float64Array, unit: Float64Array): void =>
  subtractMultiple(column, sumOfProducts(column, unit) / column.length, unit)

/** Two orthogonal columns of mean square 1. Whitening twice leaves an error of 1e-15 instead of 1e-13. */
function whitened(m: number, seed: number): readonly [Float64Array, Float64Array] {
  const draws = stream(seed, 'examples')
  const z0 = new Float64Array(m)
  const z1 = new Float64Array(m)
  for (let i = 0; i < m; i++) {
    z0[i] = draws.normal()
    z1[i] = draws.normal()
  }
  for (let pass = 0; pass < 2; pass++) {
    normalize(z0)
    project(z1, z0)
    normalize(z1)
  }
  return [z0, z1]
}

/**
 * Noise of mean square 1, orthogonal to z0 and z1, and with mean 0 if there are enough examples (m ≥ 4). At m = 2, two
 * weights fit any labels, so the noise is 0.
 */
function orthogonalNoise(z0: Float64Array, z1: Float64Array, seed: number): Float64Array {
  const m = z0.length
  const noise = new Float64Array(m)
  if (m < 3) return noise
  const draws = stream(seed, 'labelNoise')
  for (let i = 0; i < m; i++) noise[i] = draws.normal()
  const mean0 = sum(z0) / m
  const mean1 = sum(z1) / m
  // The mean square of a column of ones after removing its components along z0 and z1.
  const ones = 1 - mean0 * mean0 - mean1 * mean1
  for (let pass = 0; pass < 3; pass++) {
    project(noise, z0)
    project(noise, z1)
    if (m > 3) {
      const factor = sum(noise) / m / ones
      shift(noise, factor)
      subtractMultiple(noise, -factor * mean0, z0)
      subtractMultiple(noise, -factor * mean1, z1)
    }
    normalize(noise)
  }
  return noise
}

/** Picks round(share·m) examples: the first ones of one shuffled order, so a larger share extends a smaller one. */
function chosen(m: number, share: number, seed: number): Uint8Array {
  const flags = new Uint8Array(m)
  const count = Math.round(share * m)
  if (count === 0) return flags
  const draws = stream(seed, 'mislabelled')
  const order = new Uint32Array(m)
  for (let i = 0; i < m; i++) order[i] = i
  for (let i = 0; i < count; i++) {
    const j = i + draws.below(m - i)
    flags[order[j]] = 1
    order[j] = order[i]
  }
  return flags
}

export function bowlData({ m, curvature, angle, labelNoise, mislabelled }: BowlSpec, seed: number): BowlData {
  const [z0, z1] = whitened(m, seed)
  const noise = orthogonalNoise(z0, z1, seed)
  const flags = chosen(m, mislabelled, seed)
  const [c, s] = rotation(angle)
  const size0 = Math.sqrt(curvature[0])
  const size1 = Math.sqrt(curvature[1])
  const [w, b] = trueWeights
  const y = noise
  for (let i = 0; i < m; i++) {
    const u = size0 * z0[i]
    const v = size1 * z1[i]
    z0[i] = c * u - s * v
    z1[i] = s * u + c * v
    const label = w * z0[i] + b * z1[i] + labelNoise * noise[i]
    y[i] = flags[i] === 1 ? -label : label
  }
  return { x0: z0, x1: z1, y, mislabelled: flags }
}
