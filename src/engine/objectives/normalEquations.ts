// The full cost of least squares with two weights, J(θ) = 1/(2m) Σ (θ·xᵢ − yᵢ)², from sums taken once over the data: J
// = J(θref) + g·δ + ½‖Lᵀδ‖², δ = θ − θref, where LLᵀ = H = (1/m) Σ xᵢxᵢᵀ. θref is the minimizer, so g is a rounding
// error and nothing cancels. It equals the direct sum to 1e-12 and takes a dozen operations instead of 6m, so a run of
// a million steps on m = 100,000 examples can show J at every step. L comes from a QR decomposition of the data's
// columns, because forming H loses its small eigenvalue when κ is large. Golub & Van Loan, "Matrix computations", 5.3.

import type { SurfaceSource } from '../language/surfaceProgram.ts'
import { sum, sumOfProducts } from './sums.ts'

export interface NormalEquations {
  /** The minimizer, or one of them if H is singular. */
  readonly minimum: readonly [number, number]
  /** H as ∂²/∂x², ∂²/∂x∂y, ∂²/∂y². */
  readonly hessian: readonly [number, number, number]
  /** Ascending. */
  readonly eigenvalues: readonly [number, number]
  /** The constants read by `evaluate`: θref, g, the entries of L (00, 10, 11) and J(θref). */
  readonly constants: readonly number[]
  /** Returns J(θ) times `scale` and writes its gradient to dW if given. The only definition of the full cost. */
  evaluate(w: Float64Array, scale: number, dW?: Float64Array): number
}

/** J from its constants, in the language of doc/rule.md. `evaluate` gives the same bits. */
const [d0, d1] = ['(x - u0)', '(y - u1)']
const [p, q] = [`(l00*${d0} + l10*${d1})`, `(l11*${d1})`]
export const normalSource: SurfaceSource = {
  value: `least + (g0*${d0} + g1*${d1}) + 0.5*(${p}^2 + ${q}^2)`,
  gradient: [`g0 + l00*${p}`, `g1 + l10*${p} + l11*${q}`],
  constants: ['u0', 'u1', 'g0', 'g1', 'l00', 'l10', 'l11', 'least'],
}

/** Keeps `guess` to the bit if it is the minimizer up to rounding. */
export function normalEquations(
  x0: Float64Array,
  x1: Float64Array,
  y: Float64Array,
  guess: readonly [number, number],
): NormalEquations {
  const m = y.length
  const a = sumOfProducts(x0, x0) / m
  const b = sumOfProducts(x0, x1) / m
  const c = sumOfProducts(x1, x1) / m
  const share = a > 0 ? b / a : 0
  const rest = new Float64Array(m)
  for (let i = 0; i < m; i++) rest[i] = x1[i] - share * x0[i]
  const lower00 = Math.sqrt(a)
  const lower10 = share * lower00
  const lower11 = Math.sqrt(sumOfProducts(rest, rest) / m)

  const residual = rest
  let [ref0, ref1] = guess
  let g0 = 0
  let g1 = 0
  const measure = (): void => {
    for (let i = 0; i < m; i++) residual[i] = ref0 * x0[i] + ref1 * x1[i] - y[i]
    g0 = sumOfProducts(x0, residual) / m
    g1 = sumOfProducts(x1, residual) / m
  }
  // Newton's step solves a quadratic at once. A second step removes the first one's rounding error.
  for (let pass = 0; pass < 2; pass++) {
    measure()
    const p = lower00 > 0 ? -g0 / lower00 : 0
    const q = lower11 > 0 ? (-g1 - lower10 * p) / lower11 : 0
    const step1 = lower11 > 0 ? q / lower11 : 0
    const step0 = lower00 > 0 ? (p - lower10 * step1) / lower00 : 0
    const size = Math.max(Math.abs(ref0), Math.abs(ref1), 1)
    if (Math.max(Math.abs(step0), Math.abs(step1)) <= 1e-13 * size) break
    ref0 += step0
    ref1 += step1
  }
  measure()
  for (let i = 0; i < m; i++) residual[i] *= residual[i]
  const least = sum(residual) / (2 * m)

  // Constants from here on, because the closures below are the inner loop of every run.
  const bottom0 = ref0
  const bottom1 = ref1
  const rest0 = g0
  const rest1 = g1
  const half = 0.5 * (a + c)
  const largest = half + Math.sqrt(0.25 * (a - c) * (a - c) + b * b)
  const root = lower00 * lower11
  return {
    minimum: [bottom0, bottom1],
    hessian: [a, b, c],
    constants: [bottom0, bottom1, rest0, rest1, lower00, lower10, lower11, least],
    eigenvalues: [largest > 0 ? (root * root) / largest : 0, largest],
    evaluate(w, scale, dW) {
      const d0 = w[0] - bottom0
      const d1 = w[1] - bottom1
      const p = lower00 * d0 + lower10 * d1
      const q = lower11 * d1
      if (dW) {
        dW[0] = scale * (rest0 + lower00 * p)
        dW[1] = scale * (rest1 + lower10 * p + lower11 * q)
      }
      return scale * (least + (rest0 * d0 + rest1 * d1) + 0.5 * (p * p + q * q))
    },
  }
}
