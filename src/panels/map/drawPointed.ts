// The arrow −∇J and the ghost's path at the place under the pointer. Loaded when the pointer enters the map.

import { clipToFrame, arrow, type Overlay, type ReadoutLine } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { formatNumber } from '../../ui/number.ts'
import { ghostPath, slopeAt } from './ghostRun.ts'

type Place = readonly [w: number, b: number]

const compute = (at: Place, run: number) => {
  const { experiment } = useExperiment.getState()
  return {
    ...{ experiment, at, run },
    slope: slopeAt(experiment, ...at),
    ghost: ghostPath({ ...experiment, start: at }, run),
  }
}

let known: ReturnType<typeof compute> | undefined

/** Computed once per place. */
function pointed(at: Place, run: number) {
  const { experiment } = useExperiment.getState()
  if (known?.at !== at || known.run !== run || known.experiment !== experiment) known = compute(at, run)
  return known
}

export function costPointedAt(at: Place, run: number): ReadoutLine[] {
  const { slope } = pointed(at, run)
  return slope ? [{ label: 'J', value: formatNumber(slope.cost, 3) }] : []
}

/** Length of the arrow in pixels, at size 1. */
const long = 44

export function drawPointed(
  { pen, scales }: Overlay,
  at: Place,
  place: (w: number, b: number) => readonly [number, number],
  run: number,
  color: string,
): void {
  const { slope, ghost } = pointed(at, run)
  const { palette, size } = scales
  const [px, py] = place(...at)
  pen.save()
  clipToFrame(pen, scales)
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
    const [tx, ty] = place(at[0] - gx, at[1] - gy)
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
