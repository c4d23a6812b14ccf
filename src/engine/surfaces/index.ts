// The registry of surfaces given by a formula without fields of its own. A new one is a file and a line here; keys are ids
// in shared links and are never renamed. (quadratic and expression depend on their fields: quadratic.ts, expression.ts.)

import { beale } from './beale.ts'
import { himmelblau } from './himmelblau.ts'
import { plateau } from './plateau.ts'
import { rastrigin } from './rastrigin.ts'
import { rosenbrock } from './rosenbrock.ts'
import { saddle } from './saddle.ts'
import type { PlainSurface } from './surface.ts'

export const surfaces = {
  saddle,
  plateau,
  rosenbrock,
  himmelblau,
  beale,
  rastrigin,
} as const satisfies Readonly<Record<string, PlainSurface>>

export type PlainSurfaceKind = keyof typeof surfaces
