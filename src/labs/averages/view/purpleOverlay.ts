// Drawn above the purple line's paper: the names of the lines, and at the selected day the point that dividing by 1 −
// βᵗ lifts to green.

import { arrow, disc, type Overlay } from '../../../plot/index.ts'
import { greenPaint, purplePaint } from './curveLook.ts'

export interface PurpleOverlay {
  readonly days: number
  readonly corrected: (place: number) => number
  readonly uncorrected: (place: number) => number
  readonly drawn: Float64Array
  readonly revealed: boolean
  readonly divided: boolean
  /** The selected day, from 1, its V and 1 − βᵗ. */
  readonly t: number
  readonly v: number
  readonly sum: number
  readonly words: { readonly green: string; readonly purple: string; readonly yours: string }
}

export function drawPurpleOverlay(over: Overlay, what: PurpleOverlay): void {
  const { days, drawn, revealed, t, v, sum, words } = what
  const { pen, scales } = over
  const { palette } = scales
  const color = greenPaint(palette)
  const middle = Math.floor(days * 0.62)
  const name = (value: number, place: number, text: string, paint: string, side: 'above' | 'below'): void => {
    if (value === value)
      over.label({
        x: scales.x(place + 1),
        y: scales.y(value),
        text,
        color: paint,
        bold: true,
        side,
        distance: 9,
      })
  }
  // Put its name next to the green line, not on it.
  for (let place = middle - 6; place <= middle + 6; place++)
    over.avoid(scales.x(place + 1), scales.y(what.corrected(place)), 3 * scales.size)
  name(what.corrected(middle), middle, words.green, color, 'above')
  const last = drawn.findLastIndex((value) => value === value)
  if (revealed && last >= 0) name(drawn[last], last, words.yours, palette.ink, 'below')
  if (!revealed || !(v === v)) return
  name(what.uncorrected(middle), middle, words.purple, purplePaint(palette), 'below')
  const x = scales.x(t)
  disc(pen, x, scales.y(v), 5 * scales.size, purplePaint(palette), palette.paper)
  if (!what.divided) return
  arrow(pen, x, scales.y(v), x, scales.y(v / sum) + 6, {
    color,
    width: 2 * scales.size,
    paper: palette.paper,
  })
  disc(pen, x, scales.y(v / sum), 5 * scales.size, color, palette.paper)
}
