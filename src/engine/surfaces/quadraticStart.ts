// Where a race on the quadratic valley starts, whatever its angle.

import type { Point } from './surface.ts'

export const quadraticStart: Point = [-9, 1.5]
