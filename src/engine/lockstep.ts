// Cells of a map in lockstep: whole tiles of trajectories advance together through the vector kernel, with the bits of a
// single Run each. There is a lockstep form for every optimizer on the surfaces that are polynomials of two parameters and
// on the bowl, at any batch size, with α constant or the course's decay; for the rest `lockstepOf` gives undefined.

import { batchPlan, longestPlan, type BatchPlan } from './batchPlan.ts'
import type { BowlSpec, MapAxis, MapExperiment, PlainSurfaceSpec, QuadraticSpec } from './experiment.ts'
import { axisValue } from './mapAxis.ts'
import { bowlData, trueWeights } from './objectives/bowlData.ts'
import { normalEquations } from './objectives/normalEquations.ts'
import { settingsOf, type OptimizerKey } from './optimizers/index.ts'
import { FADE } from './optimizers/nadam.ts'
import { rotation } from './surfaces/rotation.ts'
import { surfaces } from './surfaces/index.ts'
import { quadratic } from './surfaces/quadratic.ts'
import { field, fieldCount, forms, lanes, rules, sweepKernel, type SweepKernel } from './wasm/sweepKernel.ts'

/** What one run came to: the step from which the target is kept (NaN: none), the last cost, whether it diverged. */
export type Outcome = (place: number, seed: number, steps: number, cost: number, diverged: boolean) => void

export interface Lockstep {
  /** Runs every seed of each cell (numbered x fastest), and tells what each came to by its place in the list, in any order. */
  run(cells: ArrayLike<number>, tell: Outcome): void
}

type Form = keyof typeof forms

const fieldOf: Readonly<Partial<Record<MapAxis['parameter'], number>>> = {
  alpha: field.alpha,
  'decay.rate': field.rate,
  beta: field.beta,
  beta1: field.beta,
  rho: field.beta,
  beta2: field.beta2,
  epsilon: field.epsilon,
  weightDecay: field.weightDecay,
}

/** Examples that go into the kernel at once. */
const examplesAtOnce = 1 << 16
const stepsAtOnce = 4096

interface Group {
  readonly seed: number
  readonly B: number
  /** λ₂ of the examples, where batches of a bowl are summed. */
  readonly curvature: number
  /** Places in the list of cells. */
  readonly members: number[]
}

