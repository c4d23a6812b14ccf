// One average as a line. If a pixel column holds many days and the line oscillates within it, the column is filled from
// its lowest to its highest value: the same pixels as the whole zigzag, for one rectangle per column.

import {
  resolvePaint,
  seriesLayer,
  type Layer,
  type Scales,
  type SeriesOptions,
} from '../../../plot/index.ts'
import { pointsOf } from './picturePoints.ts'

/** A line this many times longer than the plot's width is filled. */
const zigzag = 4

/** Days were left out of these pairs (t, value): there are more days between the ends than points. */
const isThinned = (pairs: Float64Array): boolean =>
  pairs.length > 4 && pairs[pairs.length - 2] - pairs[0] + 1 > (pairs.length / 2) * 1.01

const travels = new WeakMap<Float64Array, number>()

/** Returns the total vertical movement of a line, in its unit. Cached per line. */
function travelOf(pairs: Float64Array): number {
  let travel = travels.get(pairs)
  if (travel === undefined) {
    travel = 0
    for (let i = 3; i < pairs.length; i += 2) travel += Math.abs(pairs[i] - pairs[i - 2])
    travels.set(pairs, travel)
  }
  return travel
}

const isZigzag = (pairs: Float64Array, scales: Scales): boolean =>
  travelOf(pairs) * Math.abs(scales.y(1) - scales.y(0)) > zigzag * scales.width

export interface CurveOptions extends Omit<SeriesOptions, 'points'> {
  /** Pairs (t, value). The same array is the same line. */
  readonly pairs: () => Float64Array | undefined
}

export function curveLayer({ pairs, ...options }: CurveOptions): Layer {
  const line = seriesLayer({ ...options, points: pointsOf(pairs) })
  return {
    ...line,
    draw(pen, scales, from, to) {
      const curve = pairs()
      if (!curve || !isThinned(curve) || !isZigzag(curve, scales)) return line.draw(pen, scales, from, to)
      const { pixelRatio, size: half, width } = scales
      const step = 1 / pixelRatio
      // Both axes are linear here: a multiplication and an addition.
      const left = scales.x(0) * pixelRatio
      const across = (scales.x(1) - scales.x(0)) * pixelRatio
      const zero = scales.y(0)
      const up = scales.y(1) - zero
      pen.save()
      pen.fillStyle = resolvePaint(options.color, scales.palette)
      let column = NaN
      let top = 0
      let bottom = 0
      let last = NaN
      for (let i = 0; i < curve.length; i += 2) {
        const x = Math.floor(left + curve[i] * across)
        const y = zero + curve[i + 1] * up
        if (x !== column) {
          if (column >= 0 && column * step <= width)
            pen.fillRect(column * step, top - half, (x - column) * step, bottom - top + 2 * half)
          // Continue the line from the previous column.
          top = last < y ? last : y
          bottom = last > y ? last : y
          column = x
        } else if (y < top) top = y
        else if (y > bottom) bottom = y
        last = y
      }
      if (column >= 0 && column * step <= width)
        pen.fillRect(column * step, top - half, step, bottom - top + 2 * half)
      pen.restore()
    },
  }
}
