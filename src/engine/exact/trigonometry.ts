// sin, cos and tan. x = n π/2 + r with |r| ≤ π/4 and r in two doubles, then Taylor's series in r. n mod 4 selects ±sin
// r or ±cos r. π/2 is subtracted in parts (Cody and Waite, 1980) while n < 2²⁰. Beyond that, or where x is very close
// to a multiple of π/2, the reduction uses integers of 1,200 bits, so sin(1e300) is right to the last bit.

import { exponentOf, productError, sumError, twoTo } from './binary.ts'

const QUARTER_PI = 0.7853981633974483
const TWO_OVER_PI = 0.6366197723675814
const HALF_PI_HIGH = 1.5707963267341256
const HALF_PI_MIDDLE = 6.077100506303966e-11
const HALF_PI_LOW = 2.0222662487959506e-21
const FAST_UP_TO = 1.6e6
const NEARLY_A_MULTIPLE = 1e-6
/** Below 2⁻²⁷, sin x and tan x equal x to the last bit. */
const TINY = 7.450580596923828e-9

/** r and its remainder. Reused, to avoid allocation. */
const rest = new Float64Array(2)

/** Writes r to `rest` and returns n mod 4. */
function reduce(x: number): number {
  if (Math.abs(x) <= QUARTER_PI) {
    rest[0] = x
    rest[1] = 0
    return 0
  }
  if (Math.abs(x) < FAST_UP_TO) {
    const n = Math.floor(x * TWO_OVER_PI + 0.5)
    const a = x - n * HALF_PI_HIGH
    const b = -n * HALF_PI_MIDDLE
    const sum = a + b
    if (Math.abs(sum) > NEARLY_A_MULTIPLE) {
      const low = sumError(a, b, sum) - n * HALF_PI_LOW
      const r = sum + low
      rest[0] = r
      rest[1] = sum - r + low
      return n & 3
    }
  }
  return reduceExactly(x)
}

const BITS = 1200n
const KEPT = 200n
let halfPi = 0n

/** Half of Machin's π = 16 artan(1/5) − 4 artan(1/239), in units of 2⁻¹²⁰⁰, computed with 32 guard bits. */
function halfPiInBits(): bigint {
  const one = 1n << (BITS + 32n)
  const arctanOfInverse = (n: bigint): bigint => {
    let term = one / n
    let sum = term
    for (let k = 3n, sign = -1n; term > 0n; k += 2n, sign = -sign) {
      term /= n * n
      sum += (sign * term) / k
    }
    return sum
  }
  return (8n * arctanOfInverse(5n) - 2n * arctanOfInverse(239n)) >> 32n
}

function reduceExactly(x: number): number {
  if (halfPi === 0n) halfPi = halfPiInBits()
  const shift = exponentOf(x) - 52
  const size = BigInt(Math.abs(x) * twoTo(-shift)) << (BITS + BigInt(shift))
  const n = (2n * size + halfPi) / (2n * halfPi)
  const r = (size - n * halfPi) >> (BITS - KEPT)
  const high = Number(r)
  const sign = x < 0 ? -1 : 1
  rest[0] = sign * high * twoTo(-200)
  rest[1] = sign * Number(r - BigInt(high)) * twoTo(-200)
  return (sign * Number(n & 3n)) & 3
}

/** Returns sin(r + low) − r. */
function sinCorrection(r: number, low: number): number {
  const z = r * r
  const series =
    -1 / 6 +
    z *
      (1 / 120 +
        z *
          (-1 / 5040 +
            z *
              (1 / 362880 +
                z * (-1 / 39916800 + z * (1 / 6227020800 + z * (-1 / 1307674368000 + z / 355687428096000))))))
  return r * z * series + low * (1 - 0.5 * z)
}

/** Returns cos(r + low) − (1 − r²/2), including the rounding error of 1 − r²/2. */
function cosCorrection(r: number, low: number): number {
  const z = r * r
  const half = 0.5 * z
  const w = 1 - half
  const series =
    1 / 24 +
    z *
      (-1 / 720 +
        z *
          (1 / 40320 +
            z * (-1 / 3628800 + z * (1 / 479001600 + z * (-1 / 87178291200 + z * (1 / 20922789888000))))))
  return 1 - w - half + (z * z * series - r * low)
}

const sinOfRest = (): number => rest[0] + sinCorrection(rest[0], rest[1])
const cosOfRest = (): number => 1 - 0.5 * (rest[0] * rest[0]) + cosCorrection(rest[0], rest[1])

/** sin x, x in radians of any size; NaN for ±∞. */
export function sin(x: number): number {
  if (Math.abs(x) < TINY) return x
  if (!(Math.abs(x) < Infinity)) return NaN
  const quadrant = reduce(x)
  const value = (quadrant & 1) === 0 ? sinOfRest() : cosOfRest()
  return quadrant > 1 ? -value : value
}

/** cos x, x in radians of any size; NaN for ±∞. */
export function cos(x: number): number {
  if (!(Math.abs(x) < Infinity)) return NaN
  const quadrant = reduce(x)
  const value = (quadrant & 1) === 0 ? cosOfRest() : sinOfRest()
  return quadrant === 1 || quadrant === 2 ? -value : value
}

/** tan x, x in radians of any size; NaN for ±∞. Divides sine by cosine, including the remainder of each. */
export function tan(x: number): number {
  if (Math.abs(x) < TINY) return x
  if (!(Math.abs(x) < Infinity)) return NaN
  const turned = (reduce(x) & 1) === 1
  const r = rest[0]
  const ds = sinCorrection(r, rest[1])
  const s = r + ds
  const sLow = r - s + ds
  const w = 1 - 0.5 * (r * r)
  const dc = cosCorrection(r, rest[1])
  const c = w + dc
  const cLow = w - c + dc
  return turned ? -quotient(c, cLow, s, sLow) : quotient(s, sLow, c, cLow)
}

function quotient(a: number, aLow: number, b: number, bLow: number): number {
  const q = a / b
  const product = q * b
  return q + (a - product - productError(q, b, product) + (aLow - q * bLow)) / b
}
