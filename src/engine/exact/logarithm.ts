// ln x. x = 2ᵏ (1 + f) with √½ ≤ 1 + f ≤ √2; with s = f/(2 + f), ln(1 + f) = 2 artanh s = 2(s + s³/3 + s⁵/5 + …).

import { exponentOf, twoTo } from './binary.ts'
import { LN2_HIGH, LN2_LOW } from './exponential.ts'

const SQRT2 = 1.4142135623730951
const LEAST_NORMAL = 2.2250738585072014e-308

/** The k of the last `mantissaOf`. */
export let exponent = 0

/** Splits x > 0 into m · 2ᵏ with √½ ≤ m ≤ √2. Returns m, and leaves k in `exponent`, to avoid allocation. */
export function mantissaOf(x: number): number {
  const lifted = x < LEAST_NORMAL ? 54 : 0
  if (lifted > 0) x *= twoTo(lifted)
  const e = exponentOf(x)
  const m = x * twoTo(-e)
  exponent = e - lifted
  if (m <= SQRT2) return m
  exponent++
  return 0.5 * m
}

/** ln x. −∞ at 0, NaN for negative x. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN
  const f = mantissaOf(x) - 1
  const k = exponent
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
