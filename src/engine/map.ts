// The map lab: one run for every pair of values of two parameters. `cellsOf` is the plain reference, one Run per cell.
// `Sweep` computes many cells with the same bits, in lockstep where possible. A target is reached at the first step
// from which the cost stays at or below it.

import type { DescentExperiment, MapAxis, MapExperiment, ObjectiveSpec, RunSpec } from './experiment.ts'
import { lockstepOf, type Lockstep } from './lockstep.ts'
import { axisValue } from './mapAxis.ts'
import { createObjective } from './objectives/create.ts'
import type { Objective } from './objectives/objective.ts'
import { column } from './row.ts'
import { ownParameter } from './optimizers/index.ts'
import { Run } from './run.ts'

export { axisValue } from './mapAxis.ts'

/** Cells requested together. */
const lanes = 64

/** Means over the seeds. NaN becomes an empty field of the CSV. */
export interface Cell {
  readonly x: number
  readonly y: number
  /** Steps to reach and keep the target. NaN if a seed missed it, or if there is no target. */
  readonly steps: number
  /** Cost in the last written row. */
  readonly cost: number
  /** Fraction of the seeds that ended early: diverged, or reached a point where J has no value. */
  readonly diverged: number
  /** Fraction that reached a point where J has no value. */
  readonly noValue: number
}

/** The number of epochs between the drops of an inverse decay. */
const everyOf = ({ decay }: RunSpec): number => (decay.kind === 'inverse' ? decay.every : 1)

/** Returns the base experiment with one of its numbers changed. */
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
    return { ...base, runs: [{ ...run, decay: { kind: 'inverse', every: everyOf(run), rate: value } }] }
  const own = ownParameter(run, parameter)
  if (own !== undefined)
    return { ...base, runs: [{ ...run, parameters: { ...run.parameters, [own]: value } }] }
  return { ...base, runs: [{ ...run, [parameter]: value }] }
}

/** Returns the descent experiment of cell (i, j) with the k-th seed. */
export function cellExperiment(map: MapExperiment, i: number, j: number, k = 0): DescentExperiment {
  const across = withParameter(map.base, map.x.parameter, axisValue(map.x, i))
  const both = withParameter(across, map.y.parameter, axisValue(map.y, j))
  return { ...both, seed: (map.base.seed + k) >>> 0 }
}

/** Computes cells one at a time. */
export function cellsOf(map: MapExperiment): (i: number, j: number) => Cell {
  const seeds = seedsOf(map)
  return (i, j) => {
    let steps = 0
    let cost = 0
    let diverged = 0
    let noValue = 0
    for (let k = 0; k < map.seeds; k++) {
      const end = seeds(i, j, k)
      steps += end.steps
      cost += end.cost
      if (end.diverged) diverged++
      if (end.noValue) noValue++
    }
    return {
      x: axisValue(map.x, i),
      y: axisValue(map.y, j),
      steps: steps / map.seeds,
      cost: cost / map.seeds,
      diverged: diverged / map.seeds,
      noValue: noValue / map.seeds,
    }
  }
}

interface End {
  readonly steps: number
  readonly cost: number
  readonly diverged: boolean
  readonly noValue: boolean
}

/** Returns a function that runs one cell with one seed to its end. Neighbors with the same objective share it. */
function seedsOf(map: MapExperiment): (i: number, j: number, k: number) => End {
  const objectives = new Map<number, { readonly curvature: unknown; readonly objective: Objective }>()
  const rows = new Float64Array(512 * column.theta)

  const objectiveOf = ({ objective: spec, seed }: DescentExperiment): Objective => {
    // Between cells, only the curvature of the objective can differ.
    const curvature = 'curvature' in spec ? spec.curvature[1] : undefined
    const known = objectives.get(seed)
    if (known && known.curvature === curvature) return known.objective
    const objective = createObjective(spec, seed)
    objectives.set(seed, { curvature, objective })
    return objective
  }

  return (i, j, k) => {
    const experiment = cellExperiment(map, i, j, k)
    const run = new Run(experiment, 0, { detail: 'costs', objective: objectiveOf(experiment) })
    const end = outcome(run, map.target, rows)
    return { ...end, diverged: run.divergedAt !== undefined, noValue: run.noValue !== undefined }
  }
}

