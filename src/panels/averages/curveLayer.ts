// One average as a line. Where a pixel column holds many days and the line goes up and down within it, the column from its
// lowest to its highest value is filled: the same pixels as the whole zigzag, at the cost of one rectangle a column.

import {
  resolvePaint,
  seriesLayer,
  type Layer,
  type Points,
  type Scales,
  type SeriesOptions,
} from '../../plot/index.ts'

/** A line that is this many times longer than the plot is wide is filled. */
const zigzag = 4

/** Days were left out: there are more days between the ends than points. */
const isThinned = (points: Points): boolean => {
  const n = points.length()
  return n > 2 && points.x(n - 1) - points.x(0) + 1 > n * 1.01
}

function isZigzag(points: Points, scales: Scales): boolean {
  let travel = 0
  const n = points.length()
  for (let i = 1; i < n; i++) travel += Math.abs(points.y(i) - points.y(i - 1))
  return travel * Math.abs(scales.y(1) - scales.y(0)) > zigzag * scales.width
}

export function curveLayer(options: SeriesOptions): Layer {
  const { points, color } = options
  const line = seriesLayer(options)
  return {
    ...line,
    draw(pen, scales, from, to) {
      if (!isThinned(points) || !isZigzag(points, scales)) return line.draw(pen, scales, from, to)
      const half = scales.size
      const step = 1 / scales.pixelRatio
      pen.save()
      pen.fillStyle = resolvePaint(color, scales.palette)
      let column = NaN
      let top = 0
      let bottom = 0
      for (let i = 0; i < to; i++) {
        const x = Math.floor(scales.x(points.x(i)) * scales.pixelRatio)
        const y = scales.y(points.y(i))
        if (x !== column) {
          if (column >= 0 && column * step <= scales.width)
            pen.fillRect(column * step, top - half, (x - column) * step, bottom - top + 2 * half)
          // The line comes from where it was in the column before.
          const last = i > 0 ? scales.y(points.y(i - 1)) : y
          top = Math.min(y, last)
          bottom = Math.max(y, last)
          column = x
        } else if (y < top) top = y
        else if (y > bottom) bottom = y
      }
      if (column >= 0 && column * step <= scales.width)
        pen.fillRect(column * step, top - half, step, bottom - top + 2 * half)
      pen.restore()
    },
  }
}
