// Runs cells of a map in lockstep: many trajectories advance together through a compiled loop (wasm/sweep.ts), each
// with the bits of a single Run. It supports every rule, every two-parameter surface, any batch size and any decay.
// For everything else `lockstepOf` returns undefined.

import { batchPlan, longestPlan, type BatchPlan } from './batchPlan.ts'
import { programOfSurface, sureOf } from './compiledRun.ts'
import type { MapAxis, MapExperiment, ObjectiveSpec } from './experiment.ts'
import { LaneGroups, type LaneSetting } from './wasm/laneGroups.ts'
import { withHost } from './wasm/host.ts'
import { axisValue } from './mapAxis.ts'
import { createObjective } from './objectives/create.ts'
import type { Plane } from './objectives/objective.ts'
import { optimizerOf, ownParameter, settingsOf } from './optimizers/index.ts'
import { valuesOf } from './optimizers/mover.ts'

/**
 * Reports the result of one run: the step from which the target is kept (NaN: none), the last cost, and whether it
 * diverged.
 */
export type Outcome = (place: number, seed: number, steps: number, cost: number, diverged: boolean) => void

export interface Lockstep {
  /**
   * Runs every seed of each cell (numbered x fastest) and reports each result by its index in the list, in any order.
   * Returns false if compilation fails, and the caller must use single runs.
   */
  run(cells: ArrayLike<number>, tell: Outcome): boolean
}

/** Lanes that advance together. Their frames and inputs fit the cache. */
const lanesAtOnce = 512

interface Group {
  readonly seed: number
  readonly B: number
  /** λ₂ of the examples, where the batches of a bowl are summed. */
  readonly curvature: number
  /** Indices into the list of cells. */
  readonly members: number[]
}

const kinds: ReadonlySet<ObjectiveSpec['kind']> = new Set(['leastSquares', 'network'])

