// What a challenge measures of the averages of a series.

import type { Challenge, Measure, Outcome } from '../../../course/tasks.ts'
import type { AveragesFacts } from './facts.ts'
import { furtherSays, notYet, now, outcomeOf } from '../../../course/outcome.ts'

export function ofCurves(challenge: Challenge, facts: AveragesFacts): Outcome[] {
  const measure = challenge.measure as Measure
  const { curve = 0 } = measure as { readonly curve?: number | 'best' }
  const { betas } = facts.experiment
  const places = curve === 'best' ? betas.map((_, i) => i) : [curve]
  return places.map((place): Outcome => {
    if (place >= betas.length)
      return notYet(`There is no average ${place + 1}.`, `没有第 ${place + 1} 条平均线。`)
    return biased(challenge, facts, place) ?? ofCurve(challenge, measure, facts, place)
  })
}

function ofCurve(challenge: Challenge, { what }: Measure, facts: AveragesFacts, place: number): Outcome {
  const { experiment, corrected, uncorrected } = facts
  switch (what) {
    case 'error': {
      const error = facts.errors[place]
      const shown = error.toFixed(3)
      return outcomeOf(challenge, error, {
        en: `The error is ${shown} °C now.`,
        zh: `现在误差是 ${shown} °C。`,
      })
    }
    case 'firstDay': {
      // With bias correction the first day is the average of itself.
      const value = experiment.biasCorrection ? 1 : uncorrected[place][0] / corrected[place][0]
      return outcomeOf(challenge, value, now(value))
    }
    case 'lag': {
      const value = facts.lags()[place]
      return outcomeOf(challenge, value, now(value))
    }
    default:
      return outcomeOf(challenge, experiment.betas[place], furtherSays(challenge, 'beta'))
  }
}

/** An average without bias correction that is further from the corrected one than it may be. */
function biased({ provided }: Challenge, facts: AveragesFacts, place: number): Outcome | undefined {
  const { uncorrected } = provided ?? {}
  if (!uncorrected) return undefined
  const { day, within } = uncorrected
  const share = facts.uncorrected[place][day - 1] / facts.corrected[place][day - 1]
  if (share >= 1 - within) return undefined
  const off = ((1 - share) * 100).toFixed(1)
  return notYet(`It is ${off}% too low now.`, `现在偏低 ${off}%。`)
}
