// Adam on one rotated quadratic, as someone would write it who needs nothing else: a class of plain numbers and one
// loop over a typed array. The course's convention, with ε under the root. The order of operations is the engine's, so
// all bits agree.

import { rotation } from '../../src/engine/surfaces/rotation.ts'

export interface Valley {
  readonly curvature: readonly [number, number]
  readonly angle: number
  readonly start: readonly [number, number]
  readonly alpha: number
}

/** [t, epoch, α, J^{t}, J, θ₀, θ₁, dW₀, dW₁, V₀, V₁, S₀, S₁]. */
export const rowWidth = 13

const tiny = 1e-300
const beta1 = 0.9
const beta2 = 0.999
const epsilon = 1e-8

export class AdamByHand {
  private readonly valley: Valley

  constructor(valley: Valley) {
    this.valley = valley
  }

  /** Writes rows 0 … steps. */
  advance(rows: Float64Array, steps: number): Float64Array {
    const { curvature, angle, start, alpha } = this.valley
    const [l1, l2] = curvature
    const [c, s] = rotation(angle)
    const w = Float64Array.from(start)
    const dW = new Float64Array(2)
    const V = new Float64Array(2)
    const S = new Float64Array(2)
    let power1 = 1
    let power2 = 1
    let J = 0
    for (let t = 0; t <= steps; t++) {
      const at = t * rowWidth
      let batchCost = NaN
      let rate = NaN
      if (t > 0) {
        batchCost = J
        rate = alpha
        rows[at + 7] = dW[0]
        rows[at + 8] = dW[1]
        power1 *= beta1
        if (power1 < 1e-30) power1 = 0
        power2 *= beta2
        if (power2 < 1e-30) power2 = 0
        const correction1 = 1 - power1
        const correction2 = 1 - power2
        for (let i = 0; i < 2; i++) {
          const g = dW[i]
          let v = beta1 * V[i] + (1 - beta1) * g
          if (Math.abs(v) < tiny) v = 0
          let r = beta2 * S[i] + (1 - beta2) * (g * g)
          if (Math.abs(r) < tiny) r = 0
          V[i] = v
          S[i] = r
          w[i] -= (alpha * (v / correction1)) / Math.sqrt(r / correction2 + epsilon)
        }
      } else {
        rows[at + 7] = 0
        rows[at + 8] = 0
      }
      const x = w[0]
      const y = w[1]
      const u = c * x + s * y
      const v = c * y - s * x
      J = 0.5 * (l1 * u * u + l2 * v * v)
      const gu = l1 * u
      const gv = l2 * v
      dW[0] = c * gu - s * gv
      dW[1] = s * gu + c * gv
      if (!(J <= 1e100) || !Number.isFinite(x + y)) break
      rows[at] = t
      rows[at + 1] = t === 0 ? 0 : t - 1
      rows[at + 2] = rate
      rows[at + 3] = batchCost
      rows[at + 4] = J
      rows[at + 5] = x
      rows[at + 6] = y
      rows[at + 9] = V[0]
      rows[at + 10] = V[1]
      rows[at + 11] = S[0]
      rows[at + 12] = S[1]
    }
    return rows
  }
}
