// The start of a race on the quadratic valley, for every angle.

import type { Point } from './surface.ts'

export const quadraticStart: Point = [-9, 1.5]
