// Theory at every point of a map with a constant Hessian and a linear rule: the α limit, the best settings, critical
// damping, and the eigenvalues of the matrix that each step multiplies the error by. Where no theory applies it returns
// the reason. Sources are in theory.ts.

import { power } from './exact.ts'
import type { DescentExperiment } from './experiment.ts'
import { optimizerOf, settingsOf } from './optimizers/index.ts'
import type { LinearRule } from './optimizers/optimizer.ts'
import { gdLimit, momentumLimit, nesterovLimit } from './alphaLimits.ts'

/** Why no theory applies. */
export type Silence = 'objective' | 'optimizer' | 'correction' | 'decay' | 'flat'

/** Returns undefined if theory applies to the run. `eigenvalues`: those of the Hessian, if it is constant. */
export function silenceOf(
  base: DescentExperiment,
  eigenvalues: readonly [number, number] | undefined,
): Silence | undefined {
  const run = base.runs[0]
  if (!eigenvalues) return 'objective'
  if (!(eigenvalues[0] > 0)) return 'flat'
  if (!optimizerOf(run).traits.linear) return 'optimizer'
  if (run.biasCorrection === true) return 'correction'
  return run.decay.kind === 'none' ? undefined : 'decay'
}

/** Returns the α above which a linear rule diverges along a direction of curvature λ. */
export function alphaLimit(rule: LinearRule, lambda: number, beta: number, course: boolean): number {
  if (rule === 'plain') return gdLimit(lambda)
  const convention = course ? 'course' : 'pytorch'
  return rule === 'heavyBall'
    ? momentumLimit(lambda, beta, convention)
    : nesterovLimit(lambda, beta, convention)
}

/**
 * Returns momentum's α at which a direction of curvature λ is critically damped, the fastest without oscillation:
 * classic α = (1 − √β)²/λ, the course's 1/(1 − β) times that. [Goh 2017]
 */
export function criticalAlpha(lambda: number, beta: number, course: boolean): number {
  const rest = 1 - Math.sqrt(beta)
  return (rest * rest) / lambda / (course ? 1 - beta : 1)
}

/** A complex number. */
export type Root = readonly [real: number, imaginary: number]

/**
 * Returns the eigenvalues of the iteration matrix along a direction of curvature λ, with classic α: 1 − αλ for gradient
 * descent, the roots of z² − (1 + β − αλ)z + β for momentum, and of z² − (1 + β)(1 − αλ)z + β(1 − αλ) for Nesterov.
 */
export function iterationRoots(
  rule: LinearRule,
  lambda: number,
  alpha: number,
  beta: number,
  course: boolean,
): readonly Root[] {
  if (rule === 'plain') return [[1 - alpha * lambda, 0]]
  const step = alpha * (course ? 1 - beta : 1) * lambda
  const p = rule === 'heavyBall' ? 1 + beta - step : (1 + beta) * (1 - step)
  const q = rule === 'heavyBall' ? beta : beta * (1 - step)
  const discriminant = p * p - 4 * q
  if (discriminant < 0) {
    const height = 0.5 * Math.sqrt(-discriminant)
    return [
      [p / 2, height],
      [p / 2, -height],
    ]
  }
  const root = 0.5 * Math.sqrt(discriminant)
  return [
    [p / 2 + root, 0],
    [p / 2 - root, 0],
  ]
}

/** The long-run factor by which the error shrinks per step: the largest root over both ends of the spectrum. */
export function predictedRate(base: DescentExperiment, eigenvalues: readonly [number, number]): number {
  const run = base.runs[0]
  const rule = optimizerOf(run).traits.linear
  if (!rule) return NaN
  const { beta, course } = settingsOf(run, base.convention)
  let largest = 0
  for (const lambda of eigenvalues)
    for (const [real, imaginary] of iterationRoots(rule, lambda, run.alpha, beta, course))
      largest = Math.max(largest, Math.sqrt(real * real + imaginary * imaginary))
  return largest
}

/**
 * The measured factor: the mean factor per step of the distance to the minimum, over the second half of the run's
 * approach. `distances` start at step 0. Values below 1e-12 of the first are rounding noise and ignored.
 */
export function measuredRate(distances: ArrayLike<number>): number {
  let end = 0
  while (end + 1 < distances.length && distances[end + 1] > 1e-12 * distances[0]) end++
  const from = Math.floor(end / 2)
  if (end - from < 4) return NaN
  return power(distances[end] / distances[from], 1 / (end - from))
}
