// exp, log, sin, cos, tanh of a pair of doubles, operation by operation as in exact/, so each place has the same bits.
// If an argument needs one of the rarer branches, calls the function of exact/ for each place.

import type { Operation } from '../language/operations.ts'
import { Body, type Local, type Vector } from './assembler.ts'

/** A body in which every result is a variable. */
class Pairs {
  readonly body: Body
  constructor(body: Body) {
    this.body = body
  }
  private kept(): Local {
    const local = this.body.local('v128')
    this.body.set(local)
    return local
  }
  number(value: number): Local {
    this.body.pair(value)
    return this.kept()
  }
  two(instruction: Vector, a: Local | number, b: Local | number): Local {
    this.push(a)
    this.push(b)
    this.body.simd(instruction)
    return this.kept()
  }
  one(instruction: Vector, a: Local): Local {
    this.body.get(a).simd(instruction)
    return this.kept()
  }
  push(a: Local | number): void {
    if (typeof a === 'number') this.body.pair(a)
    else this.body.get(a)
  }
  add = (a: Local | number, b: Local | number): Local => this.two('f64x2.add', a, b)
  sub = (a: Local | number, b: Local | number): Local => this.two('f64x2.sub', a, b)
  mul = (a: Local | number, b: Local | number): Local => this.two('f64x2.mul', a, b)
  div = (a: Local | number, b: Local | number): Local => this.two('f64x2.div', a, b)
  /** a where the mask is set, b elsewhere. */
  either(mask: Local, a: Local, b: Local): Local {
    this.body.get(a).get(b).get(mask).simd('v128.bitselect')
    return this.kept()
  }
  /** c₀ + z(c₁ + z(c₂ + …)). */
  series(z: Local, coefficients: readonly number[]): Local {
    let sum = this.number(coefficients.at(-1)!)
    for (let i = coefficients.length - 2; i >= 0; i--) sum = this.add(coefficients[i], this.mul(z, sum))
    return sum
  }
  /** The integer in each place, from its low 32 bits. */
  wholes(x: Local): Local {
    this.body.get(x).simd('i32x4.trunc_sat_f64x2_s_zero', 'i64x2.extend_low_i32x4_s')
    return this.kept()
  }
  shifted(instruction: 'i64x2.shl' | 'i64x2.shr_u' | 'i64x2.shr_s', x: Local, by: number): Local {
    this.body.get(x).i32(by).simd(instruction)
    return this.kept()
  }
  /** An integer constant in each place, such as the bits of 1 or 2^52. */
  whole(value: number): Local {
    this.body.i64(value).simd('i64x2.splat')
    return this.kept()
  }
  /** Returns what `fast` gives if `test` holds in both places, else the function of exact/ on each. */
  within(test: Local, x: Local, slow: number, fast: () => Local): void {
    const { body } = this
    body
      .get(test)
      .simd('i64x2.all_true')
      .block('if', () => {
        body.get(fast()).do('return')
      })
    body.get(x).lane('extract', 0).call(slow).simd('f64x2.splat')
    body.get(x).lane('extract', 1).call(slow).lane('replace', 1)
  }
}

const LOG2_E = 1.4426950408889634
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** e^x for |x| < 700. */
function expFast(p: Pairs, x: Local): Local {
  const k = p.one('f64x2.floor', p.add(p.mul(x, LOG2_E), 0.5))
  const high = p.sub(x, p.mul(k, LN2_HIGH))
  const low = p.mul(k, LN2_LOW)
  const r = p.sub(high, low)
  const z = p.mul(r, r)
  const c = p.sub(
    r,
    p.mul(z, p.series(z, [1 / 6, -1 / 360, 1 / 15120, -1 / 604800, 1 / 23950080, -691 / 653837184000])),
  )
  const y = p.add(1, p.sub(high, p.sub(low, p.div(p.mul(r, c), p.sub(2, c)))))
  const exponent = p.shifted('i64x2.shl', p.two('i64x2.add', p.wholes(k), p.whole(1023)), 52)
  return p.mul(y, exponent)
}

function expBody(slow: number): Body {
  const body = new Body(['v128'], ['v128'])
  const p = new Pairs(body)
  const x = body.parameter(0)
  p.within(p.two('f64x2.lt', p.one('f64x2.abs', x), 700), x, slow, () => expFast(p, x))
  return body
}

function tanhBody(slow: number): Body {
  const body = new Body(['v128'], ['v128'])
  const p = new Pairs(body)
  const x = body.parameter(0)
  const size = p.one('f64x2.abs', x)
  p.within(p.two('f64x2.lt', size, 22), x, slow, () => {
    const z = p.mul(x, x)
    const over = p.add(
      218243025,
      p.mul(z, p.add(16081065, p.mul(z, p.add(289575, p.mul(z, p.add(1430, z)))))),
    )
    const under = p.add(
      654729075,
      p.mul(
        z,
        p.add(310134825, p.mul(z, p.add(18918900, p.mul(z, p.add(315315, p.mul(z, p.add(1485, z))))))),
      ),
    )
    const near = p.sub(x, p.mul(x, p.div(p.mul(z, over), under)))
    const far = p.sub(1, p.div(2, p.add(expFast(p, p.mul(2, size)), 1)))
    const signed = p.either(p.two('f64x2.lt', x, 0), p.one('f64x2.neg', far), far)
    const either = p.either(p.two('f64x2.le', size, 1), near, signed)
    return p.either(p.two('f64x2.lt', size, 1e-9), x, either)
  })
  return body
}

const SQRT2 = 1.4142135623730951
const LEAST_NORMAL = 2.2250738585072014e-308

