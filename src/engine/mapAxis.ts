// The values that a map tries along an axis.

import { power } from './exact.ts'
import type { MapAxis } from './experiment.ts'

/**
 * Returns value i of an axis: exactly `from` and `to` at the ends, linear or geometric in between. Batch sizes are
 * rounded.
 */
export function axisValue({ parameter, from, to, count, scale }: MapAxis, i: number): number {
  let value: number
  if (i === 0) value = from
  else if (i === count - 1) value = to
  else if (scale === 'linear') value = from + ((to - from) * i) / (count - 1)
  else value = power(from, (count - 1 - i) / (count - 1)) * power(to, i / (count - 1))
  return parameter === 'batchSize' ? Math.round(value) : value
}
