// Builds the objective of a spec. Separate from the registry, so a page that only names objectives does not load the
// network kernels and the data.

import type { ObjectiveSpec } from '../experiment.ts'
import { expression } from '../surfaces/expression.ts'
import { surfaces } from '../surfaces/index.ts'
import { quadratic } from '../surfaces/quadratic.ts'
import { bowl } from './bowl.ts'
import { leastSquares } from './leastSquares.ts'
import { createNetwork } from './network.ts'
import type { KnownObjective } from './plane.ts'
import { tilted } from './tilted.ts'

/** Builds the objective of a valid spec. */
export function createObjective(spec: ObjectiveSpec, seed: number): KnownObjective {
  switch (spec.kind) {
    case 'bowl':
      return bowl(spec, seed)
    case 'leastSquares':
      return leastSquares(spec)
    case 'network':
      return createNetwork(spec, seed)
    case 'quadratic':
      return tilted(quadratic(spec.curvature, spec.angle), spec, seed)
    case 'expression':
      return tilted(expression(spec.source), spec, seed)
    default:
      return tilted(surfaces[spec.kind], spec, seed)
  }
}
