// Where a race starts and where its valley's middle is, known without making the objective.

import type { BowlSpec, DescentExperiment, ObjectiveSpec, QuadraticSpec } from '../engine/experiment.ts'
import { expressionStart } from '../engine/surfaces/expression.ts'
import { surfaces } from '../engine/surfaces/index.ts'
import { quadratic } from '../engine/surfaces/quadratic.ts'

/** The minimum of a valley, in (w, b), whatever its angle. */
export function middleOf({ kind }: BowlSpec | QuadraticSpec): readonly [number, number] {
  return kind === 'bowl' ? [2, 0.5] : [0, 0]
}

/** θ₀ of an objective of two parameters. */
export function startOf({
  start,
  objective,
}: Pick<DescentExperiment, 'start' | 'objective'>): readonly number[] {
  return start ?? ownStart(objective)
}

function ownStart(objective: ObjectiveSpec): readonly number[] {
  switch (objective.kind) {
    case 'network':
    case 'leastSquares':
      return [0, 0]
    case 'bowl': {
      const [w, b] = middleOf(objective)
      return [w - 9, b + 1.5]
    }
    case 'quadratic':
      return quadratic(objective.curvature, objective.angle).start
    case 'expression':
      return expressionStart
    default:
      return surfaces[objective.kind].start
  }
}
