// What a challenge of the averages lab can check: its curves and their errors against the known season, computed
// synchronously.

import { experimentValues, inUnit, seasonOf } from '../../../engine/datasets/series.ts'
import type { AveragesExperiment } from '../../../engine/experiment.ts'
import { lagOfAverage, rootMeanSquare, smooth, twoSided } from '../../../engine/smooth.ts'

export interface AveragesFacts {
  readonly experiment: AveragesExperiment
  /** One curve per β: V_t at index t − 1, with and without bias correction. */
  readonly corrected: readonly Float64Array[]
  readonly uncorrected: readonly Float64Array[]
  /** Root mean squared distance of each curve from the known season, or NaN if it is unknown. */
  readonly errors: readonly number[]
  /** The measured lag of each average in days. */
  lags(): readonly number[]
}

export function averagesFactsOf(experiment: AveragesExperiment): AveragesFacts {
  const { series, betas, biasCorrection, unit } = experiment
  const theta = experimentValues(experiment)
  const known = seasonOf(series)
  const season = known && inUnit(known.slice(), unit)
  const curves = (corrected: boolean): Float64Array[] =>
    betas.map((beta) => smooth(theta, beta, corrected, new Float64Array(theta.length)))
  const corrected = curves(true)
  const uncorrected = curves(false)
  const shown = biasCorrection ? corrected : uncorrected
  return {
    experiment,
    lags: () =>
      betas.map((beta, i) => {
        const reference = season ?? twoSided(theta, beta, new Float64Array(theta.length))
        return lagOfAverage(corrected[i], reference, beta).days
      }),
    corrected,
    uncorrected,
    errors: shown.map((curve) => (season ? rootMeanSquare(curve, season) : NaN)),
  }
}