function logBody(slow: number): Body {
  const body = new Body(['v128'], ['v128'])
  const p = new Pairs(body)
  const x = body.parameter(0)
  const usual = p.two('v128.and', p.two('f64x2.ge', x, LEAST_NORMAL), p.two('f64x2.lt', x, Infinity))
  p.within(usual, x, slow, () => {
    const raised = p.two('i64x2.sub', p.shifted('i64x2.shr_u', x, 52), p.whole(1023))
    body.get(raised).get(raised).lowWords().simd('f64x2.convert_low_i32x4_s')
    const exponent = body.local('v128')
    body.set(exponent)
    // x · 2^−exponent: the same digits with exponent 0.
    const whole = p.two('i64x2.sub', x, p.shifted('i64x2.shl', raised, 52))
    const large = p.two('f64x2.gt', whole, SQRT2)
    const m = p.either(large, p.mul(whole, 0.5), whole)
    const k = p.either(large, p.add(exponent, 1), exponent)
    const f = p.sub(m, 1)
    const s = p.div(f, p.add(2, f))
    const z = p.mul(s, s)
    const w = p.mul(z, z)
    const even = p.mul(w, p.series(w, [2 / 5, 2 / 9, 2 / 13, 2 / 17, 2 / 21]))
    const odd = p.mul(z, p.series(w, [2 / 3, 2 / 7, 2 / 11, 2 / 15, 2 / 19]))
    const half = p.mul(p.mul(0.5, f), f)
    const inner = p.add(p.mul(s, p.add(half, p.add(odd, even))), p.mul(k, LN2_LOW))
    return p.sub(p.mul(k, LN2_HIGH), p.sub(p.sub(half, inner), f))
  })
  return body
}

const QUARTER_PI = 0.7853981633974483
const TWO_OVER_PI = 0.6366197723675814
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] as const

function waveBody(slow: number, isSine: boolean): Body {
  const body = new Body(['v128'], ['v128'])
  const p = new Pairs(body)
  const x = body.parameter(0)
  const size = p.one('f64x2.abs', x)
  const small = p.two('f64x2.le', size, QUARTER_PI)
  const n = p.two('v128.andnot', p.one('f64x2.floor', p.add(p.mul(x, TWO_OVER_PI), 0.5)), small)
  const a = p.sub(x, p.mul(n, HALF_PI[0]))
  const b = p.mul(p.one('f64x2.neg', n), HALF_PI[1])
  const sum = p.add(a, b)
  const far = p.two('f64x2.gt', p.one('f64x2.abs', sum), 1e-6)
  const usual = p.two('v128.and', p.two('f64x2.lt', size, 1.6e6), p.two('v128.or', small, far))
  p.within(usual, x, slow, () => {
    const part = p.sub(sum, a)
    const error = p.add(p.sub(a, p.sub(sum, part)), p.sub(b, part))
    const rest = p.sub(error, p.mul(n, HALF_PI[2]))
    const r = p.add(sum, rest)
    const low = p.add(p.sub(sum, r), rest)
    const z = p.mul(r, r)
    const half = p.mul(0.5, z)
    const last = p.div(z, 355687428096000)
    let series = p.add(-1 / 1307674368000, last)
    for (const c of [1 / 6227020800, -1 / 39916800, 1 / 362880, -1 / 5040, 1 / 120, -1 / 6])
      series = p.add(c, p.mul(z, series))
    const sine = p.add(r, p.add(p.mul(p.mul(r, z), series), p.mul(low, p.sub(1, half))))
    const w = p.sub(1, half)
    const ofCosine = p.series(z, [
      1 / 24,
      -1 / 720,
      1 / 40320,
      -1 / 3628800,
      1 / 479001600,
      -1 / 87178291200,
      1 / 20922789888000,
    ])
    const correction = p.add(p.sub(p.sub(1, w), half), p.sub(p.mul(p.mul(z, z), ofCosine), p.mul(r, low)))
    const cosine = p.add(w, correction)
    const quadrant = p.wholes(n)
    const odd = p.shifted('i64x2.shr_s', p.shifted('i64x2.shl', quadrant, 63), 63)
    const value = isSine ? p.either(odd, cosine, sine) : p.either(odd, sine, cosine)
    // Quadrants 2 and 3 negate the sine, 1 and 2 the cosine.
    const turned = isSine ? quadrant : p.two('i64x2.add', quadrant, p.whole(1))
    const bit = p.two('v128.and', p.shifted('i64x2.shl', turned, 62), p.number(-0))
    const signed = p.two('v128.xor', value, bit)
    return isSine ? p.either(p.two('f64x2.lt', size, 7.450580596923828e-9), x, signed) : signed
  })
  return body
}

/** Calls the function of exact/ for each place. */
function eachBody(slow: number, values: 1 | 2): Body {
  const body = new Body(values === 2 ? ['v128', 'v128'] : ['v128'], ['v128'])
  for (const lane of [0, 1]) {
    for (let k = 0; k < values; k++) body.get(body.parameter(k)).lane('extract', lane)
    body.call(slow)
    if (lane === 0) body.simd('f64x2.splat')
    else body.lane('replace', 1)
  }
  return body
}

/** Returns the body of an operation on pairs. `slow` is the index of the function in exact/. */
export function pairFunction(operation: Operation, slow: number): Body {
  return (bodies[operation] ?? eachBody)(slow, operation === 'power' ? 2 : 1)
}

const bodies: Readonly<Partial<Record<Operation, typeof eachBody>>> = {
  exp: expBody,
  log: logBody,
  tanh: tanhBody,
  sin: (slow) => waveBody(slow, true),
  cos: (slow) => waveBody(slow, false),
}
