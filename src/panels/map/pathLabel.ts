// A run's path as far as the map follows it, and the label at its end.

import { column } from '../../engine/row.ts'
import { fill, type Dictionary } from '../../i18n/index.ts'
import type { Points } from '../../plot/index.ts'
import { race } from '../../state/traces.ts'
import { raised } from '../../typeset/digits.ts'
import { formatNumber } from '../../ui/number.ts'
import { costAtCursor, endAtCursor, noValueOf } from '../runs.ts'
import { leavesAt } from './fit.ts'

/** A map narrower than this, in pixels, shows only the runs' names. */
const phoneWidth = 420

/** Returns the points of a diverging run up to the first beyond what the view follows. The hop to it has the arrow. */
export function followed(run: number, points: Points): Points {
  return {
    ...points,
    length() {
      const trace = race.traces[run]
      const left = trace && leavesAt(trace)
      return Math.min(points.length(), left === undefined ? Infinity : left + 1)
    },
  }
}

/** Returns J at the cursor in powers of ten of the start's: `×10⁶`. Empty while the view follows the path. */
export function growth(run: number): string {
  const trace = race.traces[run]
  if (!trace || leavesAt(trace) === undefined) return ''
  const power = Math.floor(Math.log10(costAtCursor(run) / Math.abs(trace.rows[column.cost])))
  return power >= 1 && power < Infinity ? ` ×10${raised(power)}` : ''
}

export function pathLabel(run: number, whole: string, words: Dictionary, width = Infinity): string {
  // The list of runs explains a foreign name in brackets. On the map it would only be long.
  const name = whole.replace(/（.+）$/, '')
  if (endAtCursor(run) !== undefined) {
    if (noValueOf(run)) return fill(words.playground.noValueLabel, { run: name })
    return fill(words.playground.divergedLabel, { run: name }) + growth(run)
  }
  const grown = growth(run)
  if (grown !== '') return `${name}${grown}`
  // On a phone several such labels would hide the minimum, and the list of runs shows J too.
  return width < phoneWidth ? name : `${name} · J ${formatNumber(costAtCursor(run), 3)}`
}
