// The registry of surfaces given by a formula without fields of its own. Keys are ids in shared links: never rename one.
// (quadratic and expression depend on their fields: quadratic.ts, expression.ts.)

import type { PlainSurfaceKind } from '../experiment.ts'
import { beale } from './beale.ts'
import { himmelblau } from './himmelblau.ts'
import { plateau } from './plateau.ts'
import { rastrigin } from './rastrigin.ts'
import { rosenbrock } from './rosenbrock.ts'
import { saddle } from './saddle.ts'
import type { PlainSurface } from './surface.ts'

export const surfaces: Readonly<Record<PlainSurfaceKind, PlainSurface>> = {
  saddle,
  plateau,
  rosenbrock,
  himmelblau,
  beale,
  rastrigin,
}
