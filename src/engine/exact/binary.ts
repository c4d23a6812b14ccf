// The binary parts of a double, x = m · 2ᵉ, and exact products and sums of doubles: what the kernels need besides + − ×
// ÷. Source: T. J. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).

const LEAST = -1074

// Every power of two that a double can hold, by repeated exact halving and doubling. A table does not depend on byte
// order.
const powersOfTwo = new Float64Array(1023 - LEAST + 1)
powersOfTwo[-LEAST] = 1
for (let k = 1; k <= 1023; k++) powersOfTwo[k - LEAST] = powersOfTwo[k - 1 - LEAST] * 2
for (let k = -1; k >= LEAST; k--) powersOfTwo[k - LEAST] = powersOfTwo[k + 1 - LEAST] / 2

/** 2ᵏ for −1074 ≤ k ≤ 1023, exact. */
export const twoTo = (k: number): number => powersOfTwo[k - LEAST]

/** Returns y · 2ᵏ for ½ ≤ y ≤ 2 and k ≤ 1024, rounded once. */
export function scaled(y: number, k: number): number {
  if (k > 1023) return y * 2 * twoTo(k - 1)
  // The result is below half of the smallest double.
  if (k < LEAST - 1) return 0
  return k < LEAST ? y * 0.5 * twoTo(k + 1) : y * twoTo(k)
}

const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0

/** Returns e, where |x| = m · 2ᵉ with 1 ≤ m < 2, for a normal x (finite, at least 2⁻¹⁰²² in magnitude). */
export function exponentOf(x: number): number {
  double[0] = x
  return ((halves[HIGH] >>> 20) & 0x7ff) - 1023
}

const SPLITTER = 134217729 // 2²⁷ + 1

/** Returns the rounding error of a · b, so a · b = product + productError exactly. Requires |a|, |b| < 2⁹⁹⁰. */
export function productError(a: number, b: number, product: number): number {
  const a1 = SPLITTER * a
  const aHigh = a1 - (a1 - a)
  const aLow = a - aHigh
  const b1 = SPLITTER * b
  const bHigh = b1 - (b1 - b)
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/** Returns the rounding error of a + b (Knuth's TwoSum). */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a
  return a - (sum - part) + (b - part)
}
