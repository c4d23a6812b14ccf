// Runs cells of a map in lockstep: many trajectories advance together through a compiled loop (wasm/sweep.ts), each
// with the bits of a single Run. It supports every rule, every two-parameter surface, any batch size and any decay. For
// everything else `lockstepOf` returns undefined.

import { batchPlan, longestPlan, type BatchPlan } from './batchPlan.ts'
import { programOfSurface, sureOf } from './compiledRun.ts'
import type { MapAxis, MapExperiment, ObjectiveSpec } from './experiment.ts'
import type { RuleGraph } from './language/lower.ts'
import { LaneGroups, LaneProgram, weakest, type Column, type LaneSetting } from './wasm/laneGroups.ts'
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
    if (alike) {
      const members: number[] = []
      for (let n = 0; n < cells.length; n++) members.push(n)
      return Array.from({ length: map.seeds }, (_, seed) => ({ seed, B: B0, members }))
    }
    const groups = new Map<string, Group>()
    for (let k = 0; k < map.seeds; k++) {
      for (let n = 0; n < cells.length; n++) {
        const cell = cells[n]
        const B = Math.min(valueAt('batchSize', cell, B0), m)
        const curvature = spec.kind === 'bowl' && B < m ? valueAt('curvature', cell, ownCurvature) : 0
        // Without noise and decay, the batch size changes nothing.
        const matters = (summed && B < m) || decays || asksEpoch
        const key = `${k} ${matters ? B : 0} ${curvature}`
        const group = groups.get(key)
        if (group) group.members.push(n)
        else groups.set(key, { seed: k, B, members: [n] })
      }
    }
    return groups.values()
  }

  /** Names the numbers that differ from cell to cell. */
  const varied = new Set<string>()
  const names = (parameter: string): string => (parameter === 'alpha' ? parameter : `parameter ${parameter}`)
  const columnsOfAxes = axes.map(({ parameter, own, values: at }) => {
    const isRate = parameter === 'decay.rate'
    const name = isRate ? 'rate' : names(own)
    const read = isRate || own === 'alpha' || rule.parameters.some((one) => one.name === own)
    if (read && at.length > 1) varied.add(isRate ? 'alpha' : name)
    return { name, read }
  })
  const least = Object.fromEntries(
    rule.parameters.map(({ name, value }) => {
      const axis = axes.findLast(({ own: named }) => named === name)
      return [name, axis ? weakest(axis.values) : (values[name] ?? value)]
    }),
  )
  const surface = programOfSurface(plane)
  const ones = new Set<string>()
  if (plane.scale === 1) ones.add('scale')
  const programs = new Map<string, LaneProgram>()
  const programFor = (batches: 'alike' | 'tilted' | 'examples'): LaneProgram => {
    let program = programs.get(batches)
    if (!program) {
      const setting = {
        ...{ rule, surface: surface.program, batches, varied, ones },
        steady: !decays,
        targeted: map.target !== undefined,
        walled: plane.walled,
        sure: (graph: RuleGraph) => sureOf(graph, least),
      }
      programs.set(batches, (program = new LaneProgram(setting, surface.key, least)))
    }
    return program
  }
  /** Keeps the surface of each seed and curvature. */
  const places = new Map<number, Map<number, Known>>()
  const placeAt = (seed: number, curvature: number): Known => {
    let ofSeed = places.get(seed)
    if (!ofSeed) places.set(seed, (ofSeed = new Map<number, Known>()))
    let found = ofSeed.get(curvature)
    if (!found) ofSeed.set(curvature, (found = known(curved ? withCurvature(spec, curvature) : spec, seed)))
    return found
  }
  /** Returns a constant that is the same in all cells, or undefined. A bowl's constants depend on the seed. */
  const commonConstant = (i: number): number | undefined => {
    if (spec.kind === 'bowl') return undefined
    const curvatures = axes.flatMap((axis) => (axis.parameter === 'curvature' ? axis.values : []))
    const all = [ownCurvature, ...curvatures].map((at) => placeAt(base.seed, at).plane!.constants[i])
    return all.every((value) => Object.is(value, all[0])) ? all[0] : undefined
  }
  surface.program.constants.forEach((name, i) => {
    const common = commonConstant(i)
    if (common === 1) ones.add(`constant ${name}`)
    else if (common === undefined && curved) varied.add(`constant ${name}`)
  })

  const runTogether = (group: Group, cells: ArrayLike<number>, from: number, tell: Outcome): boolean => {
    const seed = (base.seed + group.seed) >>> 0
    const { members, B } = group
    const lanes = Math.min(lanesAtOnce, members.length - from)
    const cellOf = (lane: number): number => cells[members[from + lane]]
    const column = (parameter: MapAxis['parameter']): Float64Array => {
      const of = new Float64Array(lanes)
      for (let i = 0; i < lanes; i++) of[i] = valueAt(parameter, cellOf(i), NaN)
      return of
    }
    const columns = new Map<string, Column>([
      ['alpha', run.alpha],
      ['rate', NaN],
      ['scale', plane.scale],
    ])
    for (const { name, value } of rule.parameters) columns.set(names(name), values[name] ?? value)
    axes.forEach(({ parameter }, i) => {
      const { name, read } = columnsOfAxes[i]
      if (read) columns.set(name, axes[i].values.length > 1 ? column(parameter) : axes[i].values[0])
    })
    if (varied.has('alpha') && typeof columns.get('alpha') === 'number')
      columns.set('alpha', new Float64Array(lanes).fill(columns.get('alpha') as number))
    const curvatureOf = (lane: number): number => valueAt('curvature', cellOf(lane), ownCurvature)
    const first = placeAt(seed, curvatureOf(0))
    surface.program.constants.forEach((name, k) => {
      const key = `constant ${name}`
      if (!varied.has(key)) return columns.set(key, first.plane!.constants[k])
      const of = new Float64Array(lanes)
      for (let i = 0; i < lanes; i++) of[i] = placeAt(seed, curvatureOf(i)).plane!.constants[k]
      return columns.set(key, of)
    })
    const batched = summed && B < m
    const setting: LaneSetting = {
      program: programFor(batched ? plane.batches : 'alike'),
      columns,
      lanes,
      start: base.start ?? first.start,
      decay: run.decay,
      steps,
      perEpoch: Math.ceil(m / B),
      target: map.target,
      noise: plane.noise,
      examples: first.plane!.columns,
    }
    const plan: BatchPlan | undefined = batched
      ? batchPlan({ seed, reshuffle: base.reshuffle }, m, B, steps)
      : undefined
    const told = withHost((host) =>
      new LaneGroups(host, setting, plan).run((lane, reached, cost, diverged) =>
        tell(members[from + lane], group.seed, reached, cost, diverged),
      ),
    )
    return told === true
  }

  return {
    run(cells, tell) {
      for (const group of groupsOf(cells))
        for (let from = 0; from < group.members.length; from += lanesAtOnce)
          if (!runTogether(group, cells, from, tell)) return false
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
