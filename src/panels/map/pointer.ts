// What the map says where one points: J, the arrow −∇J, and the path that the selected run would take from there, within a
// frame. The mathematics is loaded at the first move.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { arrow, type Overlay } from '../../plot/index.ts'
import { requestDraw } from '../../state/frame.ts'
import type { ghostPath, GhostPath, Slope, slopeAt } from './ghostRun.ts'

interface Mathematics {
  readonly ghostPath: typeof ghostPath
  readonly slopeAt: typeof slopeAt
}

/** Pixels of the arrow, at size 1. */
const long = 44

export interface Pointed {
  readonly slope: Slope | undefined
  readonly ghost: GhostPath | undefined
}

export class Pointer {
  private mathematics: Mathematics | undefined
  private loading = false
  private known: { key: string; experiment: DescentExperiment; pointed: Pointed } | undefined
  at: readonly [w: number, b: number] | undefined

  move(at: readonly [w: number, b: number] | undefined): void {
    this.at = at
    if (!at || this.mathematics || this.loading) return
    this.loading = true
    void import('./ghostRun.ts').then((mathematics) => {
      this.mathematics = mathematics
      requestDraw()
    })
  }

  /** Computed once a place. */
  pointed(experiment: DescentExperiment, run: number): Pointed | undefined {
    if (!this.at || !this.mathematics) return undefined
    const [w, b] = this.at
    const key = `${w} ${b} ${run}`
    if (this.known?.key !== key || this.known.experiment !== experiment) {
      const { slopeAt, ghostPath } = this.mathematics
      const pointed = {
        slope: slopeAt(experiment, w, b),
        ghost: ghostPath({ ...experiment, start: [w, b] }, run),
      }
      this.known = { key, experiment, pointed }
    }
    return this.known.pointed
  }

  draw(
    { pen, scales }: Overlay,
    place: (w: number, b: number) => readonly [number, number],
    pointed: Pointed | undefined,
    color: string,
  ): void {
    if (!this.at || !pointed) return
    const { palette, size, width, height } = scales
    const [px, py] = place(...this.at)
    const { slope, ghost } = pointed
    pen.save()
    pen.beginPath()
    pen.rect(0, 0, width, height)
    pen.clip()
    if (ghost) {
      for (const [stroke, wide] of [
        [palette.paper, 3.6],
        [color, 1.5],
      ] as const) {
        pen.strokeStyle = stroke
        pen.lineWidth = wide * size
        pen.lineJoin = 'round'
        pen.beginPath()
        for (let i = 0; i < ghost.path.length; i += 2) {
          const [x, y] = place(ghost.path[i], ghost.path[i + 1])
          if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) break
          if (i === 0) pen.moveTo(x, y)
          else pen.lineTo(x, y)
        }
        pen.stroke()
      }
    }
    if (slope) {
      const [gx, gy] = slope.gradient
      const [tx, ty] = place(this.at[0] - gx, this.at[1] - gy)
      const far = Math.hypot(tx - px, ty - py)
      if (far > 0 && far < Infinity) {
        const by = (long * size) / far
        arrow(pen, px, py, px + (tx - px) * by, py + (ty - py) * by, {
          color: palette.ink,
          width: 2 * size,
          paper: palette.paper,
        })
      }
    }
    pen.restore()
  }
}
