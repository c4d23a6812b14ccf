// Runs an averages experiment: V_t = βV_{t−1} + (1 − β)θ_t for each β with V₀ = 0, divided by 1 − βᵗ when bias
// correction is on, and the plain mean of the last min(t, n) values for each window n. It uses smooth.ts, so the page
// and the command line print the same bits.

import { experimentValues } from './datasets/series.ts'
import type { AveragesExperiment } from './experiment.ts'
import { slidingMean, smooth } from './smooth.ts'

export interface Averages {
  /** θ₁ … θₙ. */
  readonly theta: Float64Array
  /** One curve per β. */
  readonly v: readonly Float64Array[]
  /** One curve per window. */
  readonly w: readonly Float64Array[]
}

export function averagesOf(experiment: AveragesExperiment): Averages {
  const theta = experimentValues(experiment)
  const { betas, biasCorrection, windows } = experiment
  return {
    theta,
    v: betas.map((beta) => smooth(theta, beta, biasCorrection, new Float64Array(theta.length))),
    w: windows.map((n) => slidingMean(theta, n, new Float64Array(theta.length))),
  }
}