export function lockstepOf(map: MapExperiment): Lockstep | undefined {
  const { base } = map
  const spec = base.objective
  const run = base.runs[0]
  if (kinds.has(spec.kind) || base.costEvery !== 1 || (base.start?.length ?? 2) !== 2) return undefined
  if (withHost(() => true) === undefined) return undefined
  const plane = planeOf(spec, base.seed)
  if (!plane) return undefined
  const { m } = spec as { readonly m: number }
  const steps = run.steps ?? base.steps
  const own = run.batchSize ?? base.batchSize
  const summed = plane.batches !== 'alike'
  const B0 = own === 'all' ? m : Math.min(own, m)
  const largest = [map.x, map.y].reduce(
    (B, axis) => (axis.parameter === 'batchSize' ? Math.max(axis.from, axis.to) : B),
    B0,
  )
  if (summed && steps * Math.min(largest, m) > longestPlan) return undefined

  const optimizer = optimizerOf(run)
  const settings = settingsOf(run, base.convention)
  const rule = optimizer.ruleOf(settings.course, settings.biasCorrection)
  const values = valuesOf(optimizer, run, settings)
  const axes = [map.x, map.y].map((axis) => ({
    values: Array.from({ length: axis.count }, (_, i) => axisValue(axis, i)),
    parameter: axis.parameter,
    own: ownParameter(run, axis.parameter) ?? axis.parameter,
  }))
  const ownCurvature = 'curvature' in spec ? spec.curvature[1] : 0
  const curved = axes.some(({ parameter }) => parameter === 'curvature')
  // If neither axis is the batch size, all cells of a seed run together: their batches are the same, or irrelevant.
  const sized = axes.some(({ parameter }) => parameter === 'batchSize')
  const decays = run.decay.kind !== 'none'
  const asksEpoch = /\bepoch\b/.test(rule.source)
  const alike = (!sized || (!summed && !decays && !asksEpoch)) && !(curved && spec.kind === 'bowl' && B0 < m)

  /** Returns the value of an axis parameter at a cell, or the base's own value. */
  const valueAt = (parameter: MapAxis['parameter'], cell: number, otherwise: number): number => {
    if (axes[0].parameter === parameter) return axes[0].values[cell % map.x.count]
    if (axes[1].parameter === parameter) return axes[1].values[Math.floor(cell / map.x.count)]
    return otherwise
  }

  const groupsOf = (cells: ArrayLike<number>): Iterable<Group> => {
    const groups = new Map<string, Group>()
    for (let k = 0; k < map.seeds; k++) {
      if (alike) {
        const members = Array.from({ length: cells.length }, (_, n) => n)
        groups.set(String(k), { seed: k, B: B0, curvature: ownCurvature, members })
        continue
      }
      for (let n = 0; n < cells.length; n++) {
        const cell = cells[n]
        const B = Math.min(valueAt('batchSize', cell, B0), m)
        const curvature = spec.kind === 'bowl' && B < m ? valueAt('curvature', cell, ownCurvature) : 0
        // Without noise and decay, the batch size changes nothing.
        const matters = (summed && B < m) || decays || asksEpoch
        const key = `${k} ${matters ? B : 0} ${curvature}`
        const group = groups.get(key)
        if (group) group.members.push(n)
        else groups.set(key, { seed: k, B, curvature, members: [n] })
      }
    }
    return groups.values()
  }

  const runTogether = (
    group: Group,
    cells: ArrayLike<number>,
    places: readonly number[],
    tell: Outcome,
  ): boolean => {
    const seed = (base.seed + group.seed) >>> 0
    const planes = places.map((place) =>
      curved
        ? planeOf(withCurvature(spec, valueAt('curvature', cells[place], ownCurvature)), seed)!
        : planeOf(spec, seed)!,
    )
    const batched = summed && group.B < m
    const setting: LaneSetting = {
      rule,
      sure: sureOf,
      plane: planes[0],
      surface: programOfSurface(planes[0]),
      batches: batched ? planes[0].batches : 'alike',
      decay: run.decay,
      steps,
      perEpoch: Math.ceil(m / group.B),
      target: map.target,
      start: base.start ?? Array.from(createdStart(spec, seed)),
    }
    const plan: BatchPlan | undefined = batched
      ? batchPlan({ seed, reshuffle: base.reshuffle }, m, group.B, steps)
      : undefined
    const lanes = places.map((place, i) => {
      const cell = cells[place]
      const at = { ...values }
      for (const axis of axes) at[axis.own] = valueAt(axis.parameter, cell, 0)
      return {
        alpha: valueAt('alpha', cell, run.alpha),
        rate: valueAt('decay.rate', cell, NaN),
        values: at,
        constants: planes[i].constants,
      }
    })
    const ended = withHost((host) => new LaneGroups(host, setting, lanes, plan).run())
    if (!ended) return false
    ended.forEach((one, i) => tell(places[i], group.seed, one.steps, one.cost, one.diverged))
    return true
  }

  return {
    run(cells, tell) {
      for (const group of groupsOf(cells))
        for (let from = 0; from < group.members.length; from += lanesAtOnce)
          if (!runTogether(group, cells, group.members.slice(from, from + lanesAtOnce), tell)) return false
      return true
    },
  }
}

const withCurvature = (spec: ObjectiveSpec, curvature: number): ObjectiveSpec =>
  'curvature' in spec ? { ...spec, curvature: [spec.curvature[0], curvature] } : spec

interface Known {
  readonly plane: Plane | undefined
  readonly start: Float64Array
}
const recent = new Map<string, Known>()

function known(spec: ObjectiveSpec, seed: number): Known {
  // A surface without noise uses no random numbers.
  const drawn = spec.kind === 'bowl' || ('noise' in spec && spec.noise > 0)
  const key = JSON.stringify([spec, drawn ? seed : 0])
  let found = recent.get(key)
  if (!found) {
    const { plane, start } = createObjective(spec, seed)
    recent.set(key, (found = { plane, start }))
    if (recent.size > 1100) recent.delete(recent.keys().next().value!)
  }
  return found
}
const planeOf = (spec: ObjectiveSpec, seed: number): Plane | undefined => known(spec, seed).plane
const createdStart = (spec: ObjectiveSpec, seed: number): Float64Array => known(spec, seed).start