/** Layout of a cell in a sweep's result. Spreads are largest − smallest over the seeds. */
export const cellColumn = {
  steps: 0,
  cost: 1,
  diverged: 2,
  stepsSpread: 3,
  costSpread: 4,
  noValue: 5,
} as const
export const cellWidth = 6

/** Most outcomes held before averaging. */
const runsAtOnce = 1 << 20

/** Computes many cells at once. Each cell gets the same bits regardless of the set, the order and the chunks. */
export class Sweep {
  readonly map: MapExperiment
  private readonly lockstep: Lockstep | undefined
  private readonly single: ReturnType<typeof seedsOf>

  constructor(map: MapExperiment) {
    this.map = map
    this.lockstep = lockstepOf(map)
    this.single = seedsOf(map)
  }

  /** Whether its runs advance in lockstep. */
  get inLockstep(): boolean {
    return this.lockstep !== undefined
  }

  /** The number of cells that cost as much as one. */
  get grain(): number {
    return this.lockstep ? lanes : 1
  }

  /** Computes cells, numbered from 0 with x fastest. Returns `cellWidth` numbers per cell, in the given order. */
  compute(cells: ArrayLike<number>): Float64Array {
    const atOnce = Math.max(lanes, Math.floor(runsAtOnce / this.map.seeds))
    if (cells.length <= atOnce) return this.computeFew(cells)
    const values = new Float64Array(cells.length * cellWidth)
    for (let from = 0; from < cells.length; from += atOnce) {
      const few = Array.from({ length: Math.min(atOnce, cells.length - from) }, (_, n) => cells[from + n])
      values.set(this.computeFew(few), from * cellWidth)
    }
    return values
  }

  private computeFew(cells: ArrayLike<number>): Float64Array {
    const { map } = this
    const { seeds } = map
    const ends = new Float64Array(cells.length * seeds * endWidth)
    const put = (place: number, steps: number, cost: number, diverged: boolean, noValue = false): void => {
      const at = endWidth * place
      ends[at] = steps
      ends[at + 1] = cost
      ends[at + 2] = diverged ? 1 : 0
      ends[at + 3] = noValue ? 1 : 0
    }
    const together = this.lockstep?.run(cells, (n, k, steps, cost, diverged) =>
      put(n * seeds + k, steps, cost, diverged),
    )
    // A formula with a limited domain needs the reason why a run ended, so run it again on its own.
    const asks = map.base.objective.kind === 'expression'
    if (!together || asks)
      for (let n = 0; n < cells.length; n++)
        for (let k = 0; k < seeds; k++) {
          if (together && ends[endWidth * (n * seeds + k) + 2] === 0) continue
          const end = this.single(cells[n] % map.x.count, Math.floor(cells[n] / map.x.count), k)
          put(n * seeds + k, end.steps, end.cost, end.diverged, end.noValue)
        }
    return summarized(ends, cells.length, seeds)
  }
}

const endWidth = 4

/** Means in seed order, and the spreads. */
function summarized(ends: Float64Array, count: number, seeds: number): Float64Array {
  const cells = new Float64Array(count * cellWidth)
  for (let n = 0; n < count; n++) {
    for (let c = 0; c < endWidth; c++) {
      let sum = 0
      let least = Infinity
      let most = -Infinity
      for (let k = 0; k < seeds; k++) {
        const value = ends[(n * seeds + k) * endWidth + c]
        sum += value
        least = Math.min(least, value)
        most = Math.max(most, value)
      }
      cells[n * cellWidth + (c === 3 ? cellColumn.noValue : c)] = sum / seeds
      if (c < 2) cells[n * cellWidth + cellColumn.stepsSpread + c] = most - least
    }
  }
  return cells
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
