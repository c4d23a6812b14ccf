// The default objective: least squares over m generated examples, J = c/(2m) Σ (θ·xᵢ − yᵢ)², whose Hessian is exactly
// c·R(φ) diag(λ₁, λ₂) R(φ)ᵀ. The valley is the quadratic one, and mini-batch gradients are gradients of real batches.
// Without mislabelled examples the minimum is (2, 0.5), with height c·labelNoise²/2.

import type { BowlSpec } from '../experiment.ts'
import { bowlData } from './bowlData.ts'
import { trueWeights } from './trueWeights.ts'
import { normalEquations, normalSource } from './normalEquations.ts'
import type { Batch } from './objective.ts'
import { valueOf, type KnownObjective } from './plane.ts'
import { scaled } from './tilted.ts'

export function bowl(spec: BowlSpec, seed: number): KnownObjective {
  const { m, scale, curvature } = spec
  const { x0, x1, y, mislabelled } = bowlData(spec, seed)
  const full = normalEquations(x0, x1, y, trueWeights)
  const [least, largest] = curvature[0] <= curvature[1] ? curvature : [curvature[1], curvature[0]]
  const [w, b] = trueWeights

  const cost = (w: Float64Array): number => full.evaluate(w, scale)

  return {
    dimension: 2,
    examples: m,
    // The start of the quadratic valley, (−9, 1.5), relative to this bowl's minimum.
    start: Float64Array.of(w - 9, b + 1.5),
    cost,
    batchCost(w: Float64Array, batch: Batch, dW: Float64Array): number {
      if (batch.whole) return full.evaluate(w, scale, dW)
      const { examples, from, count } = batch
      const w0 = w[0]
      const w1 = w[1]
      let squares = 0
      let sum0 = 0
      let sum1 = 0
      for (let k = from; k < from + count; k++) {
        const i = examples[k]
        const residual = w0 * x0[i] + w1 * x1[i] - y[i]
        squares += residual * residual
        sum0 += residual * x0[i]
        sum1 += residual * x1[i]
      }
      dW[0] = (scale * sum0) / count
      dW[1] = (scale * sum1) / count
      return (scale * squares) / (2 * count)
    },
    plane: {
      source: normalSource,
      constants: full.constants,
      walled: true,
      scale,
      batches: 'examples',
      noise: 0,
      columns: [x0, x1, y],
    },
    data: { x: [x0, x1], y, mislabelled },
    landscape: {
      minima: scale > 0 ? [full.minimum] : [],
      saddles: [],
      view: [w - 11, w + 5, b - 4, b + 4],
      eigenvalues: scaled([least, largest], scale),
      value: valueOf(cost),
      gradient: (w, out) => void full.evaluate(w, scale, out),
      hessian(_w, out) {
        for (let i = 0; i < 3; i++) out[i] = scale * full.hessian[i]
      },
    },
  }
}
