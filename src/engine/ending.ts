// How low a run ends at other learning rates: the mean of J over the last tenth of its steps, which a single lucky
// batch does not decide. The search for a network's best α tries thirteen values.

import type { DescentExperiment } from './experiment.ts'
import { createObjective } from './objectives/create.ts'
import type { Objective } from './objectives/objective.ts'
import { column } from './row.ts'
import { Run } from './run.ts'

/** 1, 2 and 5 in each decade from 0.001 to 10. */
export const triedAlphas = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] as const

/** Returns Infinity if the run diverges. */
export function endingCost(
  experiment: DescentExperiment,
  index: number,
  alpha: number,
  objective: Objective = createObjective(experiment.objective, experiment.seed),
): number {
  const runs = [{ ...experiment.runs[index], alpha }]
  const run = new Run({ ...experiment, runs, costEvery: 1 }, 0, { detail: 'costs', objective })
  const rows = new Float64Array((run.steps + 1) * run.width)
  const length = run.advance(rows, run.steps + 1)
  if (run.divergedAt !== undefined) return Infinity
  const count = Math.max(1, Math.floor(run.steps / 10))
  let sum = 0
  for (let row = length - count; row < length; row++) sum += rows[row * run.width + column.cost]
  return sum / count
}

/** Returns the index of the smallest cost, or 0 if all diverge. */
export function lowest(costs: readonly number[]): number {
  let best = 0
  for (let i = 1; i < costs.length; i++) if (costs[i] < costs[best]) best = i
  return best
}