export function lockstepOf(map: MapExperiment): Lockstep | undefined {
  const { base } = map
  const spec = base.objective
  const run = base.runs[0]
  if (!(spec.kind in forms)) return undefined
  if (run.decay.kind !== 'none' && !(run.decay.kind === 'inverse' && run.decay.every === 1)) return undefined
  // A new optimizer has no loop of its own in the kernel: its maps are made of single runs.
  if (!inLockstep(run.optimizer) || base.costEvery !== 1) return undefined
  const rule: Rule = run.optimizer
  if ((base.start?.length ?? 2) !== 2) return undefined
  const kernel = sweepKernel()
  if (!kernel) return undefined
  const plane = spec as PlaneSpec
  const steps = run.steps ?? base.steps
  const { m } = plane
  const own = run.batchSize ?? base.batchSize
  const summed = plane.kind === 'bowl' || plane.noise > 0
  const B0 = own === 'all' ? m : Math.min(own, m)
  const largest = [map.x, map.y].reduce(
    (B, axis) => (axis.parameter === 'batchSize' ? Math.max(axis.from, axis.to) : B),
    B0,
  )
  if (summed && steps * Math.min(largest, m) > longestPlan) return undefined

  const settings = settingsOf(run, base.convention)
  const axes = [map.x, map.y].map((axis) => ({
    values: Array.from({ length: axis.count }, (_, i) => axisValue(axis, i)),
    at: fieldOf[axis.parameter],
    parameter: axis.parameter,
  }))
  const common = new Float64Array(fieldCount)
  common[field.alpha] = run.alpha
  common[field.rate] = run.decay.kind === 'inverse' ? run.decay.rate : 0
  common[field.beta] = { ...settings, gd: 0 }[betaOf(rule)]
  common[field.beta2] = settings.beta2
  common[field.epsilon] = settings.epsilon
  common[field.weightDecay] = settings.weightDecay
  common[field.fade] = FADE
  const start = base.start ?? startOf(plane)
  common[field.w0] = start[0]
  common[field.w1] = start[1]

  const constants = new Map<string, readonly number[]>()
  const constantsOf = (curvature: number, seed: number): readonly number[] => {
    const key = plane.kind === 'bowl' ? `${curvature} ${seed}` : String(curvature)
    let known = constants.get(key)
    if (!known) constants.set(key, (known = surfaceConstants(withCurvature(plane, curvature), seed)))
    return known
  }
  const ownCurvature = 'curvature' in plane ? plane.curvature[1] : 0

  const curved = axes.some(({ parameter }) => parameter === 'curvature')
  // Then all cells of a seed run together: their batches are the same, or change nothing.
  const sized = axes.some(({ parameter }) => parameter === 'batchSize')
  const alike =
    (!sized || (!summed && run.decay.kind === 'none')) && !(curved && plane.kind === 'bowl' && B0 < m)

  /** The value of one of the axes at a cell, or the base's own. */
  const valueAt = (parameter: MapAxis['parameter'], cell: number, otherwise: number): number => {
    if (axes[0].parameter === parameter) return axes[0].values[cell % map.x.count]
    if (axes[1].parameter === parameter) return axes[1].values[Math.floor(cell / map.x.count)]
    return otherwise
  }

  return {
    run(cells, tell) {
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
          const curvature = plane.kind === 'bowl' && B < m ? valueAt('curvature', cell, ownCurvature) : 0
          // Without noise and without decay the batch size changes nothing.
          const matters = (summed && B < m) || run.decay.kind === 'inverse'
          const key = `${k} ${matters ? B : 0} ${curvature}`
          const group = groups.get(key)
          if (group) group.members.push(n)
          else groups.set(key, { seed: k, B, curvature, members: [n] })
        }
      }
      for (const group of groups.values())
        for (let from = 0; from < group.members.length; from += lanes)
          runTile(kernel, group, cells, group.members.slice(from, from + lanes), tell)
    },
  }

  function runTile(
    vectors: SweepKernel,
    group: Group,
    cells: ArrayLike<number>,
    places: readonly number[],
    tell: Outcome,
  ): void {
    const seed = (base.seed + group.seed) >>> 0
    const shared = curved ? undefined : constantsOf(ownCurvature, seed)
    const fields = vectors.fields()
    for (let i = 0; i < lanes; i++) {
      // Lanes beyond the last cell repeat it.
      const cell = cells[places[Math.min(i, places.length - 1)]]
      for (let k = 0; k < fieldCount; k++) fields[k * lanes + i] = common[k]
      const own = curved ? constantsOf(valueAt('curvature', cell, ownCurvature), seed) : shared!
      for (let k = 0; k < own.length; k++) fields[(field.surface + k) * lanes + i] = own[k]
      if (axes[0].at !== undefined) fields[axes[0].at * lanes + i] = axes[0].values[cell % map.x.count]
      if (axes[1].at !== undefined)
        fields[axes[1].at * lanes + i] = axes[1].values[Math.floor(cell / map.x.count)]
    }
    const stepsPerEpoch = Math.ceil(m / group.B)
    const goes = vectors.begin(
      rules[rule],
      forms[plane.kind],
      settings.course ? 1 : 0,
      settings.biasCorrection ? 1 : 0,
      run.decay.kind === 'inverse' ? 1 : 0,
      stepsPerEpoch,
      map.target === undefined ? 0 : 1,
      plane.scale,
      map.target ?? 0,
    )
    if (goes && steps > 0) {
      if (!summed || group.B === m) vectors.complete(steps)
      else follow(vectors, batchPlan({ seed, reshuffle: base.reshuffle }, m, group.B, steps), group, seed)
    }
    const ended = vectors.fields()
    for (let i = 0; i < places.length; i++)
      tell(
        places[i],
        group.seed,
        ended[field.steps * lanes + i],
        ended[field.cost * lanes + i],
        ended[field.alive * lanes + i] === 0,
      )
  }

  function follow(vectors: SweepKernel, plan: BatchPlan, group: Group, seed: number): void {
    if (plane.kind === 'bowl') {
      const data = bowlDataOf(withCurvature(plane, group.curvature) as BowlSpec, seed)
      for (let t = 0, at = 0; t < steps;) {
        let count = 0
        let until = t
        while (until < steps && (until === t || count + plan.counts[until] <= examplesAtOnce))
          count += plan.counts[until++]
        const chosen = plan.order.subarray(at, at + count)
        const [x0, x1, y] = [data.x0, data.x1, data.y].map((column) => gathered(column, chosen))
        if (!vectors.advanceExamples(plan.counts.subarray(t, until), x0, x1, y)) return
        t = until
        at += count
      }
      return
    }
    const sums = plan.tiltSums()
    const { noise } = plane
    for (let t = 0; t < steps; t += stepsAtOnce) {
      const tilts = sums.slice(2 * t, 2 * Math.min(t + stepsAtOnce, steps))
      for (let n = 0; n < tilts.length; n++) tilts[n] = (noise * tilts[n]) / plan.counts[t + (n >> 1)]
      if (!vectors.advanceTilted(tilts)) return
    }
  }
}

