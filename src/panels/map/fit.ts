// What the map shows without zoom: all visible paths, the start and the minimum, plus 10%. The map follows a diverging
// path until J is ten times the start's, where the path leaves by the edge. Of any other path, points more than three
// times as far as the rest leave by the edge.

import type { Landscape } from '../../engine/objectives/objective.ts'
import { column } from '../../engine/row.ts'
import { hasDiverged, type Trace } from '../../state/traces.ts'

type Box = [xFrom: number, xTo: number, yFrom: number, yTo: number]
type Described = Pick<Landscape, 'minima' | 'eigenvalues' | 'view'>

const margin = 0.1
const reach = 3

function include(box: Box, x: number, y: number): void {
  if (x < box[0]) box[0] = x
  if (x > box[1]) box[1] = x
  if (y < box[2]) box[2] = y
  if (y > box[3]) box[3] = y
}

/** Returns the box in (θ₀, θ₁). The picture's own axes may be swapped. */
export function fitBox(
  start: readonly number[],
  traces: readonly (Trace | undefined)[],
  hidden: readonly number[],
  landscape: Described | undefined,
  follows = false,
): Box {
  const box: Box = [start[0], start[0], start[1], start[1]]
  const constant = landscape?.eigenvalues !== undefined
  for (const [x, y] of landscape?.minima ?? []) if (constant) include(box, x, y)
  if (!constant && landscape) {
    include(box, landscape.view[0], landscape.view[2])
    include(box, landscape.view[1], landscape.view[3])
  }
  const size = Math.max(box[1] - box[0], box[3] - box[2]) || 2
  const center = [(box[0] + box[1]) / 2, (box[2] + box[3]) / 2]
  const far = (reach * size) / 2
  traces.forEach((trace, run) => {
    if (!trace || trace.columnOf('w') < 0 || trace.dimension !== 2 || hidden.includes(run)) return
    const left = leavesAt(trace)
    const near =
      left === undefined || !follows
        ? nearBox(trace, center[0], center[1], left === undefined ? far : size * 0.75)
        : boxUpTo(trace, left, center[0], center[1], far)
    if (near[0] > near[1]) return
    include(box, near[0], near[2])
    include(box, near[1], near[3])
  })
  const wide = box[1] - box[0] || 1
  const high = box[3] - box[2] || 1
  return [box[0] - margin * wide, box[1] + margin * wide, box[2] - margin * high, box[3] + margin * high]
}

/** J, as a multiple of the start's, up to which a diverging path is followed. */
const followed = 10

const departures = new WeakMap<Trace, { readonly rows: number; readonly at: number | undefined }>()

/** Returns a diverging run's first row at which J exceeds what the view follows, or undefined for every other run. */
export function leavesAt(trace: Trace): number | undefined {
  const known = departures.get(trace)
  if (known?.rows === trace.length) return known.at
  const at = leavesIn(trace, hasDiverged(trace))
  departures.set(trace, { rows: trace.length, at })
  return at
}

type Rows = Pick<Trace, 'rows' | 'width' | 'length'>

/** The same of rows that are complete. */
export function leavesIn({ rows, width, length }: Rows, diverged: boolean): number | undefined {
  if (!diverged && !grows({ rows, width, length })) return undefined
  const most = followed * Math.abs(rows[column.cost])
  let at = 0
  // Skip steps where J was not computed, but not an infinite J.
  while (at < length && !(rows[at * width + column.cost] > most)) at++
  return at
}

/** The box of a trace's points before a row that are near enough. */
function boxUpTo({ rows, width }: Trace, to: number, x: number, y: number, limit: number): Box {
  const box: Box = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0, at = column.theta; i < to; i++, at += width)
    if (Math.abs(rows[at] - x) <= limit && Math.abs(rows[at + 1] - y) <= limit)
      include(box, rows[at], rows[at + 1])
  return box
}

interface Near {
  readonly box: Box
  readonly of: readonly [x: number, y: number, limit: number]
  rows: number
}

const known = new WeakMap<Trace, Near>()

/** The box of a trace's points that are near enough. Reads only new rows. */
function nearBox(trace: Trace, x: number, y: number, limit: number): Box {
  let near = known.get(trace)
  if (!near || near.of[0] !== x || near.of[1] !== y || near.of[2] !== limit) {
    near = { box: [Infinity, -Infinity, Infinity, -Infinity], of: [x, y, limit], rows: 0 }
    known.set(trace, near)
  }
  const { rows, width, length } = trace
  for (let i = near.rows, at = i * width + column.theta; i < length; i++, at += width)
    if (Math.abs(rows[at] - x) <= limit && Math.abs(rows[at + 1] - y) <= limit)
      include(near.box, rows[at], rows[at + 1])
  near.rows = length
  return near.box
}

/** Returns a box with room for growing paths. */
export function roomier([left, right, bottom, top]: readonly number[]): Box {
  const [wide, high] = [0.2 * (right - left), 0.2 * (top - bottom)]
  return [left - wide, right + wide, bottom - high, top + high]
}

/** Whether a box lies within another and fills enough of it. */
export function fills(box: readonly number[], within: readonly number[]): boolean {
  // To the rounding of a scale and back.
  const inside = [0, 2].every((i) => {
    const slack = 1e-3 * (within[i + 1] - within[i])
    return box[i] >= within[i] - slack && box[i + 1] <= within[i + 1] + slack
  })
  const share = Math.max(
    (box[1] - box[0]) / (within[1] - within[0]),
    (box[3] - box[2]) / (within[3] - within[2]),
  )
  return inside && share > 0.5
}

/** The cost ends far above where it began. */
function grows({ rows, width, length }: Rows): boolean {
  const first = rows[column.cost]
  const last = rows[(length - 1) * width + column.cost]
  return length > 1 && last > 100 * Math.abs(first)
}
