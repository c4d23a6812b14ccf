// The user's own surface: a formula in x and y with exact derivatives, in the language of doc/rule.md. Its minima are
// unknown. Where the formula has no value (the logarithm of a negative number) a run ends and names the operation at
// fault.

import { s } from '../formula.ts'
import { parseSurface } from '../language/parse.ts'
import { expressionStart } from './expressionStart.ts'
import { lacksOf } from '../language/lacks.ts'
import { functionsOf } from './plainSurface.ts'
import type { Surface, SurfaceWords } from './surface.ts'

export const expressionWords: SurfaceWords = {
  label: { en: 'Own formula', zh: '自己的公式' },
  help: {
    en: 'Type J in x and y: + − * / ^, brackets, pi, e, exp, log, sqrt, sin, cos, tan, tanh, abs, min, max.',
    zh: '用 x 和 y 写出 J：+ − * / ^、括号、pi、e、exp、log、sqrt、sin、cos、tan、tanh、abs、min、max。',
  },
  formula: [['J = f(', s('x'), ',', s('y'), ')']],
}

/** Two minima of different depth with a saddle in between. */
export const defaultSource = '(x^2 - 1)^2 + 2*y^2 + 0.3*x'

/** Throws a RangeError with the parser's sentence if `source` is not a formula. */
export function expression(source: string): Surface {
  const parsed = parseSurface(source)
  if (!parsed.ok) throw new RangeError(parsed.fault.message)
  return {
    start: expressionStart,
    view: [-3, 3, -3, 3],
    minima: [],
    saddles: [],
    source: { value: source },
    constants: [],
    ...functionsOf({ value: source }, []),
    lacks: lacksOf(source),
  }
}
