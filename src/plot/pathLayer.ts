// A run's path through weight space: a line in its run's color and dash, with a casing of paper beneath and a mark at
// each step if there is room. If the path leaves the view for good, an arrow at the border shows it. Nothing is
// clamped.

import { isInside, type Rectangle } from './clip.ts'
import { arrowHead, cross, drawMarker, isOpenMarker, markerOutline } from './glyphs.ts'
import { tagging } from './labels.ts'
import type { Layer, Overlay, Pen, Points, Scales } from './layer.ts'
import { mix, runCap, runDash, runMarker } from './palette.ts'
import { Polyline } from './polyline.ts'
import { RowList } from './rowList.ts'

export interface PathOptions {
  readonly key: string
  readonly points: Points
  /** Color, dash and marker. */
  readonly look: number
  /** Heavier, for the selected run. */
  readonly strong?: boolean
  /** Label at the present point (or at the arrow where the path left), computed when the overlay is drawn. */
  readonly label?: () => string
  /** The path ends here without having left: draw a cross in place of the present point. */
  readonly ended?: () => boolean
  /** Draw the present point, large. Default: true. */
  readonly present?: boolean
}

/** Paper on each side of a path, in pixels. */
const CASING = 1.75
/** Points at least this many pixels apart each get a dot. */
const DOT_DISTANCE = 9
/** A point closer than this (pixels) to the last drawn one adds nothing visible. */
const NEAR = 0.5
/** From this many steps a path has neither halo nor dots, which would cost more than they show. */
const LONG = 2000
/** A long path is a cloud if its last steps go to and fro this often over all that they cover. */
const TURNS = 12
const LOOKED = 1000
/** The last points of a cloud are dots on the pale lines of the earlier ones. */
const DOTS = 600
/** Lines are cut this many pixels outside the view, so no cut is visible. */
const BLEED = 8
export function pathLayer(options: PathOptions): Layer {
  const { points, look, strong = false, present = true } = options
  const wide = strong ? 3.4 : 2.8
  const marker = runMarker(look)
  const line = new Polyline()
  /** The rows among the first `looked` that are visibly apart. Redrawing at this scale needs only these. */
  const apart = new RowList()
  let looked = 0
  let unitX = NaN
  let unitY = NaN
  let revision = NaN

  const isLong = (): boolean => points.length() > LONG

  /** Decided once for the rows, when they are long. */
  let cloud = false
  let decided = NaN
  const isCloud = (): boolean => {
    if (!isLong()) return false
    if (decided === points.revision()) return cloud
    decided = points.revision()
    cloud = [(i: number) => points.x(i), (i: number) => points.y(i)].some((at) => {
      let [low, high, far] = [at(LONG), at(LONG), 0]
      for (let i = LONG - LOOKED; i < LONG; i++) {
        const value = at(i)
        low = Math.min(low, value)
        high = Math.max(high, value)
        far += Math.abs(at(i + 1) - value)
      }
      return far > TURNS * (high - low)
    })
    return cloud
  }

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

  /** Returns true if a line was drawn to the row. */
  function visit(scales: Scales, row: number): boolean {
    const x = scales.x(points.x(row))
    const y = scales.y(points.y(row))
    if (line.isNear(x, y, NEAR)) return false
    line.lineTo(x, y)
    return true
  }

  /** Resets the list of rows when the rows changed, or when a closer view separates more of them. */
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
      if (isCloud()) trace(pen, scales, from, to, 0.6, mix(color, scales.palette.paper, 0.5), [])
      else trace(pen, scales, from, to, isLong() ? 0.7 * wide : wide, color, runDash(look))
      pen.restore()
      if (isLong()) return
      // Draw the halo below all existing lines, so it does not depend on how the path arrived.
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
      const { pen, scales, label } = over
      const length = points.length()
      if (length === 0) return
      const { palette, size, width, height } = scales
      const color = palette.runs[look]
      if (isCloud()) {
        const side = 2.4 * size
        pen.fillStyle = color
        for (let i = Math.max(0, length - DOTS); i < length; i++) {
          const [left, top] = [scales.x(points.x(i)) - side / 2, scales.y(points.y(i)) - side / 2]
          if (left > 0 && top > 0 && left + side < width && top + side < height)
            pen.fillRect(left, top, side, side)
        }
      }
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
      tagging.keepOff?.(over, points, x, y)
      if (text)
        label({ key: options.key, x, y, text, color, bold: true, priority: 2, distance: 8 * size, tag: look })
    },
  }
}
