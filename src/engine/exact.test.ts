import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cos, exp, log, power, powerWhole, sin, tan, tanh } from './exact.ts'

const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)
const place = (x: number): bigint => {
  double[0] = x
  return bits[0] < 0n ? -(bits[0] & 0x7fffffffffffffffn) : bits[0]
}
/** Returns how many doubles lie between a and b. 0 for equal bits and for two NaNs. */
function apart(a: number, b: number): number {
  if (Object.is(a, b)) return 0
  if (Number.isNaN(a) || Number.isNaN(b) || (a === 0 && b === 0)) return Infinity
  return Math.abs(Number(place(a) - place(b)))
}

const functions = { exp, log, sin, cos, tan, tanh }
type Name = keyof typeof functions
const names = Object.keys(functions) as Name[]
const special = [
  0,
  1,
  0.5,
  2,
  0.3,
  22,
  709.78,
  709.79,
  745.13,
  745.2,
  1e-5,
  1e-8,
  1e-20,
  1e-310,
  5e-324,
  2.2250738585072014e-308,
  1e15,
  1e16,
  1e22,
  2 ** 53,
  1.7976931348623157e308,
  Infinity,
  Math.PI,
  Math.PI / 2,
  Math.PI / 4,
  3 * Math.PI,
  Math.SQRT2,
].flatMap((x) => [x, -x])

test.each(names)('%s is within 2 ulp of Math’s, everywhere', (name) => {
  const f = functions[name]
  const reference = Math[name]
  let worst = 0
  for (let i = -20_000; i <= 20_000; i++) {
    for (const x of [i / 4096, i / 27, i * 1.7e-6]) worst = Math.max(worst, apart(f(x), reference(x)))
  }
  for (const x of [...special, NaN]) worst = Math.max(worst, apart(f(x), reference(x)))
  expect(worst).toBeLessThanOrEqual(2)
  fc.assert(
    fc.property(fc.double(), (x) => apart(f(x), reference(x)) <= 2),
    { numRuns: 2000 },
  )
})

test('power is within 2 ulp of Math.pow, and has its special values', () => {
  for (const x of [...special, NaN]) {
    for (const y of [...special, NaN, 3, -3, 1e300]) {
      expect([x, y, apart(power(x, y), x ** y) <= 2]).toEqual([x, y, true])
    }
  }
  fc.assert(
    fc.property(
      fc.double({ min: 0 }),
      fc.double({ min: -50, max: 50 }),
      (x, y) => apart(power(x, y), x ** y) <= 2,
    ),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.double({ min: 0.9, max: 1.1 }), fc.double({ min: -7000, max: 7000 }), (x, y) => {
      return apart(power(x, y), x ** y) <= 2
    }),
    { numRuns: 2000 },
  )
})

test('whole powers that a double can hold are exact', () => {
  for (let x = 1; x <= 40; x++) {
    for (let n = 0; x ** n < 2 ** 53; n++) {
      const whole = Number(BigInt(x) ** BigInt(n))
      expect(power(x, n)).toBe(whole)
      expect(powerWhole(-x, n)).toBe(n % 2 ? -whole : whole)
      if (x === 1) break
    }
  }
  for (let n = -1074; n < 1024; n++) expect(power(2, n)).toBe(2 ** n)
  expect(powerWhole(3, -2)).toBeCloseTo(1 / 9, 15)
  expect([powerWhole(-2, 3), powerWhole(-2, 4), powerWhole(0, 0)]).toEqual([-8, 16, 1])
})

// Computed to 1,400 bits with mpmath 1.3. The third argument is the double nearest to a multiple of π/2.
test.each([
  [1e22, -0.8522008497671888, 0.523214785395139, -1.6287782256068988],
  [1e300, -0.8178819121159085, -0.5753861119575491, 1.4214488238747245],
  [5.319372648326541e255, 1.0, -4.687165924254628e-19, -2.133485385753704e18],
  [1.7976931348623157e308, 0.004961954789184062, -0.9999876894265599, -0.004962015874444895],
  [3.141592653589793, 1.2246467991473532e-16, -1.0, -1.2246467991473532e-16],
  [1.5707963267948966, 1.0, 6.123233995736766e-17, 1.633123935319537e16],
  [355.0, -3.014435335948845e-5, -0.999999999545659, 3.0144353373184265e-5],
  [1600000.5, -0.07204020908138985, 0.9974017286307005, -0.07222787670549903],
])('sin, cos and tan of %d', (x, s, c, t) => {
  expect(apart(sin(x), s)).toBeLessThanOrEqual(1)
  expect(apart(cos(x), c)).toBeLessThanOrEqual(1)
  expect(apart(tan(x), t)).toBeLessThanOrEqual(1)
  expect([sin(-x), cos(-x), tan(-x)]).toEqual([-sin(x), cos(x), -tan(x)])
})

test('exact values are exact', () => {
  expect([exp(0), log(1), cos(0), cos(Math.PI), tanh(40), tanh(-40), power(9, 0.5)]).toEqual([
    1, 0, 1, -1, 1, -1, 3,
  ])
  for (const f of [sin, tan, tanh]) expect(Object.is(f(-0), -0)).toBe(true)
})

test('tanh never leaves −1 to 1 and never falls', () => {
  let last = -1
  for (let x = -25; x <= 25; x += 1 / 512) {
    const y = tanh(x)
    expect(y >= last && y <= 1).toBe(true)
    last = y
  }
})

// The bits must agree in Node and in every browser: the engine's hash of 6,000 values must equal this number.
test('the bits themselves, over a fixed grid', () => {
  let hash = 0
  for (let i = 1; i <= 1000; i++) {
    const x = i / 64
    for (const y of [exp(x - 8), log(x), sin(x * 9), cos(x * 9), tanh(x - 8), power(x, 1.7)]) {
      double[0] = y
      hash = Math.imul(hash ^ Number(bits[0] & 0xffffffffn), 0x01000193)
      hash = Math.imul(hash ^ Number((bits[0] >> 32n) & 0xffffffffn), 0x01000193)
    }
  }
  expect(hash >>> 0).toMatchInlineSnapshot(`3044323933`)
})

// Decay by 0.5 per epoch reaches 2^−1076 at epoch 1076. NaN there once ended the run.
test('a power below the smallest number is 0, and only numbers come before it', () => {
  for (const base of [0.25, 0.5, 0.7, 0.95]) {
    const last = Math.ceil(760 / -Math.log(base))
    for (let n = last - 300; n <= last; n++) expect(powerWhole(base, n)).toBeGreaterThanOrEqual(0)
    expect(powerWhole(base, last)).toBe(0)
  }
})
