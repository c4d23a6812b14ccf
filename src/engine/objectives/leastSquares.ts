// Least squares on the user's data: J = 1/(2m) Σ (θ·xᵢ − yᵢ)² with m rows xᵢ of any length d. Rows [x, 1] make θ = (w,
// b) the line y = wx + b. Costs and gradients are direct sums in ascending order of the examples. With d = 2 the
// landscape is known (normalEquations.ts). Legendre 1805; Gauss 1809.

import type { LeastSquaresSpec } from '../experiment.ts'
import { normalEquations } from './normalEquations.ts'
import type { Batch } from './objective.ts'
import { valueOf, type ExampleColumns, type KnownObjective, type PlaneLandscape } from './plane.ts'

function landscapeOf({ x: [x0, x1], y }: ExampleColumns): PlaneLandscape {
  const full = normalEquations(x0, x1, y, [0, 0])
  const [least, largest] = full.eigenvalues
  const [w, b] = full.minimum
  // Three times the distance from the start (zero) to the minimum, at least two units wide.
  const half = Math.max(1.5 * Math.max(Math.abs(w), Math.abs(b)), 1)
  return {
    // Collinear columns give a valley without a single minimum.
    minima: least > 1e-12 * largest ? [full.minimum] : [],
    saddles: [],
    view: [w - half, w + half, b - half, b + half],
    eigenvalues: full.eigenvalues,
    value: valueOf((w) => full.evaluate(w, 1)),
    gradient: (w, out) => void full.evaluate(w, 1, out),
    hessian: (_w, out) => out.set(full.hessian),
  }
}

/** `x` has m ≥ 1 rows of equal length d ≥ 1, `y` has m numbers. */
export function leastSquares(spec: LeastSquaresSpec): KnownObjective {
  const m = spec.y.length
  const d = spec.x[0].length
  const rows = new Float64Array(m * d)
  for (let i = 0; i < m; i++) rows.set(spec.x[i], i * d)
  const y = Float64Array.from(spec.y)
  const data: ExampleColumns = {
    x: Array.from({ length: d }, (_, j) => Float64Array.from(spec.x, (row) => row[j])),
    y,
  }

  function residualOf(i: number, w: Float64Array): number {
    let fitted = 0
    for (let j = 0, k = i * d; j < d; j++, k++) fitted += w[j] * rows[k]
    return fitted - y[i]
  }

  function cost(w: Float64Array): number {
    let squares = 0
    for (let i = 0; i < m; i++) {
      const residual = residualOf(i, w)
      squares += residual * residual
    }
    return squares / (2 * m)
  }

  return {
    dimension: d,
    examples: m,
    start: new Float64Array(d),
    cost,
    batchCost(w: Float64Array, { examples, from, count, whole }: Batch, dW: Float64Array): number {
      dW.fill(0)
      let squares = 0
      for (let n = 0; n < count; n++) {
        const i = whole ? n : examples[from + n]
        const residual = residualOf(i, w)
        squares += residual * residual
        for (let j = 0, k = i * d; j < d; j++, k++) dW[j] += residual * rows[k]
      }
      for (let j = 0; j < d; j++) dW[j] /= count
      return squares / (2 * count)
    },
    data,
    landscape: d === 2 ? landscapeOf(data) : undefined,
  }
}
