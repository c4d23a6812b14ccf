// The selected run's last step in three marks, above the paths and loaded after them, drawn at the point where its
// gradient was measured: −dW, −V and the ellipse √S, which shows which axis the step is divided by more. One scale for
// dW and V makes their lengths comparable.

import { column } from '../../engine/row.ts'
import { clipToFrame, arrow, ellipse, type Overlay, type Scales } from '../../plot/index.ts'
import { cursor, usePlayback } from '../../state/playback.ts'
import { race, type Trace } from '../../state/traces.ts'

const longest = 52
const widest = 34
const shortest = 18
/** Below this share of the run's steepest gradient arrows shrink. */
const flat = 1e-2
/** Distance between the tip of an arrow and the border. */
const margin = 3

export interface GlyphWords {
  readonly gradient: string
  readonly velocity: string
  readonly scale: string
  readonly minimum: string
}

/** A drawn arrow or ellipse: what it is, and its two ends in pixels. */
export interface Sign {
  readonly symbol: 'dW' | 'V' | 'S' | 'w'
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

const reach = 9

/** Returns the symbol whose mark is under the pointer. */
export function signAt(signs: readonly Sign[], x: number, y: number): string | null {
  const far = ({ from: [x0, y0], to: [x1, y1] }: Sign): number => {
    const [dx, dy] = [x1 - x0, y1 - y0]
    const along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)))
    return Math.hypot(x - x0 - along * dx, y - y0 - along * dy)
  }
  const near = signs.filter((sign) => far(sign) <= reach).sort((a, b) => far(a) - far(b))
  return near[0]?.symbol ?? null
}

/** Returns the factor by which an arrow along −(dx, dy) may be scaled before it reaches the map's border. */
function roomFor(dx: number, dy: number, px: number, py: number, { width, height }: Scales): number {
  const along = (d: number, at: number, end: number): number =>
    d === 0 ? Infinity : Math.max(0, (d > 0 ? at - margin : end - margin - at) / Math.abs(d))
  return Math.min(along(dx, px, width), along(dy, py, height))
}

const known: { trace?: Trace; row: number; most: number } = { row: 0, most: 0 }

/** Returns the largest |dW| of a run up to a row. Optimized for ascending rows. */
function steepestUpTo(trace: Trace, row: number): number {
  if (known.trace !== trace || known.row > row) Object.assign(known, { trace, row: 0, most: 0 })
  const at = trace.columnOf('dW')
  while (known.row < row) {
    const from = ++known.row * trace.width + at
    known.most = Math.max(known.most, Math.hypot(trace.rows[from], trace.rows[from + 1]))
  }
  return known.most
}

