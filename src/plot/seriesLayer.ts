// A column of numbers against x (steps, epochs, examples): thin for raw values, thick for the main curve. x must not
// decrease. If a pixel column has many points it shows their first, smallest, largest and last value, which paints the
// same pixels as all of them (M4: Jugel et al., VLDB 2014), read from a pyramid that only grows.

import { createPyramid, type Extent } from './decimate.ts'
import type { Rectangle } from './clip.ts'
import { disc } from './glyphs.ts'
import { resolvePaint, type Layer, type Overlay, type Paint, type Points, type Scales } from './layer.ts'
import type { NoiseBand } from './noiseBand.ts'
import { mix, type Palette } from './palette.ts'
import { Polyline } from './polyline.ts'
import { Strips } from './strips.ts'

export interface SeriesOptions {
  readonly key: string
  /** x must not decrease. NaN in y (and ≤ 0 on a logarithmic axis that does not show 0) is a gap. */
  readonly points: Points
  readonly color: Paint
  readonly weight?: 'thin' | 'thick'
  /** Pixels of ink and gap at size 1. */
  readonly dash?: readonly number[]
  /** Label at the last point, in `labelColor` (or the line's), computed when the overlay is drawn. */
  readonly label?: () => string
  readonly labelColor?: Paint
  /** Share of the color, the rest is paper: 0.55 for thin lines, else 1. */
  readonly strength?: number
  /** While true, the line is drawn heavier and in its full color. */
  readonly highlighted?: () => boolean
  /** Draw a point at the end of the line. */
  readonly present?: boolean
  /** Labels avoid the whole line, not only its end. */
  readonly keptClear?: boolean
  /** Draws it where its points are denser than pixels and jump. */
  readonly band?: NoiseBand
}

/** Up to this many points in a pixel column, draw each one. */
const FEW = 4
/** Labels avoid the line as far back as a name reaches, in strips of this width. */
const NAME = 160
const APART = 6

