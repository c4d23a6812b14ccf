// The cost that counts as reached, for a race on a surface or a network.

import type { DescentExperiment, ObjectiveSpec } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { parameterCount } from '../engine/objectives/network/architecture.ts'
import { examplesOf } from './experiment.ts'

const knownTargets = new WeakMap<ObjectiveSpec, Map<string, number>>()

/**
 * The target is a thousandth of the distance from the start's cost down to the lowest known cost, or a thousandth of
 * the start's cost if none is known, or half of it for a network.
 */
export function targetOf(base: DescentExperiment): number {
  const { objective, seed, start } = base
  let targets = knownTargets.get(objective)
  if (!targets) knownTargets.set(objective, (targets = new Map()))
  const key = `${seed} ${start?.join() ?? ''}`
  let target = targets.get(key)
  if (target === undefined) targets.set(key, (target = measuredTarget(base)))
  return target
}

/** The most numbers (examples times weights) to evaluate synchronously for a target. */
const mostForTarget = 2_000_000

function measuredTarget(base: DescentExperiment): number {
  const { objective: spec, seed, start } = base
  if (spec.kind === 'network' && examplesOf(base) * parameterCount(spec.layers) > mostForTarget) return 0.1
  const objective = createObjective(spec, seed)
  const first = objective.cost(Float64Array.from(start ?? objective.start))
  const minima = objective.landscape?.minima ?? []
  const least = Math.min(first, ...minima.map(([x, y]) => objective.landscape!.value(x, y)))
  const share = spec.kind === 'network' ? 2 : 1000
  const target = minima.length > 0 ? least + (first - least) / share : first / share
  return Number.isFinite(target) ? Number(target.toPrecision(6)) : 0.1
}
