// What a challenge of the averages lab can check: its curves and their errors against the known season, computed
// synchronously.

import { experimentValues, seasonOf } from '../engine/datasets/series.ts'
import type { AveragesExperiment } from '../engine/experiment.ts'
import { smooth } from '../engine/smooth.ts'
import type { AveragesFacts } from './facts.ts'

export function averagesFactsOf(experiment: AveragesExperiment): AveragesFacts {
  const { series, betas, biasCorrection } = experiment
  const theta = experimentValues(experiment)
  const season = seasonOf(series)
  const curves = (corrected: boolean): Float64Array[] =>
    betas.map((beta) => smooth(theta, beta, corrected, new Float64Array(theta.length)))
  const corrected = curves(true)
  const uncorrected = curves(false)
  const shown = biasCorrection ? corrected : uncorrected
  return {
    experiment,
    corrected,
    uncorrected,
    errors: shown.map((curve) => {
      if (!season) return NaN
      let sum = 0
      for (let i = 0; i < curve.length; i++) sum += (curve[i] - season[i]) * (curve[i] - season[i])
      return Math.sqrt(sum / curve.length)
    }),
  }
}
