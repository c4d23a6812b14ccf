// What a challenge may ask of a race: read from the rows that were computed, never from what was meant. A run counts only
// when it has come to its end.

import { createObjective } from '../engine/objectives/create.ts'
import type { AveragesExperiment, DescentExperiment } from '../engine/experiment.ts'
import { column } from '../engine/row.ts'
import { Run } from '../engine/run.ts'

export interface FactsOfRun {
  /** The first step from which J is below the target and stays there to the end; Infinity if there is none. */
  stepsBelow(target: number): number
  readonly diverged: boolean
  /** J at the last step. */
  readonly cost: number
  /** J at a step that has a row and where it was computed; else NaN. */
  costAt(step: number): number
  /** θ at the last step. */
  readonly theta: readonly number[]
  readonly steps: number
}

export interface Facts {
  readonly experiment: DescentExperiment
  /** One a run, in the experiment's order. */
  readonly runs: readonly FactsOfRun[]
  /** Examples a second of each batch size on this machine, ascending by size: once its own network is measured. */
  readonly measured?: readonly { readonly size: number; readonly rate: number }[]
  /** In a lesson of the averages lab, and only there: what it shows. */
  readonly averages?: AveragesFacts
}

export interface AveragesFacts {
  readonly experiment: AveragesExperiment
  /** One curve a β: V_t at place t − 1, with bias correction and without. */
  readonly corrected: readonly Float64Array[]
  readonly uncorrected: readonly Float64Array[]
  /** Root of the mean square of each curve's distance from the known season; NaN where nobody knows it. */
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
      // J is not computed at every step: a row without it neither helps nor hinders.
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

/** Computes a whole race at once: for tests and thumbnails, not for the page's runs. */
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
