// Whole curves at once: V_t = βV_{t−1} + (1 − β)θ_t over a series, with or without its bias correction, and the plain mean
// of the last n days beside it. The very functions that the optimizers call, in a loop.

import { corrected, ewa, nextPower } from './ewa.ts'

/** V₁ … Vₙ of `values` under β, divided by 1 − βᵗ when `correction` says so, written to `out` (as long as `values`). */
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
    // Until βᵗ is 0; from there the division by 1 changes nothing.
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
 * The mean of the last min(t, n) values, as exact as a direct sum: the days are cut into blocks of n, and every window is
 * the end of one block and the beginning of the next, so nothing is ever subtracted and no outlier leaves an error behind.
 */
export function slidingMean(values: Float64Array, n: number, out: Float64Array): Float64Array {
  const length = values.length
  // Σ from day i to the end of its block, for the block before the one that is being read.
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

/** The root of the mean squared distance of two curves over days `from` … (t from 1). */
export function rootMeanSquare(a: Float64Array, b: Float64Array, from = 1): number {
  let sum = 0
  for (let i = from - 1; i < a.length; i++) {
    const distance = a[i] - b[i]
    sum += distance * distance
  }
  return a.length < from ? NaN : Math.sqrt(sum / (a.length - from + 1))
}

/**
 * By how many days `curve` is later than `reference`: the shift s from 0 to `longest`, to a fraction of a day, at which
 * Σ (curve_{t+s} − reference_t)² is least, over the days from `from` on. NaN when there are too few days.
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
  // Enough days to be exact, few enough to be quick.
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
  // The lowest point of the parabola through the three shifts around the best.
  const before = distance(best - 1)
  const after = distance(best + 1)
  const bend = before - 2 * least + after
  return bend > 0 ? best + (before - after) / (2 * bend) : best
}

/** The average run forwards, then backwards over its result: as smooth, and without lag, because it knows the future. */
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
