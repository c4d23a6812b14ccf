// What a challenge can check about a race, read from computed rows, never from settings. A run counts only when it has
// finished.

import { createObjective } from '../engine/objectives/create.ts'
import type { AveragesExperiment, DescentExperiment } from '../engine/experiment.ts'
import { column } from '../engine/row.ts'
import { Run } from '../engine/run.ts'

export interface FactsOfRun {
  /** Returns the first step from which J stays below the target to the end, or Infinity. */
  stepsBelow(target: number): number
  readonly diverged: boolean
  /** J at the last step. */
  readonly cost: number
  /** Returns J at a step if it was computed and kept, else NaN. */
  costAt(step: number): number
  /** The standard deviation of J over the last steps. */
  swing(last: number): number
  /** θ at the last step. */
  readonly theta: readonly number[]
  /** θ at a step that has a row. */
  thetaAt(step: number): readonly number[]
  readonly steps: number
}

export interface DescentFacts {
  readonly experiment: DescentExperiment
  /** One per run, in the experiment's order. */
  readonly runs: readonly FactsOfRun[]
  /**
   * Examples per second for each batch size on this machine, ascending by size. Present once the network is measured.
   */
  readonly measured?: readonly { readonly size: number; readonly rate: number }[]
}

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

export type Facts = DescentFacts | AveragesFacts

/** The part of a trace that facts are read from. */
export interface Rows {
  readonly rows: Float64Array
  readonly width: number
  readonly length: number
  readonly divergedAt?: number
  readonly dimension: number
}

function factsOfRun({ rows, width, length, divergedAt, dimension }: Rows): FactsOfRun {
  const cost = (row: number): number => rows[row * width + column.cost]
  const last = (length - 1) * width
  /** The row of a step; −1 where it has none. */
  const rowOf = (step: number): number => {
    let row = Math.min(step, length - 1)
    while (row >= 0 && rows[row * width] > step) row--
    return row >= 0 && rows[row * width] === step ? row : -1
  }
  const thetaOf = (row: number): number[] =>
    Array.from(rows.subarray(row * width + column.theta, row * width + column.theta + dimension))
  return {
    stepsBelow(target) {
      if (divergedAt !== undefined) return Infinity
      let row = length
      // J is not computed at every step. Skip rows without it.
      while (row > 0 && !(cost(row - 1) >= target)) row--
      while (row < length && Number.isNaN(cost(row))) row++
      return row === length ? Infinity : rows[row * width]
    },
    diverged: divergedAt !== undefined,
    cost: rows[last + column.cost],
    costAt(step) {
      const row = rowOf(step)
      return row < 0 ? NaN : cost(row)
    },
    swing(count) {
      const costs = Array.from({ length: Math.min(count, length) }, (_, i) => cost(length - 1 - i))
      const known = costs.filter((one) => !Number.isNaN(one))
      const mean = known.reduce((sum, one) => sum + one, 0) / known.length
      return Math.sqrt(known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / known.length)
    },
    theta: thetaOf(length - 1),
    thetaAt(step) {
      const row = rowOf(step)
      return row < 0 ? [] : thetaOf(row)
    },
    steps: rows[last],
  }
}

/** Computes a whole race synchronously, for tests and thumbnails. The page uses workers instead. */
export function computeRace(experiment: DescentExperiment): Rows[] {
  const objective = createObjective(experiment.objective, experiment.seed)
  return experiment.runs.map((_, index) => {
    const run = new Run(experiment, index, { objective })
    const rows = new Float64Array((run.steps + 1) * run.width)
    const length = run.advance(rows, run.steps + 1)
    return { rows, width: run.width, length, divergedAt: run.divergedAt, dimension: objective.dimension }
  })
}

export const factsOf = (experiment: DescentExperiment, races: readonly Rows[]): DescentFacts => ({
  experiment,
  runs: races.map(factsOfRun),
})
