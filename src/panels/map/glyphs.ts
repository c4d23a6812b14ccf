// What stands on the map above the paths: the minimum, and for the selected run at the cursor the last step in three
// signs, drawn at the point where its gradient was measured: −dW, −V and the ellipse √S, which shows along which axis
// the step is divided by more. One scale for dW and V, so that their lengths compare.

import { column } from '../../engine/run.ts'
import { arrow, cross, ellipse, type Overlay } from '../../plot/index.ts'
import { cursor } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'

const longest = 52
const widest = 34

export interface GlyphWords {
  readonly gradient: string
  readonly velocity: string
  readonly scale: string
  readonly minimum: string
}

export function drawMinima(
  over: Overlay,
  minima: readonly (readonly [number, number])[],
  swapped: boolean,
): void {
  const { pen, scales } = over
  for (const [w, b] of minima) {
    const x = scales.x(swapped ? b : w)
    const y = scales.y(swapped ? w : b)
    if (x < 0 || y < 0 || x > scales.width || y > scales.height) continue
    const { ink, paper } = scales.palette
    cross(pen, x, y, 7 * scales.size, { color: ink, width: 1.8 * scales.size, paper })
  }
}

export function drawStepGlyphs(over: Overlay, run: number, swapped: boolean, words: GlyphWords): void {
  const trace = race.traces[run]
  if (!trace || trace.detail !== 'full' || trace.dimension !== 2) return
  const row = trace.rowAt(cursor.step)
  if (row < 1 || trace.rows[row * trace.width] !== cursor.step) return
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
  if (!(px >= 0 && py >= 0 && px <= scales.width && py <= scales.height)) return
  const unitX = scales.x(x + 1) - px
  const unitY = scales.y(y + 1) - py
  const dW = pair(trace.columnOf('dW'), row)
  const velocity = trace.columnOf('V') < 0 ? undefined : pair(trace.columnOf('V'), row)
  const length = (v: readonly number[]): number => Math.hypot(v[0] * unitX, v[1] * unitY)
  const factor = (longest * scales.size) / Math.max(length(dW), velocity ? length(velocity) : 0, 1e-300)
  const { ink, paper, runs } = scales.palette
  const sign = (v: readonly number[], color: string, thick: number, text: string): void => {
    const tipX = px - v[0] * unitX * factor
    const tipY = py - v[1] * unitY * factor
    arrow(pen, px, py, tipX, tipY, { color, width: thick * scales.size, paper })
    if (length(v) * factor > 18) over.label({ x: tipX, y: tipY, text, color, distance: 6, priority: 0 })
  }
  const squares = trace.slots.find((slot) => slot === 'S' || slot === 'G' || slot === 'U')
  if (squares) {
    const s = pair(trace.columnOf(squares), row).map((value) => (squares === 'U' ? value : Math.sqrt(value)))
    const most = Math.max(s[0], s[1])
    if (most > 0) {
      const unit = (widest * scales.size) / most
      const look = { color: runs[run % runs.length], width: 1.4 * scales.size, paper, dash: [3, 3] }
      ellipse(pen, px, py, Math.max(1, s[0] * unit), Math.max(1, s[1] * unit), 0, look)
    }
  }
  sign(dW, ink, 1.3, words.gradient)
  if (velocity) sign(velocity, runs[run % runs.length], 2.4, words.velocity)
}
