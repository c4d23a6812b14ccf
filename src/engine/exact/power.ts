// xʸ = e^(y ln x). Rounding ln x to 53 bits would lose y times its last bit, so ln x is kept as a sum of two doubles
// (about 70 bits): 2 artanh s with s = (m − 1)/(m + 1) in double-double, like the first terms of the series.

import { productError, sumError } from './binary.ts'
import { expOfSum, LN2_HIGH, LN2_LAST, LN2_MIDDLE } from './exponential.ts'
import { exponent, mantissaOf } from './logarithm.ts'

/** Result of logOfTwoParts: the leading part and the remainder. Reused, to avoid allocation. */
const ln = new Float64Array(2)

function logOfTwoParts(x: number): void {
  const m = mantissaOf(x)
  const k = exponent
  const f = m - 1
  const under = m + 1
  const underLow = sumError(m, 1, under)
  const s = f / under
  const product = s * under
  const sLow = (f - product - productError(s, under, product) - s * underLow) / under
  const z = s * s
  const zLow = productError(s, s, z) + 2 * s * sLow

  // 1/9 + z/11 + …: from here on, rounding errors are too small to matter.
  const tail =
    1 / 9 +
    z *
      (1 / 11 +
        z *
          (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21 + z * (1 / 23 + z * (1 / 25))))))))
  // p = 1 + z/3 + z²/5 + …, each step p := 1/n + z·p in two parts. 1/n also has two parts.
  let q = z * (1 / 7 + z * tail)
  let p = 0.2 + q
  let pLow = 0.2 - p + q - 1.1102230246251566e-17
  q = z * p
  let qLow = productError(z, p, q) + z * pLow + zLow * p
  p = 0.3333333333333333 + q
  pLow = 0.3333333333333333 - p + q + (qLow + 1.850371707708594e-17)
  q = z * p
  qLow = productError(z, p, q) + z * pLow + zLow * p
  p = 1 + q
  pLow = 1 - p + q + qLow
  const a = 2 * s * p
  const aLow = productError(2 * s, p, a) + 2 * (s * pLow + sLow * p)

  const whole = k * LN2_HIGH
  const sum = whole + a
  const rest = whole - sum + a + (k * LN2_MIDDLE + (aLow + k * LN2_LAST))
  ln[0] = sum + rest
  ln[1] = sum - ln[0] + rest
}

/** xʸ as Math.pow defines it: NaN for negative x with fractional y, and for (±1)^±∞. */
export function power(x: number, y: number): number {
  if (y === 0) return 1
  if (y === 1) return x
  if (x !== x || y !== y) return NaN
  const size = Math.abs(x)
  if (y === Infinity || y === -Infinity) {
    return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0
  }
  const whole = Math.floor(y) === y
  const odd = whole && Math.abs(y % 2) === 1
  const negative = x < 0 || (x === 0 && 1 / x < 0)
  if (size === 0 || size === Infinity) {
    const value = (size === 0) === y > 0 ? 0 : Infinity
    return negative && odd ? -value : value
  }
  if (negative && !whole) return NaN
  const value = size === 1 ? 1 : positivePower(size, y)
  return negative && odd ? -value : value
}

function positivePower(x: number, y: number): number {
  if (y === 2) return x * x
  if (y === -1) return 1 / x
  if (y === 0.5) return Math.sqrt(x)
  logOfTwoParts(x)
  const high = y * ln[0]
  if (high > 710) return Infinity
  if (high < -746) return 0
  return expOfSum(high, productError(y, ln[0], high) + y * ln[1])
}

/** Returns xⁿ for an integer n. The small powers of a formula are plain products. */
export function powerWhole(x: number, n: number): number {
  if (n === 2) return x * x
  if (n === 3) return x * x * x
  if (n === 4) {
    const square = x * x
    return square * square
  }
  return power(x, n)
}
