// When a run has arrived: the step from which J stays within a hundredth of its way to the least possible J.

import { column } from '../../engine/row.ts'
import type { Trace } from '../../state/traces.ts'

/** Share of the way down that may be left. */
const left = 0.01
/** A longer run is not searched: it lasts too long for anyone to see it arrive. */
const longest = 200_000

/** Returns that step of a run computed to its end, or undefined if it does not arrive. */
export function arrivalOf(
  { rows, width, length, done, divergedAt }: Pick<Trace, 'rows' | 'width' | 'length' | 'done' | 'divergedAt'>,
  least: number,
): number | undefined {
  if (!done || divergedAt !== undefined || length < 2 || length > longest) return undefined
  const first = rows[column.cost]
  const target = least + left * (first - least)
  let from: number | undefined
  for (let row = length - 1; row >= 0; row--) {
    const cost = rows[row * width + column.cost]
    // Between two rows in which J was computed there is none.
    if (Number.isNaN(cost)) continue
    if (!(cost <= target)) break
    from = rows[row * width + column.step]
  }
  return from === 0 ? undefined : from
}
