// Lists the examples of every step of a run in advance. All lanes of a lockstep sweep share one plan. Plans are cached
// across sweeps, because dragging a curvature or the noise leaves the batches unchanged.

import { Batches } from './batches.ts'
import type { DescentExperiment } from './experiment.ts'
import { unitTilts } from './objectives/tilted.ts'

export interface BatchPlan {
  readonly counts: Int32Array
  /** Example indices, batch after batch. */
  readonly order: Uint32Array
  /** Σ of the unit tilts over each batch: two numbers per step, computed on first use. */
  tiltSums(): Float64Array
}

/** Longest plan, in examples: 4 M of them take 16 MB. Longer runs get no plan. */
export const longestPlan = 1 << 22
const kept = 24

const plans = new Map<string, BatchPlan>()

/** Returns the plan for mini-batches of B < m. */
export function batchPlan(
  { seed, reshuffle }: Pick<DescentExperiment, 'seed' | 'reshuffle'>,
  m: number,
  B: number,
  steps: number,
): BatchPlan {
  const key = [seed, m, B, reshuffle, steps].join()
  const known = plans.get(key)
  if (known) return known
  const made = create(new Batches(seed, m, B, reshuffle), seed, m, steps)
  plans.set(key, made)
  if (plans.size > kept) plans.delete(plans.keys().next().value!)
  return made
}

function create(batches: Batches, seed: number, m: number, steps: number): BatchPlan {
  const counts = new Int32Array(steps)
  let total = 0
  for (let t = 1; t <= steps; t++) total += counts[t - 1] = batches.batchOf(t).count
  const order = new Uint32Array(total)
  let at = 0
  for (let t = 1; t <= steps; t++) {
    const { examples, from, count } = batches.batchOf(t)
    order.set(examples.subarray(from, from + count), at)
    at += count
  }
  let sums: Float64Array | undefined
  const tiltSums = (): Float64Array => {
    if (sums) return sums
    const [x, y] = [unitTilts(m, seed, 'tilt0'), unitTilts(m, seed, 'tilt1')]
    sums = new Float64Array(2 * steps)
    for (let t = 0, k = 0; t < steps; t++) {
      let sumX = 0
      let sumY = 0
      for (const end = k + counts[t]; k < end; k++) {
        sumX += x[order[k]]
        sumY += y[order[k]]
      }
      sums[2 * t] = sumX
      sums[2 * t + 1] = sumY
    }
    return sums
  }
  return { counts, order, tiltSums }
}
