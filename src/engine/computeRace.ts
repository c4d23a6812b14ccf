// A whole race at once, for tests, thumbnails and checks. The page streams from workers instead.

import type { DescentExperiment } from './experiment.ts'
import { hexOf } from './hash.ts'
import { createObjective } from './objectives/create.ts'
import { Run } from './run.ts'

/** The rows of a run, and where it diverged. */
export interface Rows {
  readonly rows: Float64Array
  readonly width: number
  readonly length: number
  readonly divergedAt?: number
  readonly dimension: number
}

export function computeRace(experiment: DescentExperiment): Rows[] {
  const objective = createObjective(experiment.objective, experiment.seed)
  return experiment.runs.map((_, index) => {
    const run = new Run(experiment, index, { objective })
    const rows = new Float64Array((run.steps + 1) * run.width)
    const length = run.advance(rows, run.steps + 1)
    return { rows, width: run.width, length, divergedAt: run.divergedAt, dimension: objective.dimension }
  })
}

/** Returns the hash of a race's rows from step 0 to `last`, by default to the end. */
export function hashOfRace(experiment: DescentExperiment, last = Infinity): string {
  const objective = createObjective(experiment.objective, experiment.seed)
  return hexOf(
    experiment.runs.map((_, index) => {
      const run = new Run(experiment, index, { detail: 'costs', hashing: true, objective })
      const rows = Math.min(run.steps, last) + 1
      run.advance(new Float64Array(rows * run.width), rows)
      return run.hash.state()
    }),
  )
}
