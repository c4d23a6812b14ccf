// What the stage reads of the runs on the map: their names with values, which of them fly out, and where to look.

import { column } from '../../engine/row.ts'
import { fill, type Dictionary } from '../../i18n/index.ts'
import { costAtCursor, endAtCursor, noValueOf } from '../runs.ts'
import type { AxisDomain } from '../../plot/index.ts'
import { cursor } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'

/** Fraction by which the box grows on each side. */
const margin = 0.06

/** A gloss in parentheses belongs to the words of a lesson: on the wall it hides the next run. */
const short = (name: string): string => name.replace(/（[^）]*）/gu, '')

export function labelOf(run: number, full: string, words: Dictionary['playground']): string {
  const name = short(full)
  if (endAtCursor(run) !== undefined)
    return fill(noValueOf(run) ? words.noValueLabel : words.divergedLabel, { run: name })
  const cost = costAtCursor(run)
  return Number.isNaN(cost) ? name : `${name}  J = ${formatNumber(cost, 2)}`
}

/** Whether a run's hops grow: the cost at the cursor is far above its initial value, or not finite. */
export function flies(run: number): boolean {
  const trace = race.traces[run]
  if (!trace || trace.length < 4) return false
  if (endAtCursor(run) !== undefined && !noValueOf(run)) return true
  return costAtCursor(run) > 2 * trace.rows[column.cost]
}

/** `top`, `bottom`: where a run that flies has left the view. */
export function edgesOf(
  flying: readonly boolean[],
  hidden: readonly number[],
  swapped: boolean,
  [low, high]: AxisDomain,
): string[] {
  const edges = new Set<string>()
  for (let run = 0; run < flying.length; run++) {
    const trace = race.traces[run]
    if (!flying[run] || !trace || hidden.includes(run)) continue
    // Its hops grow: the last two are the widest, one to each side.
    const last = Math.min(trace.rowAt(cursor.step), trace.length - 1)
    for (let row = Math.max(0, last - 1); row <= last; row++) {
      const value = trace.rows[row * trace.width + column.theta + (swapped ? 0 : 1)]
      if (value > high) edges.add('top')
      if (value < low) edges.add('bottom')
    }
  }
  return [...edges]
}

export function withMargin([x0, x1, y0, y1]: readonly number[]): readonly number[] {
  const [wide, high] = [margin * (x1 - x0), margin * (y1 - y0)]
  return [x0 - wide, x1 + wide, y0 - high, y1 + high]
}

/** Around the last tenth of the visible runs, at least fifty steps. */
export function runsBox(hidden: readonly number[]): readonly number[] | undefined {
  const box = [Infinity, -Infinity, Infinity, -Infinity]
  race.traces.forEach((trace, run) => {
    if (!trace || trace.dimension !== 2 || hidden.includes(run) || flies(run)) return
    const last = trace.rowAt(cursor.step)
    for (let i = Math.max(0, last - Math.max(20, last / 10)); i <= last; i++) {
      const at = i * trace.width + column.theta
      const [x, y] = [trace.rows[at], trace.rows[at + 1]]
      box[0] = Math.min(box[0], x)
      box[1] = Math.max(box[1], x)
      box[2] = Math.min(box[2], y)
      box[3] = Math.max(box[3], y)
    }
  })
  if (!(box[0] <= box[1])) return undefined
  const side = Math.max(box[1] - box[0], box[3] - box[2], 1e-9) * 0.2
  return [box[0] - side, box[1] + side, box[2] - side, box[3] + side]
}
