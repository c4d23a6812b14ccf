// The frame of the decision boundary's picture: the domains around the data, and the resolution of its grid.

import type { NetworkSpec } from '../../engine/experiment.ts'
import type { Domain } from '../../plot/index.ts'
import type { QueryResult, QueriedExamples } from '../../state/networkQuery.ts'

/** Maximum multiplications per grid, so a query stays short. */
const mostWork = 1_500_000

/** Returns a domain around the data with padding. */
export function fitTo(ranges: NonNullable<QueryResult['ranges']>, sample: QueriedExamples): [Domain, Domain] {
  const air = ([low, high]: readonly [number, number]): Domain => {
    const room = 0.15 * (high - low) || 1
    return [low - room, high + room]
  }
  const [x, y] = ranges
  if (y) return [air(x), air(y)]
  return [air(x), air([Math.min(...sample.y), Math.max(...sample.y)])]
}

/** Returns a grid that is fine enough to read and fast to compute. */
export function sizeOf({ layers }: NetworkSpec): { columns: number; rows: number } {
  let parameters = 0
  for (let l = 1; l < layers.length; l++) parameters += layers[l] * (layers[l - 1] + 1)
  if (layers[0] === 1) return { columns: 240, rows: 1 }
  const side = Math.round(Math.min(84, Math.max(20, Math.sqrt(mostWork / parameters))))
  return { columns: side, rows: side }
}