/** `highlighted`: the symbol highlighted elsewhere, whose mark is drawn heavier. Returns what was drawn. */
export function drawStepGlyphs(
  over: Overlay,
  run: number,
  look: number,
  swapped: boolean,
  words: GlyphWords,
  highlighted: string | null = null,
): readonly Sign[] {
  const trace = race.traces[run]
  if (!trace || trace.detail !== 'full' || trace.dimension !== 2) return []
  const row = trace.rowAt(cursor.step)
  if (row < 1 || trace.rows[row * trace.width] !== cursor.step) return []
  const { pen, scales } = over
  const { rows, width } = trace
  const pair = (place: number, at: number): [number, number] => {
    const a = rows[at * width + place]
    const b = rows[at * width + place + 1]
    return swapped ? [b, a] : [a, b]
  }
  const [x, y] = pair(column.theta, row - 1)
  const px = scales.x(x)
  const py = scales.y(y)
  if (!(px >= 0 && py >= 0 && px <= scales.width && py <= scales.height)) return []
  const unitX = scales.x(x + 1) - px
  const unitY = scales.y(y + 1) - py
  const dW = pair(trace.columnOf('dW'), row)
  const velocity = trace.columnOf('V') < 0 ? undefined : pair(trace.columnOf('V'), row)
  const length = (v: readonly number[]): number => Math.hypot(v[0] * unitX, v[1] * unitY)
  // Where almost nothing remains to step, arrows shrink in proportion, down to nothing.
  const size = Math.max(...[dW, velocity ?? dW].map((v) => Math.hypot(...v)))
  const left = Math.min(1, size / (flat * steepestUpTo(trace, row)) || 0)
  const most = left * Math.min(longest * scales.size, 0.12 * scales.width)
  const longer = most / Math.max(length(dW), velocity ? length(velocity) : 0, 1e-300)
  // Shorten both arrows if one would cross the map's border, but keep them visible.
  const room = [dW, velocity ?? dW].map((v) => roomFor(v[0] * unitX, v[1] * unitY, px, py, scales))
  const factor = Math.max(longer * (shortest / longest), Math.min(longer, ...room))
  const { ink, paper, runs } = scales.palette
  const signs: Sign[] = []
  const heavier = (symbol: string): number => (highlighted === symbol ? 2 : 1)
  const sign = (
    symbol: 'dW' | 'V',
    v: readonly number[],
    color: string,
    thick: number,
    text: string,
  ): void => {
    const tipX = px - v[0] * unitX * factor
    const tipY = py - v[1] * unitY * factor
    signs.push({ symbol, from: [px, py], to: [tipX, tipY] })
    // At rest no run's name covers an arrow. During playback names ignore the turning arrows.
    const { playing } = usePlayback.getState()
    if (!playing)
      for (const along of [0.4, 0.7, 1])
        over.avoid(px + (tipX - px) * along, py + (tipY - py) * along, 2.5 * scales.size)
    arrow(pen, px, py, tipX, tipY, { color, width: thick * heavier(symbol) * scales.size, paper })
    const seen = tipX >= 0 && tipY >= 0 && tipX <= scales.width && tipY <= scales.height
    if (seen && length(v) * factor > 18)
      over.label({ x: tipX, y: tipY, text, color, distance: 6, priority: playing ? 0 : 3 })
  }
  // Clip to the border: neither an ellipse nor a shortest arrow close to it crosses it.
  pen.save()
  clipToFrame(pen, scales)
  const squares = trace.slots.find((slot) => slot === 'S' || slot === 'G' || slot === 'U')
  if (squares) {
    const s = pair(trace.columnOf(squares), row).map((value) => (squares === 'U' ? value : Math.sqrt(value)))
    const most = Math.max(s[0], s[1])
    if (most > 0) {
      const unit = (widest * scales.size) / most
      const stroke = {
        color: runs[look],
        width: 1.4 * heavier('S') * scales.size,
        paper,
        dash: [3, 3],
      }
      const [a, b] = [Math.max(1, s[0] * unit), Math.max(1, s[1] * unit)]
      signs.push(
        { symbol: 'S', from: [px - a, py], to: [px + a, py] },
        { symbol: 'S', from: [px, py - b], to: [px, py + b] },
      )
      ellipse(pen, px, py, a, b, 0, stroke)
      const end = a >= b ? { x: px + a, y: py } : { x: px, y: py - b }
      const text = squares === 'S' ? words.scale : squares === 'G' ? '√G' : 'U'
      if (!usePlayback.getState().playing)
        over.label({ ...end, text, color: runs[look], distance: 6, priority: 1 })
    }
  }
  sign('dW', dW, ink, 1.3, words.gradient)
  // The parameters themselves: the point that the step leads to.
  const [toX, toY] = pair(column.theta, row)
  const at = [scales.x(toX), scales.y(toY)] as const
  signs.push({ symbol: 'w', from: at, to: at })
  if (highlighted === 'w')
    ellipse(pen, at[0], at[1], 11 * scales.size, 11 * scales.size, 0, {
      color: ink,
      width: 2 * scales.size,
      paper,
    })
  if (velocity) sign('V', velocity, runs[look], 2.4, words.velocity)
  pen.restore()
  return signs
}
