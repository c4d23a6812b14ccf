// The start of every typed formula.

import type { Point } from './surface.ts'

export const expressionStart: Point = [1.6, 1]