export function seriesLayer(options: SeriesOptions): Layer {
  const { points, color, weight = 'thick', dash = [] } = options
  const { strength = weight === 'thin' ? 0.55 : 1 } = options
  const line = new Polyline()
  const strips = new Strips()
  const extent: Extent = { min: 0, max: 0 }
  /** The line's colors in the last palette. */
  let [ink, faint] = ['', '']
  let inkOf: Palette | undefined
  let known = NaN
  let knownLog = false
  const pyramid = createPyramid((i) => {
    const value = points.y(i)
    return knownLog && !(value > 0) ? NaN : value
  })

  function learn(scales: Scales, to: number): void {
    const onlyPositive = scales.yLog && scales.yDomain[2] === undefined
    if (known !== points.revision() || knownLog !== onlyPositive) {
      pyramid.clear()
      known = points.revision()
      knownLog = onlyPositive
    }
    pyramid.learn(to)
  }

  function lineTo(x: number, y: number): void {
    line.lineTo(x, y)
    strips.lineTo(x, y)
  }

  /** Returns the first index in from … to − 1 whose x is at the pixel or right of it, or `to`. */
  function firstAt(scales: Scales, pixel: number, from: number, to: number): number {
    // Doubling steps, then bisection. Finds nearby ends quickly even among a million points.
    let a = from
    let step = 1
    while (a + step < to && scales.x(points.x(a + step)) < pixel) {
      a += step
      step *= 2
    }
    let b = Math.min(a + step, to)
    while (a < b) {
      const middle = (a + b) >>> 1
      if (scales.x(points.x(middle)) < pixel) a = middle + 1
      else b = middle
    }
    return a
  }

  /** Each strip of pixels reports its drawn range once, however many points are beneath a name. */
  function keepOff({ scales, avoid }: Overlay, end: number): void {
    const { size, height } = scales
    const apart = APART * size
    const from = options.keptClear ? 0 : end - NAME * size
    for (let strip = strips.at(end); strip >= 0 && strip * apart >= from; strip--) {
      const top = Math.max(-apart, strips.top(strip))
      const bottom = Math.min(height + apart, strips.bottom(strip))
      const x = Math.min(end, (strip + 1) * apart)
      for (let y = top; y < bottom; y += 2 * apart) avoid(x, y, 2 * size)
      if (top <= bottom) avoid(x, bottom, 2 * size)
    }
  }

  return {
    key: options.key,
    length: () => points.length(),
    revision: () => 2 * points.revision() + (options.highlighted?.() ? 1 : 0),
    draw(pen, scales, from, to) {
      learn(scales, to)
      if (from === 0) {
        line.reset()
        strips.reset(scales.width, APART * scales.size)
      }
      const { width, height, pixelRatio, size, palette } = scales
      // Beyond these a line is invisible: slightly further out than its width.
      const bleed = 4 * size
      const view: Rectangle = { left: -bleed, top: -bleed, right: width + bleed, bottom: height + bleed }
      pen.save()
      pen.lineJoin = 'round'
      pen.lineCap = 'butt'
      const highlighted = options.highlighted?.() ?? false
      const thickness = (weight === 'thin' ? 1 : 2.2) * (highlighted ? 2 : 1) * size
      pen.lineWidth = thickness
      if (inkOf !== palette) {
        inkOf = palette
        ink = resolvePaint(color, palette)
        faint = mix(ink, palette.paper, strength)
      }
      pen.strokeStyle = highlighted ? ink : faint
      const dashes = dash.map((length) => length * size)
      if (options.band?.isBand(scales, to, from === 0)) {
        options.band.draw(pen, scales, pyramid, to, { color: ink, width: thickness, dash: dashes }, strips)
        return pen.restore()
      }
      line.begin(pen, view, dashes)
      let i = Math.max(from, firstAt(scales, view.left, from, to) - 1)
      while (i < to) {
        const x = scales.x(points.x(i))
        const columnEnd = (Math.floor(x * pixelRatio) + 1) / pixelRatio
        if (i + FEW >= to || !(scales.x(points.x(i + FEW)) < columnEnd)) {
          lineTo(x, scales.y(points.y(i)))
          i++
        } else {
          // Advance by at least one point, even if x decreases contrary to the contract.
          const end = Math.max(i + 1, firstAt(scales, columnEnd, i, to))
          lineTo(x, scales.y(points.y(i)))
          if (pyramid.extent(i, end, extent)) {
            lineTo(x, scales.y(extent.min))
            lineTo(x, scales.y(extent.max))
          }
          lineTo(scales.x(points.x(end - 1)), scales.y(points.y(end - 1)))
          i = end
        }
        if (x > view.right) break
      }
      line.end()
      pen.restore()
    },
    drawOver(over) {
      const { pen, scales, label } = over
      let last = points.length() - 1
      while (last >= 0 && !(scales.y(points.y(last)) === scales.y(points.y(last)))) last--
      if (last < 0) return
      const { palette, size, width, height } = scales
      // If the line has left the picture, put its label where it left.
      const x = line.exit ? line.exit.x : scales.x(points.x(last))
      const y = line.exit ? line.exit.y : scales.y(points.y(last))
      if (!(x >= 0 && x <= width)) return
      keepOff(over, x)
      const paint = resolvePaint(color, palette)
      if (options.present && y >= 0 && y <= height) disc(pen, x, y, 3.5 * size, paint, palette.paper, size)
      const text = options.label?.()
      if (!text) return
      const textColor = options.labelColor ? resolvePaint(options.labelColor, palette) : paint
      const at = Math.min(Math.max(y, 0), height)
      label({
        key: options.key,
        x,
        y: at,
        text,
        color: textColor,
        bold: weight === 'thick' || options.highlighted?.(),
        priority: weight === 'thick' ? 2 : 1,
        distance: 5 * size,
      })
    },
  }
}
