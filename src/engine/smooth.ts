// Whole curves at once: V_t = βV_{t−1} + (1 − β)θ_t over a series, with or without bias correction, and the plain mean
// of the last n days. It loops over the functions that the optimizers use.

import { corrected, ewa, nextPower } from './ewa.ts'
import { daysUntilBelow, meanLag } from './weights.ts'

/** Writes V₁ … Vₙ of `values` with the given β to `out` (same length), divided by 1 − βᵗ if `correction` is set. */
export function smooth(
  values: Float64Array,
  beta: number,
  correction: boolean,
  out: Float64Array,
): Float64Array {
  let v = 0
  let power = 1
  const n = values.length
  let i = 0
  if (correction) {
    // Stop dividing when βᵗ is 0: dividing by 1 changes nothing.
    for (; i < n && power > 0; i++) {
      v = ewa(v, values[i], beta)
      power = nextPower(power, beta)
      out[i] = corrected(v, power)
    }
  }
  for (; i < n; i++) {
    v = ewa(v, values[i], beta)
    out[i] = v
  }
  return out
}

/**
 * The mean of the last min(t, n) values, as accurate as a direct sum. Days are divided into blocks of n, and every
 * window is the end of one block plus the beginning of the next. Nothing is ever subtracted, so an outlier leaves no
 * error behind.
 */
export function slidingMean(values: Float64Array, n: number, out: Float64Array): Float64Array {
  const length = values.length
  // Sums from day i to the end of its block, for the previous block.
  const ends = new Float64Array(Math.min(n, length))
  for (let block = 0; block < length; block += n) {
    const stop = Math.min(block + n, length)
    let sum = 0
    for (let i = block; i < stop; i++) {
      sum += values[i]
      const rest = block > 0 && i - block + 1 < n ? ends[i - block + 1] : 0
      out[i] = (sum + rest) / Math.min(i + 1, n)
    }
    let end = 0
    for (let i = stop - 1; i >= block; i--) {
      end += values[i]
      ends[i - block] = end
    }
  }
  return out
}

/** The root mean squared difference of two curves from day `from` on (t from 1). */
export function rootMeanSquare(a: Float64Array, b: Float64Array, from = 1): number {
  let sum = 0
  for (let i = from - 1; i < a.length; i++) {
    const distance = a[i] - b[i]
    sum += distance * distance
  }
  return a.length < from ? NaN : Math.sqrt(sum / (a.length - from + 1))
}

/**
 * How many days `curve` lags `reference`: the shift s from 0 to `longest`, to a fraction of a day, that minimizes Σ
 * (curve_{t+s} − reference_t)² over the days from `from` on. NaN if there are too few days.
 */
export function measuredLag(
  curve: Float64Array,
  reference: Float64Array,
  from: number,
  longest: number,
): number {
  const last = Math.min(curve.length, reference.length)
  const span = last - longest - from + 1
  if (span < 2 || longest < 1) return NaN
  // Enough days to be accurate, few enough to be fast.
  const stride = Math.max(1, Math.floor(span / 4000))
  const distance = (shift: number): number => {
    let sum = 0
    for (let i = from - 1; i < from - 1 + span; i += stride) {
      const d = curve[i + shift] - reference[i]
      sum += d * d
    }
    return sum
  }
  let best = 0
  let least = Infinity
  for (let shift = 0; shift <= longest; shift++) {
    const d = distance(shift)
    if (d < least) {
      least = d
      best = shift
    }
  }
  if (best === 0 || best === longest) return best
  // The vertex of the parabola through the three shifts around the best.
  const before = distance(best - 1)
  const after = distance(best + 1)
  const bend = before - 2 * least + after
  return bend > 0 ? best + (before - after) / (2 * bend) : best
}

/** How many days an average with `beta` lags `reference`, measured from the day on which it has warmed up. */
export function lagOfAverage(
  curve: Float64Array,
  reference: Float64Array,
  beta: number,
): { readonly days: number; readonly from: number } {
  const third = Math.floor(curve.length / 3)
  const from = Math.max(1, Math.min(third, daysUntilBelow(beta, 0.05)))
  const longest = Math.min(Math.ceil(3 * meanLag(beta)) + 10, third)
  return { days: measuredLag(curve, reference, from, longest), from }
}

/** Averages forwards, then backwards over the result. As smooth and without lag, because it uses the future. */
export function twoSided(values: Float64Array, beta: number, out: Float64Array): Float64Array {
  smooth(values, beta, true, out)
  let v = 0
  let power = 1
  for (let i = out.length - 1; i >= 0; i--) {
    v = ewa(v, out[i], beta)
    power = nextPower(power, beta)
    out[i] = corrected(v, power)
  }
  return out
}
