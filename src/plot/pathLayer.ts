// A run's path through weight space: a line from point to point in its run's color and dash, with a casing of paper
// under it and a mark at each step where there is room. Where the path leaves the view for good, an
// arrow at the border says so; nothing is clamped.

import { isInside, type Rectangle } from './clip.ts'
import { arrowHead, cross, drawMarker, isOpenMarker, markerOutline } from './glyphs.ts'
import type { Layer, Overlay, Pen, Points, Scales } from './layer.ts'
import { runCap, runDash, runMarker } from './palette.ts'
import { Polyline } from './polyline.ts'
import { RowList } from './rowList.ts'

export interface PathOptions {
  readonly key: string
  readonly points: Points
  /** Color, dash and marker. */
  readonly look: number
  /** Of the run that is selected: heavier. */
  readonly strong?: boolean
  /** Words at the present point (or at the arrow where the path left), asked for when the overlay is drawn. */
  readonly label?: () => string
  /** The path ends here though it did not leave: a cross in place of the present point. */
  readonly ended?: () => boolean
  /** The present point, large; on by default. */
  readonly present?: boolean
}

/** Of paper at each side of a path, in pixels. */
const CASING = 1.75
/** Pixels between a path's points from which each gets a dot. */
const DOT_DISTANCE = 9
/** A point nearer than this (pixels) to the last one drawn adds nothing that can be seen. */
const NEAR = 0.5
/** Steps from which a path is a cloud: thin, without halo and dots, which would cost more than they show. */
const LONG = 2000
/** Pixels beyond the view where lines are cut, so that no cut can be seen. */
const BLEED = 8
/** Last steps that labels keep off. */
const AVOIDED = 40

export function pathLayer(options: PathOptions): Layer {
  const { points, look, strong = false, present = true } = options
  const wide = strong ? 3.4 : 2.8
  const marker = runMarker(look)
  const line = new Polyline()
  /** Of the first `looked` rows those that stand apart: to draw the path again at this scale takes these alone. */
  const apart = new RowList()
  let looked = 0
  let unitX = NaN
  let unitY = NaN
  let revision = NaN

  const isLong = (): boolean => points.length() > LONG

  const around = ({ width, height }: Scales): Rectangle => ({
    left: -BLEED,
    top: -BLEED,
    right: width + BLEED,
    bottom: height + BLEED,
  })

  function trace(
    pen: Pen,
    scales: Scales,
    from: number,
    to: number,
    width: number,
    color: string,
    dash: readonly number[],
  ): void {
    pen.lineJoin = 'round'
    pen.lineCap = dash.length > 0 ? runCap(look) : 'butt'
    pen.lineWidth = width * scales.size
    pen.strokeStyle = color
    line.begin(
      pen,
      around(scales),
      dash.map((length) => length * scales.size),
    )
    let i = from
    if (from === 0) {
      recall(scales)
      for (let k = 0; k < apart.length && apart.at(k) < to; k++) visit(scales, apart.at(k))
      i = Math.min(looked, to)
    }
    for (; i < to; i++) if (visit(scales, i) && i >= looked) apart.push(i)
    looked = Math.max(looked, to)
    line.end()
  }

  /** True if a line was drawn to the row. */
  function visit(scales: Scales, row: number): boolean {
    const x = scales.x(points.x(row))
    const y = scales.y(points.y(row))
    if (line.isNear(x, y, NEAR)) return false
    line.lineTo(x, y)
    return true
  }

  /** Forgets which rows stand apart when they are others, or when more of them do. */
  function recall({ xDomain, yDomain, width, height }: Scales): void {
    const x = (xDomain[1] - xDomain[0]) / width
    const y = (yDomain[1] - yDomain[0]) / height
    if (points.revision() === revision && x >= unitX && y >= unitY) return
    revision = points.revision()
    unitX = x
    unitY = y
    apart.clear()
    looked = 0
  }

  function dots(pen: Pen, scales: Scales, from: number, to: number): void {
    const view = around(scales)
    const distance = DOT_DISTANCE * scales.size
    const radius = (strong ? 3.6 : 3.1) * scales.size
    const open = isOpenMarker(marker)
    let previousX = from > 0 ? scales.x(points.x(from - 1)) : Infinity
    let previousY = from > 0 ? scales.y(points.y(from - 1)) : Infinity
    pen.fillStyle = pen.strokeStyle = scales.palette.runs[look]
    pen.lineWidth = 1.4 * scales.size
    pen.beginPath()
    for (let i = from; i < to; i++) {
      const x = scales.x(points.x(i))
      const y = scales.y(points.y(i))
      const apart = Math.abs(x - previousX) >= distance || Math.abs(y - previousY) >= distance
      if (apart && isInside(x, y, view)) {
        markerOutline(pen, marker, x, y, radius)
      }
      previousX = x
      previousY = y
    }
    if (open) pen.stroke()
    else pen.fill()
  }

  return {
    key: options.key,
    length: () => points.length(),
    revision: () => points.revision() + (isLong() ? 0.5 : 0),
    draw(pen, scales, from, to) {
      if (from === 0) line.reset()
      const color = scales.palette.runs[look]
      const before = line.state()
      pen.save()
      trace(pen, scales, from, to, isLong() ? 1 : wide, color, runDash(look))
      pen.restore()
      if (isLong()) return
      // The halo goes beneath all lines that are there: so it is the same however the path was cut into instalments.
      const after = line.state()
      line.reset(before)
      pen.save()
      pen.globalCompositeOperation = 'destination-over'
      trace(pen, scales, from, to, wide + 2 * CASING, scales.palette.paper, [])
      pen.restore()
      line.reset(after)
      pen.save()
      dots(pen, scales, from, to)
      pen.restore()
    },
    drawOver(over: Overlay) {
      const { pen, scales, label, avoid } = over
      const length = points.length()
      if (length === 0) return
      const { palette, size, width, height } = scales
      const color = palette.runs[look]
      let x = scales.x(points.x(length - 1))
      let y = scales.y(points.y(length - 1))
      if (isInside(x, y, { left: 0, top: 0, right: width, bottom: height })) {
        if (options.ended?.()) cross(pen, x, y, 6 * size, { color, width: 2.4 * size, paper: palette.paper })
        else if (present) drawMarker(pen, marker, x, y, (strong ? 7.5 : 6.5) * size, color, palette.paper)
      } else if (line.exit) {
        const edge = 2 * size
        x = Math.min(Math.max(line.exit.x, edge), width - edge)
        y = Math.min(Math.max(line.exit.y, edge), height - edge)
        arrowHead(pen, x, y, line.exit.angle, 12 * size, color, palette.paper)
      } else return
      const text = options.label?.()
      for (let i = Math.max(0, length - AVOIDED); i < length; i++)
        avoid(scales.x(points.x(i)), scales.y(points.y(i)), 3 * size)
      if (text) label({ key: options.key, x, y, text, color, bold: true, priority: 2, distance: 8 * size })
    },
  }
}
