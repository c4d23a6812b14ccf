// The inputs of a line through points: normalized, in other units, or not centered. The unit of x determines how
// elongated the valley of J is, the mean of x how it is tilted.

import type { LeastSquaresSpec } from '../engine/experiment.ts'

const unitFactor = 10
/** An input counts as not centered, or in other units, beyond these multiples of the normalized value. */
export const offCenter = 0.5
export const large = 5

/** Of the first input. Plain loops, because there may be a hundred thousand rows. */
export function momentsOf(x: readonly (readonly number[])[]): { mean: number; deviation: number } {
  let sum = 0
  for (const row of x) sum += row[0]
  const mean = sum / x.length
  let squares = 0
  for (const row of x) squares += (row[0] - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / x.length) || 1 }
}

/** Returns the same examples with x normalized, in other units, not centered, or both. */
export function withInputs(spec: LeastSquaresSpec, units: boolean, shifted: boolean): LeastSquaresSpec {
  const { mean, deviation } = momentsOf(spec.x)
  const factor = (units ? unitFactor : 1) / deviation
  const shift = shifted ? 2 * (units ? unitFactor : 1) : 0
  return { ...spec, x: spec.x.map(([value, ...rest]) => [(value - mean) * factor + shift, ...rest]) }
}
