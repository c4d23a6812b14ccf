// The path of a run from another start, or with another value, computed synchronously if that takes less than a frame.
// Loaded when the pointer enters the map.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { createObjective } from '../../engine/objectives/create.ts'
import { column } from '../../engine/row.ts'
import { Run } from '../../engine/run.ts'
import { leavesIn } from './fit.ts'

/** Examples that a ghost's steps may read. More would take longer than a frame. */
const mostRead = 400_000
const mostSteps = 1000

export interface GhostPath {
  /** w, b, w, b, …, beginning with the start. */
  readonly path: Float64Array
  /** J at each point. NaN where it was not computed. */
  readonly costs: Float64Array
  /** It left: the path ends with the hop that takes J above ten times the start's. */
  readonly diverged: boolean
}

let known: { spec: unknown; seed: number; objective: ReturnType<typeof createObjective> } | undefined

export function objectiveOf({
  objective: spec,
  seed,
}: DescentExperiment): ReturnType<typeof createObjective> {
  if (known?.spec !== spec || known.seed !== seed)
    known = { spec, seed, objective: createObjective(spec, seed) }
  return known.objective
}

interface RacedRows {
  readonly rows: Float64Array
  readonly width: number
  readonly length: number
  /** J became infinite. */
  readonly diverged: boolean
}

/** Returns the rows of one run of a race in the plane, or undefined if they would take too long. */
export function racedRows(experiment: DescentExperiment, index: number): RacedRows | undefined {
  if (experiment.objective.kind === 'network') return undefined
  const objective = objectiveOf(experiment)
  if (objective.dimension !== 2) return undefined
  const run = new Run(experiment, index, { objective })
  const size = experiment.runs[index].batchSize ?? experiment.batchSize
  // A surface's full gradient comes from its formula, however many examples it has.
  const whole = experiment.objective.kind === 'leastSquares' ? objective.examples : 1
  const read = size === 'all' ? whole : size
  const steps = Math.min(run.steps, mostSteps)
  if (objective.examples > mostRead || steps * read > mostRead) return undefined
  const rows = new Float64Array((steps + 1) * run.width)
  const length = run.advance(rows, steps + 1)
  return { rows, width: run.width, length, diverged: run.divergedAt !== undefined }
}

/** Returns undefined if it would take too long. */
export function ghostPath(experiment: DescentExperiment, index: number): GhostPath | undefined {
  const raced = racedRows(experiment, index)
  if (!raced) return undefined
  const { rows, width } = raced
  const left = leavesIn(raced, raced.diverged)
  const length = Math.min(raced.length, (left ?? Infinity) + 1)
  const path = new Float64Array(2 * length)
  const costs = new Float64Array(length)
  for (let i = 0; i < length; i++) {
    path[2 * i] = rows[i * width + column.theta]
    path[2 * i + 1] = rows[i * width + column.theta + 1]
    costs[i] = rows[i * width + column.cost]
  }
  return { path, costs, diverged: left !== undefined }
}

export interface Slope {
  readonly cost: number
  /** ∇J. */
  readonly gradient: readonly [number, number]
}

const w = new Float64Array(2)
const dW = new Float64Array(2)

/** Returns J and ∇J at a place, or undefined if reading all examples would take too long. */
export function slopeAt(experiment: DescentExperiment, x: number, y: number): Slope | undefined {
  if (experiment.objective.kind === 'network') return undefined
  const objective = objectiveOf(experiment)
  if (objective.dimension !== 2 || objective.examples > mostRead) return undefined
  w[0] = x
  w[1] = y
  if (!('landscape' in objective) || !objective.landscape) return undefined
  objective.landscape.gradient(w, dW)
  return { cost: objective.cost(w), gradient: [dW[0], dW[1]] }
}
