// A fair race: each optimizer at its best α, found on a grid within the race's budget, or at its default. Then many
// seeds, and at every step the median and the 10% to 90% range. Budgets are numbers of updates, one per racer. The
// caller decides what is held equal: updates, examples or time.

import { alphaGrid } from './bestAlpha.ts'
import type { DescentExperiment, MapExperiment } from './experiment.ts'
import { axisValue, cellColumn, cellWidth, Sweep } from './map.ts'
import { createObjective } from './objectives/create.ts'
import { optimizers, type OptimizerKey } from './optimizers/index.ts'
import { column } from './row.ts'
import { Run } from './run.ts'

export interface Racer {
  readonly optimizer: OptimizerKey
  readonly batchSize: number | 'all'
  /** Number of updates. */
  readonly steps: number
}

export interface Finish {
  readonly racer: Racer
  readonly alpha: number
  /** Mean final cost at each α of the grid. NaN where a seed diverged. Empty if there was no search. */
  readonly searched: Float64Array
  /** Quantiles of J at every step, over the seeds. */
  readonly low: Float64Array
  readonly median: Float64Array
  readonly high: Float64Array
}

export const searchGrid = alphaGrid
const [least, most] = [1e-4, 10]

/** Returns the base with a single run of another optimizer at its default settings. */
function raceBase(
  base: DescentExperiment,
  { optimizer, batchSize, steps }: Racer,
  alpha: number,
): DescentExperiment {
  const { hyperparameters } = optimizers[optimizer]
  const run = { optimizer, alpha, decay: { kind: 'none' as const }, ...hyperparameters }
  return { ...base, batchSize, steps, costEvery: 1, runs: [run] }
}

/** Returns the mean final cost over the seeds at each of 41 α from 1e-4 to 10. NaN where one diverged. */
export function searchAlpha(base: DescentExperiment, racer: Racer, seeds: number): Float64Array {
  const objective = createObjective(base.objective, base.seed)
  const B = racer.batchSize === 'all' ? objective.examples : racer.batchSize
  const map: MapExperiment = {
    version: 1,
    lab: 'map',
    seed: base.seed,
    convention: base.convention,
    base: raceBase(base, racer, least),
    x: { parameter: 'alpha', from: least, to: most, count: searchGrid.length, scale: 'log' },
    y: { parameter: 'batchSize', from: B, to: B, count: 1, scale: 'linear' },
    measure: 'cost',
    seeds,
  }
  const values = new Sweep(map).compute(searchGrid.map((_, i) => i))
  return Float64Array.from(searchGrid, (_, i) =>
    values[i * cellWidth + cellColumn.diverged] > 0 ? NaN : values[i * cellWidth + cellColumn.cost],
  )
}

export const searchedAlpha = (i: number): number =>
  axisValue({ parameter: 'alpha', from: least, to: most, count: searchGrid.length, scale: 'log' }, i)

/** Returns the α of the least cost, or the smallest of the grid if all diverged. */
export function bestOf(searched: Float64Array): number {
  let best = 0
  for (let i = 1; i < searched.length; i++)
    if (!(searched[best] <= searched[i]) && searched[i] === searched[i]) best = i
  return searchedAlpha(best)
}

export function race(base: DescentExperiment, racer: Racer, seeds: number, search: boolean): Finish {
  const searched = search ? searchAlpha(base, racer, seeds) : new Float64Array(0)
  const alpha = search ? bestOf(searched) : optimizers[racer.optimizer].alpha
  const costs: Float64Array[] = []
  for (let k = 0; k < seeds; k++) {
    const experiment = { ...raceBase(base, racer, alpha), seed: (base.seed + k) >>> 0 }
    const run = new Run(experiment, 0, { detail: 'costs' })
    const rows = new Float64Array((run.steps + 1) * run.width)
    const written = run.advance(rows, run.steps + 1)
    costs.push(
      Float64Array.from({ length: run.steps + 1 }, (_, t) =>
        t < written ? rows[t * run.width + column.cost] : Infinity,
      ),
    )
  }
  const at = (share: number): Float64Array =>
    Float64Array.from(costs[0], (_, t) =>
      quantile(
        costs.map((cost) => cost[t]).sort((a, b) => a - b),
        share,
      ),
    )
  return { racer, alpha, searched, low: at(0.1), median: at(0.5), high: at(0.9) }
}

/** Interpolates between the two nearest values. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  if (sorted[below] === sorted[above]) return sorted[below]
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below)
}
