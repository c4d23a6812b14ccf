// Searches a grid for the best α of each run of a race. For each α it counts the steps until J has covered 99.5% of the
// way down to the lowest J that any of them finds, and stays there. A race is fair when each run is near its best.

import type { DescentExperiment } from './experiment.ts'
import { createObjective } from './objectives/create.ts'
import type { Objective } from './objectives/objective.ts'
import { column } from './row.ts'
import { Run } from './run.ts'

/** 41 values from 1e-4 to 10, eight per decade, rounded to three digits. */
export const alphaGrid: readonly number[] = Array.from({ length: 41 }, (_, i) => {
  const decade = [1, 1.33, 1.78, 2.37, 3.16, 4.22, 5.62, 7.5][i % 8]
  return Number(`${decade}e${Math.floor(i / 8) - 4}`)
})

/** Steps per trial, regardless of the race's own length: a short race is not unfair. */
const longest = 500
const share = 0.005

export interface Best {
  readonly alpha: number
  /** Steps to the target at the best α and at the run's own α; Infinity if it is not reached. */
  readonly steps: number
  readonly ownSteps: number
}

/**
 * Returns one entry per run. Requires a two-parameter objective. Each entry costs about 40 runs of at most 500 steps.
 */
export function bestAlphas(experiment: DescentExperiment): Best[] {
  const objective = createObjective(experiment.objective, experiment.seed)
  const short = { ...experiment, steps: longest, costEvery: 1 }
  const tried = experiment.runs.map((run, index) =>
    [...alphaGrid, run.alpha].map((alpha) => costs(withAlpha(short, index, alpha), index, objective)),
  )
  const first = objective.cost(Float64Array.from(experiment.start ?? objective.start))
  const lowest = Math.min(
    first,
    ...tried.flat().map((cost) => cost.reduce((a, b) => Math.min(a, b), Infinity)),
  )
  const target = lowest + share * (first - lowest)
  return tried.map((candidates) => {
    const steps = candidates.map((cost) => reached(cost, target))
    const own = steps.pop()!
    candidates.pop()
    let best = 0
    for (let i = 1; i < steps.length; i++)
      if (
        steps[i] < steps[best] ||
        (steps[i] === steps[best] && last(candidates[i]) < last(candidates[best]))
      )
        best = i
    return { alpha: alphaGrid[best], steps: steps[best], ownSteps: own }
  })
}

/** Returns the first step from which J stays at or below the target, or Infinity. */
function reached(cost: Float64Array, target: number): number {
  let step = cost.length
  while (step > 0 && cost[step - 1] <= target) step--
  return step === cost.length ? Infinity : step
}

const last = (cost: Float64Array): number => cost[cost.length - 1]

function withAlpha(experiment: DescentExperiment, index: number, alpha: number): DescentExperiment {
  return {
    ...experiment,
    runs: experiment.runs.map((run, i) => (i === index ? { ...run, alpha, steps: undefined } : run)),
  }
}

/** Returns J at every step. A run that diverges ends with Infinity. */
function costs(experiment: DescentExperiment, index: number, objective: Objective): Float64Array {
  const run = new Run(experiment, index, { detail: 'costs', objective })
  const rows = new Float64Array((run.steps + 1) * run.width)
  const count = run.advance(rows, run.steps + 1)
  const cost = new Float64Array(count + (run.divergedAt === undefined ? 0 : 1)).fill(Infinity)
  for (let i = 0; i < count; i++) cost[i] = rows[i * run.width + column.cost]
  return cost
}
