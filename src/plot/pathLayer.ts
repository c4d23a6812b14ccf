// A run's path through weight space: a line from point to point, dashed as its run, with a halo of paper under it. Past
// steps are lighter, the last few stand at full strength above everything. Where the path leaves the view for good, an
// arrow at the border says so; nothing is clamped.

import { clipSegment, isInside, type Rectangle, type Segment } from './clip.ts'
import { arrowHead, disc } from './glyphs.ts'
import type { Layer, Overlay, Pen, Points, Scales } from './layer.ts'
import { RUNS, runDash } from './palette.ts'
import { Polyline } from './polyline.ts'
import { RowList } from './rowList.ts'

export interface PathOptions {
  readonly key: string
  readonly points: Points
  /** The run's index: color and dash. */
  readonly run: number
  /** How many of the last steps are drawn at full strength. */
  readonly recent?: number
  /** Words at the present point (or at the arrow where the path left), asked for when the overlay is drawn. */
  readonly label?: () => string
  /** The present point, large; on by default. */
  readonly present?: boolean
}

/** Pixels between a path's points from which each gets a dot. */
const DOT_DISTANCE = 6
/** A point nearer than this (pixels) to the last one drawn adds nothing that can be seen. */
const NEAR = 0.5
/** Steps from which a path is a cloud: thin, without halo and dots, which would cost more than they show. */
const LONG = 2000
/** Pixels beyond the view where lines are cut, so that no cut can be seen. */
const BLEED = 8
/** Last steps that labels keep off. */
const AVOIDED = 40

export function pathLayer(options: PathOptions): Layer {
  const { points, run, recent = 8, present = true } = options
  const line = new Polyline()
  const segment: Segment = { x0: 0, y0: 0, x1: 0, y1: 0 }
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

  function trace(pen: Pen, scales: Scales, from: number, to: number, width: number, color: string): void {
    pen.lineJoin = 'round'
    pen.lineCap = 'butt'
    pen.lineWidth = width * scales.size
    pen.strokeStyle = color
    line.begin(
      pen,
      around(scales),
      runDash(run).map((length) => length * scales.size),
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
    const radius = 1.9 * scales.size
    let previousX = from > 0 ? scales.x(points.x(from - 1)) : Infinity
    let previousY = from > 0 ? scales.y(points.y(from - 1)) : Infinity
    pen.fillStyle = scales.palette.runs[run % RUNS]
    pen.beginPath()
    for (let i = from; i < to; i++) {
      const x = scales.x(points.x(i))
      const y = scales.y(points.y(i))
      const apart = Math.abs(x - previousX) >= distance || Math.abs(y - previousY) >= distance
      if (apart && isInside(x, y, view)) {
        pen.moveTo(x + radius, y)
        pen.arc(x, y, radius, 0, 2 * Math.PI)
      }
      previousX = x
      previousY = y
    }
    pen.fill()
  }

  function recentSteps(pen: Pen, scales: Scales, length: number): void {
    const view = around(scales)
    pen.save()
    pen.beginPath()
    pen.rect(0, 0, scales.width, scales.height)
    pen.clip()
    pen.lineJoin = 'round'
    pen.lineCap = 'round'
    pen.strokeStyle = scales.palette.runs[run % RUNS]
    pen.lineWidth = 2.5 * scales.size
    pen.beginPath()
    let x0 = NaN
    let y0 = NaN
    for (let i = Math.max(0, length - recent - 1); i < length; i++) {
      const x = scales.x(points.x(i))
      const y = scales.y(points.y(i))
      if (clipSegment(x0, y0, x, y, view, segment)) {
        pen.moveTo(segment.x0, segment.y0)
        pen.lineTo(segment.x1, segment.y1)
      }
      x0 = x
      y0 = y
    }
    pen.stroke()
    pen.restore()
  }

  return {
    key: options.key,
    length: () => points.length(),
    revision: () => points.revision() + (isLong() ? 0.5 : 0),
    draw(pen, scales, from, to) {
      if (from === 0) line.reset()
      const past = scales.palette.runPasts[run % RUNS]
      const before = line.state()
      pen.save()
      trace(pen, scales, from, to, isLong() ? 1 : 1.6, past)
      pen.restore()
      if (isLong()) return
      // The halo goes beneath all lines that are there: so it is the same however the path was cut into instalments.
      line.reset(before)
      pen.save()
      pen.globalCompositeOperation = 'destination-over'
      trace(pen, scales, from, to, 4.4, scales.palette.paper)
      pen.restore()
      pen.save()
      dots(pen, scales, from, to)
      pen.restore()
    },
    drawOver(over: Overlay) {
      const { pen, scales, label, avoid } = over
      const length = points.length()
      if (length === 0) return
      const { palette, size, width, height } = scales
      const color = palette.runs[run % RUNS]
      recentSteps(pen, scales, length)
      let x = scales.x(points.x(length - 1))
      let y = scales.y(points.y(length - 1))
      if (isInside(x, y, { left: 0, top: 0, right: width, bottom: height })) {
        if (present) disc(pen, x, y, 4.5 * size, color, palette.paper, scales.size)
      } else if (line.exit) {
        const edge = 2 * size
        x = Math.min(Math.max(line.exit.x, edge), width - edge)
        y = Math.min(Math.max(line.exit.y, edge), height - edge)
        arrowHead(pen, x, y, line.exit.angle, 12 * size, color, palette.paper)
      } else return
      const text = options.label?.()
      const textColor = palette.runTexts[run % RUNS]
      for (let i = Math.max(0, length - AVOIDED); i < length; i++)
        avoid(scales.x(points.x(i)), scales.y(points.y(i)), 3 * size)
      if (text)
        label({ key: options.key, x, y, text, color: textColor, bold: true, priority: 2, distance: 8 * size })
    },
  }
}
