// A line drawn in installments: cut to the view, with gaps, and with a dash that continues where the last installment
// ended.

import { clipSegment, isInside, type Rectangle, type Segment } from './clip.ts'
import type { Pen } from './layer.ts'

export interface Exit {
  readonly x: number
  readonly y: number
  /** Radians, y downwards. */
  readonly angle: number
}

/** What an installment needs to know about earlier ones. */
export interface LineState {
  readonly x: number
  readonly y: number
  readonly phase: number
  readonly exit: Exit | null
}

const START: LineState = { x: NaN, y: NaN, phase: 0, exit: null }

/** Segments per stroke. Without a GPU, one stroke of thousands of crossing segments takes twice as long. */
const PIECES = 32

export class Polyline {
  /** Where the line left the view, unless it has come back. */
  exit: Exit | null = null
  private x = NaN
  private y = NaN
  private phase = 0
  private open = false
  private pieces = 0
  private period = 0
  private pen!: Pen
  private view!: Rectangle
  private readonly segment: Segment = { x0: 0, y0: 0, x1: 0, y1: 0 }

  reset(state: LineState = START): void {
    this.x = state.x
    this.y = state.y
    this.phase = state.phase
    this.exit = state.exit
  }

  state(): LineState {
    return { x: this.x, y: this.y, phase: this.phase, exit: this.exit }
  }

  /** Begins an installment. `dash` in pixels, [] for a solid line. */
  begin(pen: Pen, view: Rectangle, dash: readonly number[]): void {
    this.pen = pen
    this.view = view
    this.open = false
    this.pieces = 0
    this.period = dash.reduce((sum, length) => sum + length, 0) * (dash.length % 2 ? 2 : 1)
    pen.setLineDash([...dash])
    pen.lineDashOffset = this.phase
    pen.beginPath()
  }

  /** Whether a point is so close to the last vertex that a line to it would be invisible. */
  isNear(x: number, y: number, distance: number): boolean {
    return Math.abs(x - this.x) < distance && Math.abs(y - this.y) < distance
  }

  /**
   * Draws a line from the last vertex to (x, y). The first point, or one after a gap, only sets a vertex. NaN makes a
   * gap.
   */
  lineTo(x: number, y: number): void {
    const { pen, segment, view } = this
    if (!(x === x && y === y)) {
      this.x = this.y = NaN
      this.open = false
      return
    }
    if (this.x === this.x && clipSegment(this.x, this.y, x, y, view, segment)) {
      if (!this.open || this.pieces >= PIECES || segment.x0 !== this.x || segment.y0 !== this.y)
        this.moveTo(segment.x0, segment.y0)
      pen.lineTo(segment.x1, segment.y1)
      this.pieces++
      if (this.period > 0) {
        const length = Math.hypot(segment.x1 - segment.x0, segment.y1 - segment.y0)
        this.phase = (this.phase + length) % this.period
      }
      this.open = segment.x1 === x && segment.y1 === y
      if (this.open) this.exit = null
      else {
        const angle = Math.atan2(segment.y1 - segment.y0, segment.x1 - segment.x0)
        this.exit = { x: segment.x1, y: segment.y1, angle }
      }
    } else {
      this.open = false
      if (isInside(x, y, view)) this.exit = null
    }
    this.x = x
    this.y = y
  }

  end(): void {
    this.pen.stroke()
  }

  private moveTo(x: number, y: number): void {
    // A canvas restarts the dash at every subpath, so a dashed line needs a stroke per segment.
    if (this.period > 0 || this.pieces >= PIECES) {
      this.pen.stroke()
      this.pen.beginPath()
      this.pen.lineDashOffset = this.phase
      this.pieces = 0
    }
    this.pen.moveTo(x, y)
  }
}
