// The start of a race and the middle of its valley, without building the objective.

import type { BowlSpec, DescentExperiment, ObjectiveSpec, QuadraticSpec } from '../engine/experiment.ts'
import { trueWeights } from '../engine/objectives/trueWeights.ts'
import { expressionStart } from '../engine/surfaces/expressionStart.ts'
import { quadraticStart } from '../engine/surfaces/quadraticStart.ts'
import { useRegistries, type Surfaces } from '../state/registries.ts'

/** Whether it is a valley with one known middle. */
export const hasMiddle = (objective: ObjectiveSpec): objective is BowlSpec | QuadraticSpec =>
  objective.kind === 'bowl' || objective.kind === 'quadratic'

/** Returns the minimum of a valley in (w, b), for every angle. */
export function middleOf({ kind }: BowlSpec | QuadraticSpec): readonly [number, number] {
  return kind === 'bowl' ? trueWeights : [0, 0]
}

/** Returns θ₀ of a two-parameter objective, or 0 for a surface until the registry has loaded. */
export function startOf(
  { start, objective }: Pick<DescentExperiment, 'start' | 'objective'>,
  surfaces = useRegistries.getState().surfaces,
): readonly number[] {
  return start ?? ownStart(objective, surfaces)
}

function ownStart(objective: ObjectiveSpec, surfaces: Surfaces | undefined): readonly number[] {
  switch (objective.kind) {
    case 'network':
    case 'leastSquares':
      return [0, 0]
    case 'bowl': {
      const [w, b] = middleOf(objective)
      return [w - 9, b + 1.5]
    }
    case 'quadratic':
      return quadraticStart
    case 'expression':
      return expressionStart
    default:
      return surfaces?.[objective.kind].start ?? [0, 0]
  }
}
