// eˣ. With k the integer nearest x / ln 2 and r = x − k ln 2, |r| ≤ ½ ln 2, eˣ = 2ᵏ eʳ and eʳ = (C + r) / (C − r),
// where C = r coth(r/2) = 2 + r²/6 − r⁴/360 + … has the Bernoulli numbers as coefficients.

import { scaled } from './binary.ts'

const LOG2_E = 1.4426950408889634
// ln 2 in parts. The first two are short enough that k times each is exact.
export const LN2_HIGH = 0.6931471803691238
export const LN2_LOW = 1.9082149292705877e-10
export const LN2_MIDDLE = 1.9082149292687043e-10
export const LN2_LAST = 1.8835029794789685e-22

/** Returns c = r − (C − 2), with eʳ = 1 + r + r·c/(2 − c). Six Bernoulli terms leave an error below 1e-18. */
function complement(r: number): number {
  const z = r * r
  return (
    r -
    z *
      (1 / 6 +
        z * (-1 / 360 + z * (1 / 15120 + z * (-1 / 604800 + z * (1 / 23950080 + z * (-691 / 653837184000))))))
  )
}

/** eˣ. Overflows to ∞ above 709.78 and underflows to 0 below −745.13. */
export function exp(x: number): number {
  if (!(x > -746 && x < 710)) return x !== x ? x : x > 0 ? Infinity : 0
  const k = Math.floor(x * LOG2_E + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const c = complement(r)
  return scaled(1 + (high - (low - (r * c) / (2 - c))), k)
}

/**
 * Returns e to the power of the unevaluated sum high + low, |low| much smaller than high. Powers need it, because x
 * alone is not exact enough.
 */
export function expOfSum(high: number, low: number): number {
  if (!(high > -746 && high < 710)) return high > 0 ? Infinity : 0
  const k = Math.floor(high * LOG2_E + 0.5)
  const a = high - k * LN2_HIGH
  const b = -k * LN2_MIDDLE
  const sum = a + b
  const part = sum - a
  const rest = a - (sum - part) + (b - part) - k * LN2_LAST + low
  const r = sum + rest
  const remainder = sum - r + rest
  const c = complement(r)
  return scaled(1 + (r + ((r * c) / (2 - c) + (remainder + remainder * r))), k)
}