type Rule = keyof typeof rules
const inLockstep = (optimizer: OptimizerKey): optimizer is Rule => optimizer in rules

const betaOf = (optimizer: Rule): 'beta' | 'beta1' | 'rho' | 'gd' => {
  if (optimizer === 'gd' || optimizer === 'adagrad' || optimizer === 'rmsprop') return 'gd'
  if (optimizer === 'momentum' || optimizer === 'nesterov') return 'beta'
  return optimizer === 'adadelta' ? 'rho' : 'beta1'
}

type PlaneSpec = BowlSpec | QuadraticSpec | (PlainSurfaceSpec & { readonly kind: Form })

function startOf(spec: PlaneSpec): readonly number[] {
  if (spec.kind === 'bowl') return [trueWeights[0] - 9, trueWeights[1] + 1.5]
  if ('curvature' in spec) return quadratic(spec.curvature, spec.angle).start
  return surfaces[spec.kind].start
}

const withCurvature = (spec: PlaneSpec, curvature: number): PlaneSpec =>
  'curvature' in spec ? { ...spec, curvature: [spec.curvature[0], curvature] } : spec

/** The eight numbers that sweep.c knows as C0 … C7. */
function surfaceConstants(spec: PlaneSpec, seed: number): readonly number[] {
  if (spec.kind === 'quadratic') return [...rotation(spec.angle), ...spec.curvature]
  if (spec.kind !== 'bowl') return []
  const { x0, x1, y } = bowlDataOf(spec, seed)
  return normalEquations(x0, x1, y, trueWeights).constants
}

const recentData = new Map<string, ReturnType<typeof bowlData>>()

function bowlDataOf(spec: BowlSpec, seed: number): ReturnType<typeof bowlData> {
  const key = JSON.stringify([spec, seed])
  let data = recentData.get(key)
  if (!data) {
    data = bowlData(spec, seed)
    recentData.set(key, data)
    if (recentData.size > 16) recentData.delete(recentData.keys().next().value!)
  }
  return data
}

function gathered(column: Float64Array, chosen: Uint32Array): Float64Array {
  const values = new Float64Array(chosen.length)
  for (let n = 0; n < chosen.length; n++) values[n] = column[chosen[n]]
  return values
}
