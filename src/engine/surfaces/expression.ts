// The learner's own surface: a formula in x and y with exact derivatives (expressionTape.ts), read by a closed grammar
// (expressionParser.ts). Its minima are not known; where the formula has no
// value (the logarithm of a negative number) a run ends, and says which operation is to blame.

import { s } from '../formula.ts'
import { parseExpression } from './expressionParser.ts'
import { expressionStart } from './expressionStart.ts'
import type { Surface, SurfaceWords } from './surface.ts'

export const expressionWords: SurfaceWords = {
  label: { en: 'Own formula', zh: '自己的公式' },
  help: {
    en: 'Type J in x and y: + − * / ^, brackets, pi, e, exp, log, sqrt, sin, cos, tan, tanh, abs, min, max.',
    zh: '用 x 和 y 写出 J：+ − * / ^、括号、pi、e、exp、log、sqrt、sin、cos、tan、tanh、abs、min、max。',
  },
  formula: [['J = f(', s('x'), ',', s('y'), ')']],
  citation: 'Griewank & Walther 2008',
  week: false,
}

/** Two hollows of different depth and a saddle between. */
export const defaultSource = '(x^2 - 1)^2 + 2*y^2 + 0.3*x'

/** Throws a RangeError with the parser's sentence where `source` is not a formula. */
export function expression(source: string): Surface {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new RangeError(parsed.message)
  const { tape } = parsed
  return {
    start: expressionStart,
    view: [-3, 3, -3, 3],
    minima: [],
    saddles: [],
    value: (x, y) => tape.value(x, y),
    gradient: (x, y, out) => tape.gradient(x, y, out),
    hessian: (x, y, out) => tape.hessian(x, y, out),
    lacks: (x, y) => tape.lacks(x, y),
  }
}
