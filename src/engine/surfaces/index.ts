// The registry of surfaces given by a formula without fields. A new one needs one file and one line here. Keys are ids
// in shared links, so never rename one. (quadratic.ts and expression.ts depend on their fields.)

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
