// The map lab: one run at every pair of two of its numbers. This is the plain reference, a Run a cell; faster kernels
// must agree with it to the bit. A target is reached at the first step from which the cost stays at most the target.

import { power } from './exact.ts'
import type { DescentExperiment, MapAxis, MapExperiment, ObjectiveSpec } from './experiment.ts'
import { createObjective } from './objectives/create.ts'
import type { Objective } from './objectives/objective.ts'
import { column } from './row.ts'
import { Run } from './run.ts'

/** Means over the seeds; NaN is an empty field of the CSV. */
export interface Cell {
  readonly x: number
  readonly y: number
  /** Steps to reach the target and keep it; NaN if a seed missed it, or there is no target. */
  readonly steps: number
  /** The cost in the last written row. */
  readonly cost: number
  /** The share of the seeds that diverged. */
  readonly diverged: number
}

/** Value i of an axis: `from` and `to` exactly at the ends, linear or geometric between; a batch size is whole. */
export function axisValue({ parameter, from, to, count, scale }: MapAxis, i: number): number {
  let value: number
  if (i === 0) value = from
  else if (i === count - 1) value = to
  else if (scale === 'linear') value = from + ((to - from) * i) / (count - 1)
  else value = power(from, (count - 1 - i) / (count - 1)) * power(to, i / (count - 1))
  return parameter === 'batchSize' ? Math.round(value) : value
}

/** The base experiment with one of its numbers set. */
export function withParameter(
  base: DescentExperiment,
  parameter: MapAxis['parameter'],
  value: number,
): DescentExperiment {
  const run = base.runs[0]
  if (parameter === 'batchSize') return { ...base, batchSize: value, runs: [{ ...run, batchSize: value }] }
  if (parameter === 'curvature') {
    const spec = base.objective as Extract<ObjectiveSpec, { curvature: unknown }>
    return { ...base, objective: { ...spec, curvature: [spec.curvature[0], value] } }
  }
  if (parameter === 'decay.rate')
    return { ...base, runs: [{ ...run, decay: { kind: 'inverse', rate: value } }] }
  return { ...base, runs: [{ ...run, [parameter]: value }] }
}

/** The descent experiment of cell (i, j) under the k-th seed. */
export function cellExperiment(map: MapExperiment, i: number, j: number, k = 0): DescentExperiment {
  const across = withParameter(map.base, map.x.parameter, axisValue(map.x, i))
  const both = withParameter(across, map.y.parameter, axisValue(map.y, j))
  return { ...both, seed: (map.base.seed + k) >>> 0 }
}

/** Computes cells, sharing an objective between neighbours that have the same. */
export function cellsOf(map: MapExperiment): (i: number, j: number) => Cell {
  const objectives = new Map<number, { readonly curvature: unknown; readonly objective: Objective }>()
  const rows = new Float64Array(512 * column.theta)

  const objectiveOf = ({ objective: spec, seed }: DescentExperiment): Objective => {
    // Of an objective's fields only the curvature can differ from cell to cell.
    const curvature = 'curvature' in spec ? spec.curvature[1] : undefined
    const known = objectives.get(seed)
    if (known && known.curvature === curvature) return known.objective
    const objective = createObjective(spec, seed)
    objectives.set(seed, { curvature, objective })
    return objective
  }

  return (i, j) => {
    let steps = 0
    let cost = 0
    let diverged = 0
    for (let k = 0; k < map.seeds; k++) {
      const experiment = cellExperiment(map, i, j, k)
      const run = new Run(experiment, 0, { detail: 'costs', objective: objectiveOf(experiment) })
      const end = outcome(run, map.target, rows)
      steps += end.steps
      cost += end.cost
      if (run.divergedAt !== undefined) diverged++
    }
    return {
      x: axisValue(map.x, i),
      y: axisValue(map.y, j),
      steps: steps / map.seeds,
      cost: cost / map.seeds,
      diverged: diverged / map.seeds,
    }
  }
}

/** Runs to the end. */
function outcome(run: Run, target: number | undefined, rows: Float64Array): { steps: number; cost: number } {
  let reached = NaN
  let cost = NaN
  while (!run.done) {
    const written = run.advance(rows, rows.length / run.width)
    for (let at = 0; at < written * run.width; at += run.width) {
      cost = rows[at + column.cost]
      if (target === undefined || !(cost <= target)) reached = NaN
      else if (Number.isNaN(reached)) reached = rows[at]
    }
  }
  return { steps: reached, cost }
}
