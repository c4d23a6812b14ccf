// Theory of optimizers on a constant Hessian: limits, best settings, rates, and how far a run with noisy gradients
// wanders around the minimum. λ are the Hessian's eigenvalues, κ = λmax/λmin. A rate is the long-run factor by which
// the error shrinks per step. "Course" α refers to V = βV + (1 − β)dW: it is 1/(1 − β) times the classic (PyTorch) α of
// V = βV + dW. [P] Polyak 1964. [N] Nesterov, "Introductory lectures on convex optimization" (2004), 2.1. [L] Lessard,
// Recht & Packard, "Analysis and design of optimization algorithms via integral quadratic constraints", SIAM J. Optim.
// (2016), 2 and 4. [G] Goh, "Why momentum really works", Distill (2017). [M] Mandt, Hoffman & Blei, "Stochastic
// gradient descent as approximate Bayesian inference", JMLR (2017).

import type { Convention } from './experiment.ts'
import { fromClassic } from './alphaLimits.ts'

/** Returns the eigenvalues of [[a, b], [b, c]], ascending. */
export function eigenvaluesOf(a: number, b: number, c: number): readonly [number, number] {
  if (b === 0) return a <= c ? [a, c] : [c, a]
  const mean = 0.5 * (a + c)
  const radius = Math.sqrt(0.25 * (a - c) * (a - c) + b * b)
  // Compute the larger one first and the other from their product. Their difference would lose digits.
  const product = a * c - b * b
  return mean >= 0 ? [product / (mean + radius), mean + radius] : [mean - radius, product / (mean - radius)]
}

/** Returns the α at which both ends of the spectrum shrink equally, and the rate (κ − 1)/(κ + 1). [P] */
export function gdBest(least: number, largest: number): { readonly alpha: number; readonly rate: number } {
  return { alpha: 2 / (least + largest), rate: (largest - least) / (largest + least) }
}

/** The rate of gradient descent at any α: the larger |1 − αλ|. */
export const gdRate = (alpha: number, least: number, largest: number): number =>
  Math.max(Math.abs(1 - alpha * least), Math.abs(1 - alpha * largest))

export interface BestMomentum {
  readonly alpha: number
  readonly beta: number
  readonly rate: number
}

/** β = ((√κ − 1)/(√κ + 1))², classic α = (2/(√λmin + √λmax))², rate √β = (√κ − 1)/(√κ + 1). [P, G] */
export function momentumBest(least: number, largest: number, convention: Convention): BestMomentum {
  const low = Math.sqrt(least)
  const high = Math.sqrt(largest)
  const rate = (high - low) / (high + low)
  const step = 2 / (low + high)
  const beta = rate * rate
  return { alpha: fromClassic(step * step, beta, convention), beta, rate }
}

/** Converts an α of a convention to the classic one. */
const classic = (alpha: number, beta: number, convention: Convention): number =>
  convention === 'course' ? alpha * (1 - beta) : alpha

/** The larger root of z² − (1 + β − αλ)z + β in magnitude, over both ends of the spectrum. [P, G] */
export function momentumRate(
  alpha: number,
  beta: number,
  least: number,
  largest: number,
  convention: Convention,
): number {
  const a = classic(alpha, beta, convention)
  return Math.max(largerRoot(1 + beta - a * least, beta), largerRoot(1 + beta - a * largest, beta))
}

/** max |z| of z² − pz + q = 0, q ≥ 0. */
function largerRoot(p: number, q: number): number {
  const discriminant = p * p - 4 * q
  return discriminant < 0 ? Math.sqrt(q) : 0.5 * (Math.abs(p) + Math.sqrt(discriminant))
}

/** The κ above which momentum with this β, at its best rate √β, beats gradient descent at its best α (β = 0.9: 38). */
export function breakEvenKappa(beta: number): number {
  const rate = Math.sqrt(beta)
  return (1 + rate) / (1 - rate)
}

/**
 * The standard deviation, along a direction of curvature λ, of the cloud that stochastic gradient descent forms at
 * constant α with independently drawn batches: √(ασ²/(λ(2 − αλ)B)), where σ is the standard deviation of one example's
 * gradient along it. [M]; the variance of w := (1 − αλ)w − αξ. Infinity where gradient descent itself diverges.
 */
export function cloudOfIndependentDraws(alpha: number, lambda: number, sigma: number, B: number): number {
  const room = lambda * (2 - alpha * lambda) * B
  return room > 0 ? Math.sqrt((alpha * sigma * sigma) / room) : Infinity
}

/**
 * The same if every epoch visits each example once, as this engine does. The cloud is smaller, because the other
 * batches of an epoch pull back what one batch pulls too far. With ρ = 1 − αλ and n = m/B, the pull summed over k
 * batches has variance A(k) = α²σ²/(m − 1)·(n Σ ρ²ʲ − (Σ ρʲ)²), j < k. An epoch starts from V₀ = A(n)/(1 − ρ²ⁿ), and
 * the cloud's variance is the mean over k = 1…n of ρ²ᵏV₀ + A(k). Our derivation from sampling without replacement
 * (Cochran, "Sampling techniques", 2.4). NaN if B does not divide m, Infinity where gradient descent diverges.
 */
export function cloudOfEpochs(alpha: number, lambda: number, sigma: number, B: number, m: number): number {
  const n = m / B
  if (n !== Math.floor(n)) return NaN
  const rho = 1 - alpha * lambda
  if (!(lambda > 0 && Math.abs(rho) < 1)) return Infinity
  if (n === 1) return 0
  const unit = (alpha * alpha * sigma * sigma) / (m - 1)
  let power = 1
  let sum = 0
  let squares = 0
  let fromStart = 0
  let within = 0
  for (let k = 1; k <= n; k++) {
    sum += power
    squares += power * power
    power *= rho
    // Below this it changes no sum, and subnormal numbers are slow.
    if (power < 1e-150 && power > -1e-150) power = 0
    fromStart += power * power
    within += n * squares - sum * sum
  }
  const start = (n * squares - sum * sum) / (1 - power * power)
  return Math.sqrt((unit * (fromStart * start + within)) / n)
}
