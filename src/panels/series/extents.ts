// The range of some columns of the traces, updated as rows arrive, so an axis costs only the new ones.

import type { AxisDomain, Domain } from '../../plot/index.ts'
import { hasDiverged, race, type Trace } from '../../state/traces.ts'

export interface Extent {
  low: number
  high: number
  /** The smallest positive number, for logarithmic axes. */
  positive: number
}

interface Known extends Extent {
  seen: number
  /** The magnitude at the start. */
  first: number
}

/** The relevant columns of a run, as indices in a row. */
export type ColumnsOf = (run: number, trace: Trace) => readonly number[]

export class Extents {
  private readonly known = new WeakMap<Trace, Known>()
  private readonly columnsOf: ColumnsOf

  constructor(columnsOf: ColumnsOf) {
    this.columnsOf = columnsOf
  }

  /** Over all received rows of the visible runs. */
  all(hidden: readonly number[]): Extent {
    const all = { low: Infinity, high: -Infinity, positive: Infinity }
    race.traces.forEach((trace, run) => {
      if (!trace || hidden.includes(run)) return
      const one = this.of(run, trace)
      // A diverging run does not rescale the axis: a factor of a thousand is enough to see that it diverges.
      const flies = hasDiverged(trace) || Math.max(one.high, -one.low) > 1e9 * one.first
      const far = 1e4 * one.first
      all.high = Math.max(all.high, flies ? Math.min(one.high, far) : one.high)
      all.low = Math.min(all.low, flies ? Math.max(one.low, -far) : one.low)
      all.positive = Math.min(all.positive, one.positive)
    })
    return all
  }

  private of(run: number, trace: Trace): Known {
    let known = this.known.get(trace)
    if (!known)
      this.known.set(
        trace,
        (known = { seen: 0, first: 1, low: Infinity, high: -Infinity, positive: Infinity }),
      )
    const columns = this.columnsOf(run, trace)
    const { rows, width, length } = trace
    if (known.seen === 0 && length > 0) known.first = Math.abs(rows[columns[0] ?? 0]) || 1
    for (let i = known.seen; i < length; i++)
      for (const column of columns) {
        const value = rows[i * width + column]
        if (!Number.isFinite(value)) continue
        if (value < known.low) known.low = value
        if (value > known.high) known.high = value
        if (value > 0 && value < known.positive) known.positive = value
      }
    known.seen = length
    return known
  }
}

/** Whether a linear domain shows a whole range. */
export const shows = ([low, high]: AxisDomain, extent: Extent): boolean =>
  low <= extent.low && extent.high <= high

/** A linear domain with a little padding, or a multiple of it. */
export function linearDomain({ low, high }: Extent, times = 1): Domain {
  if (!(low <= high)) return [0, 1]
  const air = (high - low) * 0.06 * times || Math.abs(high) * 0.1 || 1
  return [low >= 0 && low < (high - low) * 0.5 ? 0 : low - air, high + air]
}
