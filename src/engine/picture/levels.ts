// Which values of J get a line: the floor plus five steps a power of ten, 10^(k/5), every fifth (…, 0.1, 1, 10, …)
// stronger. They stand at round heights and not at shares of the range, so that they keep still while a slider moves.

import { powerWhole } from '../exact.ts'

/** 10^(0/5) … 10^(4/5). */
const steps = [1, 1.584893192461113, 2.51188643150958, 3.981071705534973, 6.309573444801933] as const

/** Lines for at most this many powers of ten below the highest value. */
const decades = 5

export interface Levels {
  /** Ascending values of J; empty where the surface is flat or not finite. */
  readonly values: Float64Array
  /** 1 where the line is one of the strong ones. */
  readonly strong: Uint8Array
}

/** 10^(k/5). */
const stepAt = (k: number): number => {
  const power = Math.floor(k / 5)
  return steps[k - 5 * power] * powerWhole(10, power)
}

/** The k of the first level at or above a height. */
function indexAbove(height: number): number {
  let power = -323
  // Doubling would be quicker; this runs once a picture.
  while (power < 308 && powerWhole(10, power + 1) <= height) power++
  let k = 5 * power
  while (stepAt(k) < height) k++
  return k
}

/** Levels above `min` (the lowest value in view, or the known depth) up to `max`. */
export function levelsFor(min: number, max: number): Levels {
  const range = max - min
  if (!(range > 0) || range === Infinity) return { values: new Float64Array(0), strong: new Uint8Array(0) }
  // Below this, lines would be rounding errors of `min`.
  const lowest = Math.max(range / powerWhole(10, decades), Math.abs(min) * 1e-12, 1e-300)
  const first = indexAbove(lowest)
  const values: number[] = []
  const strong: number[] = []
  for (let k = first; min + stepAt(k) < max; k++) {
    values.push(min + stepAt(k))
    strong.push(k % 5 === 0 ? 1 : 0)
  }
  return { values: Float64Array.from(values), strong: Uint8Array.from(strong) }
}
