// Packs an objective for a worker, and own rows for the page. arrivedRows.ts unpacks them. Rows travel as one typed
// array: cloning a hundred thousand small lists takes the page longer than a frame, copying their numbers takes a
// millisecond.

import type { ObjectiveSpec } from '../engine/experiment.ts'

export type Rows = readonly (number | readonly number[])[]

export interface Packed {
  readonly numbers: Float64Array
  /** Numbers per row. 0: the rows are plain numbers. */
  readonly width: number
}

export interface SentObjective {
  readonly spec: ObjectiveSpec
  /** Own data, which `spec` omits. */
  readonly own?: { readonly x: Packed | Rows; readonly y: Packed | Rows }
}

export function sent(spec: ObjectiveSpec): SentObjective {
  const own = spec.kind === 'network' ? spec.dataset : spec
  if (own.kind !== 'inline' && own.kind !== 'leastSquares') return { spec }
  return { spec: withData(spec, [], []), own: { x: packed(own.x), y: packed(own.y) } }
}

export function withData(spec: ObjectiveSpec, x: Rows, y: Rows): ObjectiveSpec {
  const whole = spec.kind === 'network' ? { ...spec, dataset: { ...spec.dataset, x, y } } : { ...spec, x, y }
  return whole as ObjectiveSpec
}

const widthOf = (row: Rows[number]): number => (typeof row === 'number' ? 0 : row.length)

/** The packed form of each list. Lists never change, and are sent to several workers. */
export const packs = new WeakMap<Rows, Packed>()

export function packed(rows: Rows): Packed | Rows {
  const before = packs.get(rows)
  if (before) return before
  const width = rows.length > 0 ? widthOf(rows[0]) : 0
  const numbers = new Float64Array(rows.length * Math.max(1, width))
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]
    // A label is a number or a list of one.
    if (widthOf(row) !== width) return rows
    if (typeof row === 'number') numbers[i] = row
    else for (let j = 0; j < width; j++) numbers[i * width + j] = row[j]
  }
  const pack = { numbers, width }
  packs.set(rows, pack)
  return pack
}
