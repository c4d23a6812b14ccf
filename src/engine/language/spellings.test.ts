// Formulas and rules as people write them: from Python, LaTeX or a phone's keyboard. Each means the same as its plain
// form, or is rejected with what to write.

import { describe, expect, test } from 'vitest'
import { expression } from '../surfaces/expression.ts'
import { parseRule, parseSurface } from './parse.ts'

const points = [
  [0.5, 1.25],
  [-1.5, 0.75],
  [2, -3],
] as const
const values = (source: string): number[] => points.map(([x, y]) => expression(source).value(x, y))
const refused = (source: string): string => {
  const parsed = parseSurface(source)
  if (parsed.ok) throw new Error(`${source} is read`)
  return parsed.fault.message
}

test.each([
  ['|x| + |y|', 'abs(x) + abs(y)'],
  ['|x - |y||', 'abs(x - abs(y))'],
  ['2*|x|^2', '2*abs(x)^2'],
  ['[x + 1]^{2}', '(x + 1)^2'],
  ['np.exp(-x**2) + math.sin(y)', 'exp(-x^2) + sin(y)'],
  ['Math.pow(x, 2) + pow(y, 3)', 'x^2 + y^3'],
  ['SIN(x) + Cos(y) + sgn(x)', 'sin(x) + cos(y) + sign(x)'],
  ['log10(x^2) + log2(y^2)', 'log(x^2)/log(10) + log(y^2)/log(2)'],
  ['w_1^2 + 3*w_2', 'x^2 + 3*y'],
  ['θ₁² + 3·θ₂', 'x^2 + 3*y'],
  ['x_1*x2', 'x*y'],
  ['J(w, b) = w^2 + b', 'x^2 + y'],
  ['f = x^2;', 'x^2'],
  ['$\\frac{x^{2}}{2} + 3\\cdot y$', 'x^2/2 + 3*y'],
  ['\\left(x\\right)\\times\\sqrt{y^2} - \\pi', 'x*sqrt(y^2) - pi'],
  ['（x＋１．５）＊２', '(x + 1.5)*2'],
  ['x⁄2 − y∙3 — 1', 'x/2 - y*3 - 1'],
  ['½*x + x^¾*0', '0.5*x + x^0.75*0'],
  ['x_{1} + x_{2}', 'x + y'],
  ['\\theta_1^2 + \\theta_{2}', 'x^2 + y'],
  ['x\u200b + y', 'x + y'],
  ['𝑥^2 + 𝜋', 'x^2 + pi'],
])('%s is %s', (odd, plain) => {
  expect(values(odd)).toEqual(values(plain))
})

describe('ambiguous or meaningless text is refused with a suggestion', () => {
  test.each([
    ['2|x|', "column 2: write * between '2' and '|': 2*|"],
    ['|x', 'column 1: this bar is not closed: |x| or abs(x)'],
    ['ln x', 'column 1: ln needs a bracket after it: ln(…)'],
    ['sin²(x)', 'column 1: the power of sin goes after its bracket: sin(…)^2'],
    ['cosh(x)', "column 1: unknown function 'cosh': write (exp(x) + exp(-x))/2"],
    ['lg(x)', "column 1: unknown function 'lg': write log(x)/log(10)"],
    ['1,5*x', 'column 2: the decimal mark is a point: 1.5'],
    ['pow(x)', 'column 1: write it as x^y'],
    ['\\frac x 2', 'column 1: write it as a/b'],
    ['2\\pi', "column 2: write * between '2' and 'pi': 2*pi"],
    ['np.pi2', "column 4: unknown name 'pi2'"],
  ])('%s', (source, said) => {
    expect(refused(source)).toBe(said)
  })
  test('brackets and bars by the thousand', () => {
    expect(refused('|x+'.repeat(200))).toContain('brackets deeper than 32 levels')
    expect(refused('\\frac{'.repeat(150))).toContain('brackets deeper than 32 levels')
    expect(refused('pow(x,'.repeat(150))).toContain('brackets deeper than 32 levels')
  })
})

test('a rule has the same spellings, and keeps its own names', () => {
  expect(parseRule('V = 0.9*V + |dW|\nw = w - alpha*np.sqrt(V)').ok).toBe(true)
  expect(parseRule('pow = 2\nw = w - alpha*dW*pow').ok).toBe(true)
  for (const spelled of [
    'V_{dW} = 0.9*V_{dW}\nw ← w − α·V_dW',
    '\\beta_1 = 0.9\nw := w - alpha*\\beta_{1}*dW',
  ])
    expect([spelled, parseRule(spelled)]).toMatchObject([spelled, { ok: true }])
  const comment = parseRule('w = w - alpha*dW // a step')
  expect(!comment.ok && comment.fault.message).toBe('line 1, column 18: a comment begins with #')
  const faulty = parseRule('w = w - alpha*ln(dW)')
  expect(!faulty.ok && faulty.fault.message).toBe("line 1, column 15: unknown function 'ln': write log(x)")
})
