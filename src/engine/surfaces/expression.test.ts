import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultSource, expression } from './expression.ts'
import { parseSurface } from '../language/parse.ts'
import { interpretSurface, programOf } from '../language/surfaceProgram.ts'

const at = (source: string, x = 2, y = 3): number => {
  const parsed = parseSurface(source)
  if (!parsed.ok) throw new Error(parsed.fault.message)
  return interpretSurface(programOf(parsed.value)).value(x, y)
}
const fault = (source: string): string => {
  const parsed = parseSurface(source)
  return parsed.ok ? 'no fault' : parsed.fault.message
}

describe('the grammar', () => {
  test.each([
    ['1 + 2*3 - 4/8', 6.5],
    ['2^3^2', 512],
    ['-x^2', -4],
    ['(-x)^2', 4],
    ['(-x)^3', -8],
    ['2^-x', 0.25],
    ['--x + +y', 5],
    ['1e-3*x', 0.002],
    ['.5 + 5.', 5.5],
    ['2E2', 200],
    ['pi - e', 3.141592653589793 - 2.718281828459045],
    ['8/4/2', 1],
    ['8-4-2', 2],
    ['min(x, y) - max(x, y)', -1],
    ['abs(-x)', 2],
    ['sqrt(x*8)', 4],
    ['exp(0) + log(1) + sin(0) + cos(0) + tan(0) + tanh(0)', 2],
    ['π − x·y × 1 ÷ 2', 3.141592653589793 - 3],
    ['（x＋y）', 5],
    ['  x\n', 2],
  ])('%s', (source, value) => expect(at(source)).toBeCloseTo(value, 12))

  test('a negative base needs a whole exponent', () => {
    expect(at('(-8)^(1/3)')).toBeNaN()
    expect(at('(-2)^-3')).toBe(-0.125)
    expect(at('0^0')).toBe(1)
  })

  test.each([
    ['constructor', "column 1: unknown name 'constructor'"],
    ['1 + __proto__', "column 5: '__proto__' is no name: a name begins with a letter"],
    ['X', "column 1: unknown name 'X'"],
    ['2x', "column 2: write * between '2' and 'x': 2*x"],
    ['x (y)', 'column 3: write * before the bracket: x*('],
    ['x + ', 'column 5: the formula ends too early'],
    ['', 'column 1: the formula is empty'],
    ['   ', 'column 4: the formula is empty'],
    ['x + * y', "column 5: unexpected '*'"],
    ['x)', "column 2: unexpected ')'"],
    ['(x + 1', 'column 1: this bracket is not closed'],
    ['sin x', 'column 1: sin needs a bracket after it: sin(…)'],
    ['min(x)', 'column 1: min takes two values, got 1'],
    ['sin(x, y)', 'column 1: sin takes one value, got 2'],
    ['1e999', "column 1: the number '1e999' is too large"],
    ['x; y', "column 2: unexpected ';'"],
    ['x = 1', "column 3: unexpected '='"],
  ])('%j: %s', (source, message) => expect(fault(source)).toBe(message))

  test('limits: 32 levels of brackets, 1,000 characters, and an answer at once', () => {
    const nested = (n: number): string => '('.repeat(n) + 'x' + ')'.repeat(n)
    expect(fault(nested(32))).toBe('no fault')
    expect(fault(nested(33))).toBe('column 33: brackets deeper than 32 levels')
    expect(fault('x'.padEnd(1001, '+x'))).toBe(
      'column 1: the formula has 1001 characters; at most 1000 are allowed',
    )
    expect(fault('-'.repeat(999) + 'x')).toBe('no fault')
    expect(fault('x^'.repeat(499) + 'x')).toBe('no fault')
    const before = performance.now()
    expect(fault(nested(100000))).toContain('at most 1000')
    expect(performance.now() - before).toBeLessThan(50)
  })

  test('a fault is in Chinese too', () => {
    const parsed = parseSurface('foo')
    expect(!parsed.ok && parsed.fault.located.zh).toBe("第 1 列：名称 'foo' 未知")
  })
})

