// The binary parts of a double, x = m · 2ᵉ, and exact products and sums of doubles: what a kernel needs beyond + − × ÷.
// Sources: T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).

const LEAST = -1074

// Every power of two that a double can hold, by repeated exact halving and doubling: a table is free of byte order.
const powersOfTwo = new Float64Array(1023 - LEAST + 1)
powersOfTwo[-LEAST] = 1
for (let k = 1; k <= 1023; k++) powersOfTwo[k - LEAST] = powersOfTwo[k - 1 - LEAST] * 2
for (let k = -1; k >= LEAST; k--) powersOfTwo[k - LEAST] = powersOfTwo[k + 1 - LEAST] / 2

/** 2ᵏ for −1074 ≤ k ≤ 1023, exact. */
export const twoTo = (k: number): number => powersOfTwo[k - LEAST]

/** y · 2ᵏ for y between ½ and 2 and k ≤ 1024, rounded once. */
export function scaled(y: number, k: number): number {
  if (k > 1023) return y * 2 * twoTo(k - 1)
  // Below half of the smallest number there is.
  if (k < LEAST - 1) return 0
  return k < LEAST ? y * 0.5 * twoTo(k + 1) : y * twoTo(k)
}

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0

/** e of |x| = m · 2ᵉ with 1 ≤ m < 2, for a normal x (2⁻¹⁰²² or larger in magnitude, finite). */
export function exponentOf(x: number): number {
  double[0] = x
  return ((halves[HIGH] >>> 20) & 0x7ff) - 1023
}

const SPLITTER = 134217729 // 2²⁷ + 1

/** What the rounding of a · b left out, so that a · b = product + productError to the last bit; |a|, |b| < 2⁹⁹⁰. */
export function productError(a: number, b: number, product: number): number {
  const a1 = SPLITTER * a
  const aHigh = a1 - (a1 - a)
  const aLow = a - aHigh
  const b1 = SPLITTER * b
  const bHigh = b1 - (b1 - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/** What the rounding of a + b left out (Knuth's TwoSum). */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a
  return a - (sum - part) + (b - part)
}
