// ln x. x = 2ᵏ (1 + f) with √½ ≤ 1 + f ≤ √2; with s = f/(2 + f), ln(1 + f) = 2 artanh s = 2(s + s³/3 + s⁵/5 + …).

import { exponentOf, twoTo } from './binary.ts'
import { LN2_HIGH, LN2_LOW } from './exponential.ts'

export const SQRT2 = 1.4142135623730951
export const LEAST_NORMAL = 2.2250738585072014e-308

/** ln x. −∞ at 0, NaN for negative x. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN
  let k = 0
  if (x < LEAST_NORMAL) {
    x *= twoTo(54)
    k = -54
  }
  const exponent = exponentOf(x)
  k += exponent
  let m = x * twoTo(-exponent)
  if (m > SQRT2) {
    m *= 0.5
    k += 1
  }
  const f = m - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  // Sum the even and odd terms of the series in z separately, so the processor can work on both at once.
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))))
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))))
  const half = 0.5 * f * f
  // 2s = f − f²/2 + s·f²/2, so the large part f enters exactly.
  return k * LN2_HIGH - (half - (s * (half + (odd + even)) + k * LN2_LOW) - f)
}
