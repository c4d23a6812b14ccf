// What a challenge can check about a race, read from computed rows, never from settings. A run counts only when it has
// finished.

import type { DescentExperiment } from '../../../engine/experiment.ts'
import type { Rows } from '../../../engine/computeRace.ts'
import { column } from '../../../engine/row.ts'

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

export const factsOf = (experiment: DescentExperiment, races: readonly Rows[]): DescentFacts => ({
  experiment,
  runs: races.map(factsOfRun),
})
