// Chooses the values of J that get a line: 1, 2 and 5 times every power of ten, with stronger lines at the powers.
// Round values rather than fractions of the range, so lines stay in place while a slider moves. A surface without a
// lowest point (a saddle) gets evenly spaced levels.

import { powerWhole } from '../exact.ts'

const steps = [1, 2, 5] as const

/** Draw lines for at most this many powers of ten below the highest value. */
const decades = 4
/**
 * Up to this fraction of the range, the least J counts as zero and lines are at round values of J. Otherwise they are
 * at round values of J − least J.
 */
const shallow = 0.02
/** Approximate number of evenly spaced lines. */
const evenly = 16

export interface Levels {
  /** Ascending values of J. Empty if the surface is flat or not finite. */
  readonly values: Float64Array
  /** 1 where the line is a strong one. */
  readonly strong: Uint8Array
}

const none: Levels = { values: new Float64Array(0), strong: new Uint8Array(0) }

/** Returns the kth of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, …, where k = 0 is 1. */
function stepAt(k: number): number {
  const power = Math.floor(k / 3)
  const step = steps[k - 3 * power]
  return power < 0 ? step / powerWhole(10, -power) : step * powerWhole(10, power)
}

/** Returns the k of the first step at or above a height. */
function indexAbove(height: number): number {
  let power = -300
  // Doubling would be faster, but this runs once per picture.
  while (power < 308 && powerWhole(10, power + 1) <= height) power++
  let k = 3 * power
  while (stepAt(k) < height) k++
  return k
}

/** Levels above `min` (the lowest value in view, or the known depth) up to `max`. */
export function levelsFor(min: number, max: number): Levels {
  const range = max - min
  if (!(range > 0) || range === Infinity) return none
  const base = min >= 0 && min <= shallow * range ? 0 : min
  // Below this, lines would show rounding errors of `min`.
  const lowest = Math.max(range / powerWhole(10, decades), Math.abs(min) * 1e-12, 1e-300)
  const values: number[] = []
  const strong: number[] = []
  for (let k = indexAbove(lowest); base + stepAt(k) < max; k++) {
    if (base + stepAt(k) <= min) continue
    values.push(base + stepAt(k))
    strong.push(k % 3 === 0 ? 1 : 0)
  }
  return { values: Float64Array.from(values), strong: Uint8Array.from(strong) }
}

/** Even steps of 1, 2 or 5 times a power of ten, every fifth one stronger, for surfaces without a minimum. */
export function evenLevels(min: number, max: number): Levels {
  const range = max - min
  if (!(range > 0) || range === Infinity) return none
  const step = stepAt(indexAbove(range / evenly))
  const values: number[] = []
  const strong: number[] = []
  for (let k = Math.floor(min / step) + 1; k * step < max && values.length < 4 * evenly; k++) {
    values.push(k * step)
    strong.push(k % 5 === 0 ? 1 : 0)
  }
  return { values: Float64Array.from(values), strong: Uint8Array.from(strong) }
}

/** Merges two sets of lines. Within the range of the second, drops those of the first. */
export function united(first: Levels, second: Levels): Levels {
  const [low, high] = [second.values[0], second.values[second.values.length - 1]]
  if (low === undefined) return first
  const lines = Array.from(second.values, (value, n) => [value, second.strong[n]] as const)
  first.values.forEach((value, n) => {
    if (value < low || value > high) lines.push([value, first.strong[n]])
  })
  lines.sort(([a], [b]) => a - b)
  return {
    values: Float64Array.from(lines, ([value]) => value),
    strong: Uint8Array.from(lines, ([, strong]) => strong),
  }
}
