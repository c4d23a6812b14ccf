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
  /** θ at the last step. */
  readonly theta: readonly number[]
  readonly steps: number
}

export interface Facts {
  readonly experiment: DescentExperiment
  /** One per run, in the experiment's order. */
  readonly runs: readonly FactsOfRun[]
  /**
   * Examples per second for each batch size on this machine, ascending by size. Present once the network is measured.
   */
  readonly measured?: readonly { readonly size: number; readonly rate: number }[]
  /** The averages lab's curves. Present only in its lessons. */
  readonly averages?: AveragesFacts
}

export interface AveragesFacts {
  readonly experiment: AveragesExperiment
  /** One curve per β: V_t at index t − 1, with and without bias correction. */
  readonly corrected: readonly Float64Array[]
  readonly uncorrected: readonly Float64Array[]
  /** Root mean squared distance of each curve from the known season, or NaN if it is unknown. */
  readonly errors: readonly number[]
}

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
      for (let row = Math.min(step, length - 1); row >= 0; row--)
        if (rows[row * width] <= step) return rows[row * width] === step ? cost(row) : NaN
      return NaN
    },
    theta: Array.from(rows.subarray(last + column.theta, last + column.theta + dimension)),
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

export const factsOf = (experiment: DescentExperiment, races: readonly Rows[]): Facts => ({
  experiment,
  runs: races.map(factsOfRun),
})
