// The theoretical limits of α, and the sentences about them. Only where the theory applies: a constant Hessian, plain
// gradient descent or momentum, full batch, no decay that lowers α.

import type { DescentExperiment, ObjectiveSpec, RunSpec } from '../engine/experiment.ts'
import type { NoValue } from '../engine/noValue.ts'
import { momentumBeta } from '../engine/optimizers/momentumBeta.ts'
import { gdLimit, momentumLimit } from '../engine/alphaLimits.ts'
import { fill, type Dictionary } from '../i18n/index.ts'
import { traitsOf } from '../state/registries.ts'
import { formatNumber } from '../ui/number.ts'

/** λmin and λmax, if the spec alone determines them. */
export function eigenvaluesOf(objective: ObjectiveSpec): readonly [number, number] | undefined {
  if (objective.kind !== 'bowl' && objective.kind !== 'quadratic') return undefined
  const [a, b] = objective.curvature
  return [Math.min(a, b) * objective.scale, Math.max(a, b) * objective.scale]
}

export interface Limit {
  /** `2/λmax` */
  readonly name: string
  readonly value: number
}

/** Returns the α above which a run on a constant Hessian cannot converge, or undefined if no theory applies. */
export function limitOf(experiment: DescentExperiment, run: RunSpec): Limit | undefined {
  const eigenvalues = eigenvaluesOf(experiment.objective)
  if (!eigenvalues || !(eigenvalues[1] > 0)) return undefined
  const { linear } = traitsOf(run.optimizer)
  if (linear === 'plain') return { name: '2/λmax', value: gdLimit(eigenvalues[1]) }
  if (linear !== 'heavyBall' || run.biasCorrection) return undefined
  const beta = run.beta ?? momentumBeta
  const course = (run.convention ?? experiment.convention) === 'course'
  return {
    name: course ? '2(1 + β)/((1 − β)λmax)' : '2(1 + β)/λmax',
    value: momentumLimit(eigenvalues[1], beta, course ? 'course' : 'pytorch'),
  }
}

/**
 * "diverged at step 37: α = 0.21 is above 2/λmax = 0.1" where the theory applies, else only the fact, or that J has no
 * value where the run ended.
 */
export function endSentence(
  words: Dictionary,
  experiment: DescentExperiment,
  index: number,
  name: string,
  { step, noValue }: { readonly step: number; readonly noValue?: NoValue },
): string {
  if (noValue)
    return fill(words.playground.ended, { run: name, step, fact: words.playground.noValue[noValue] })
  const run = experiment.runs[index]
  const limit = limitOf(experiment, run)
  const plain = run.decay.kind === 'none'
  if (!limit || !plain || run.alpha <= limit.value)
    return fill(words.playground.diverged, { run: name, step })
  return fill(words.playground.divergedBecause, {
    run: name,
    step,
    alpha: formatNumber(run.alpha),
    limit: limit.name,
    value: formatNumber(limit.value),
  })
}