describe('derivatives', () => {
  const derivatives = (source: string, x: number, y: number): number[] => {
    const surface = expression(source)
    const g = new Float64Array(2)
    const H = new Float64Array(3)
    surface.gradient(x, y, g)
    surface.hessian(x, y, H)
    return [...g, ...H]
  }

  test('are exact where possible', () => {
    expect(derivatives('x^2*y^3', 2, 3)).toEqual([108, 108, 54, 108, 72])
    expect(derivatives('x/y', 3, 2)).toEqual([0.5, -0.75, 0, -0.25, 0.75])
    expect(derivatives('x^0 + y^1', 0, 0)).toEqual([0, 1, 0, 0, 0])
  })

  test('of abs at 0 it is 0; min and max take the first on a tie', () => {
    expect(derivatives('abs(x)', 0, 0)[0]).toBe(0)
    expect(derivatives('min(x, y)', 1, 1).slice(0, 2)).toEqual([1, 0])
    expect(derivatives('max(y, x)', 1, 1).slice(0, 2)).toEqual([0, 1])
  })

  test('constants inside a steep function add nothing', () => {
    expect(derivatives('sqrt(0)*x + x^2', 1, 0)).toEqual([2, 0, 2, 0, 0])
    expect(derivatives('sqrt(x^2 + y^2)', 0, 0).slice(0, 2)).toEqual([0, 0])
  })

  test('value, gradient and Hessian passes give the same value, in any order', () => {
    const surface = expression(defaultSource)
    const out = new Float64Array(3)
    const before = surface.value(0.3, -0.7)
    surface.hessian(1, 1, out)
    surface.gradient(2, 2, out)
    expect(surface.value(0.3, -0.7)).toBe(before)
  })
})

describe('any text', () => {
  /** Returns '' for a valid formula, else the sentence in both languages. */
  function refusalOf(source: string): string {
    const parsed = parseSurface(source)
    if (!parsed.ok) return `${parsed.fault.message} ${parsed.fault.located.zh}`
    const out = new Float64Array(3)
    const surface = interpretSurface(programOf(parsed.value))
    surface.hessian(0.5, -1.5, out)
    return typeof surface.value(0.5, -1.5) === 'number' ? '' : 'not a number\n'
  }
  const token = fc.constantFrom(
    ...['x', 'y', 'e', 'pi', '1', '0', '2.5', '1e-3', '+', '-', '*', '/', '^', '(', ')', ',', ' '],
    ...['sin', 'log(', 'sqrt(', 'min(', 'abs(', '_', '😀', '\u0000', 'toString', '−', '\ud800'],
  )
  test('parses or is refused with one sentence, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 1200 }),
          fc.array(token, { maxLength: 60 }).map((t) => t.join('')),
        ),
        (source) => {
          expect(refusalOf(source)).toMatch(/^[^\n]*$/)
        },
      ),
      { numRuns: 2000, seed: 1 },
    )
  })

  /** A random formula in our grammar, and the same one in JavaScript. */
  const pair = fc.letrec<{ f: readonly [string, (x: number, y: number) => number] }>((tie) => ({
    f: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constant(['x', (x: number) => x] as const),
      fc.constant(['y', (_x: number, y: number) => y] as const),
      fc.integer({ min: 0, max: 9 }).map((n) => [String(n), () => n] as const),
      fc
        .tuple(tie('f'), tie('f'), fc.constantFrom('+', '-', '*'))
        .map(
          ([[a, fa], [b, fb], sign]) =>
            [
              `(${a})${sign}(${b})`,
              (x: number, y: number) =>
                sign === '+' ? fa(x, y) + fb(x, y) : sign === '-' ? fa(x, y) - fb(x, y) : fa(x, y) * fb(x, y),
            ] as const,
        ),
      tie('f').map(([a, fa]) => [`-(${a})^2`, (x: number, y: number) => -(fa(x, y) * fa(x, y))] as const),
    ),
  })).f
  test('has the value that JavaScript computes', () => {
    fc.assert(
      fc.property(pair, ([source, f]) => {
        fc.pre(source.length <= 1000)
        expect(at(source, 1.25, -0.75)).toBeCloseTo(f(1.25, -0.75), 6)
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
