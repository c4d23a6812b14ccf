// Draws a noisy series that has more points than pixels. A line would only hatch the area, so every few pixels show a
// faint band from the smallest to the largest value, a stronger one where most values lie (a standard deviation to each
// side, in pixels), and the mean over both.

import type { Extent, Pyramid } from './decimate.ts'
import type { Pen, Points, Scales } from './layer.ts'
import { mix } from './palette.ts'
import type { Strips } from './strips.ts'

/** CSS pixels at size 1: points closer than `HATCHES` become a band, and one piece of the band is `PIECE` wide. */
const HATCHES = 0.75
const PIECE = 3
/** How many values of a piece its mean samples. */
const SAMPLES = 64
/** Shares of the series's color in the band and in its core. */
const FAINT = 0.2
const CORE = 0.42

export interface BandInk {
  readonly color: string
  readonly width: number
  readonly dash: readonly number[]
}

export interface NoiseBand {
  /** Returns whether `count` points are a band at this scale. `fresh` means that none of them is drawn yet. */
  isBand(scales: Scales, count: number, fresh: boolean): boolean
  /** Draws the new points up to `to`, in whole pieces only. */
  draw(pen: Pen, scales: Scales, pyramid: Pyramid, to: number, ink: BandInk, strips: Strips): void
}

export function noiseBand(points: Points): NoiseBand {
  const extent: Extent = { min: 0, max: 0 }
  /** The first point of the unfinished piece, and the ends of the mean's line and of the core. */
  let next = 0
  let [lastX, lastY, phase] = [NaN, NaN, 0]
  let [lastTop, lastBottom] = [NaN, NaN]

  /** Returns the first point after `from` at the pixel or to its right. */
  function firstFrom(scales: Scales, pixel: number, from: number, to: number): number {
    let [a, step] = [from, 1]
    while (a + step < to && scales.x(points.x(a + step)) < pixel) {
      a += step
      step *= 2
    }
    let b = Math.min(a + step, to)
    while (a + 1 < b) {
      const middle = (a + b) >>> 1
      if (scales.x(points.x(middle)) < pixel) a = middle
      else b = middle
    }
    return b
  }

  /** Fills from where the core ended to the last of the pieces. Its ends are pixels, so no seam shows. */
  function fillCore(pen: Pen, pieces: readonly number[], piece: number, color: string): void {
    pen.fillStyle = color
    pen.beginPath()
    const at = (i: number): number => pieces[i] - piece / 2
    const [first, last] = [lastTop === lastTop ? lastX - piece / 2 : NaN, pieces.length - 4]
    if (first === first) pen.moveTo(first, lastTop)
    for (let i = 0; i <= last; i += 4)
      if (i > 0 || first === first) pen.lineTo(at(i), pieces[i + 2])
      else pen.moveTo(at(i), pieces[i + 2])
    for (let i = last; i >= 0; i -= 4) pen.lineTo(at(i), pieces[i + 3])
    if (first === first) pen.lineTo(first, lastBottom)
    pen.fill()
    if (last < 0) return
    lastTop = pieces[last + 2]
    lastBottom = pieces[last + 3]
  }

  return {
    isBand(scales, count, fresh) {
      if (fresh) {
        next = phase = 0
        lastX = lastY = lastTop = lastBottom = NaN
      }
      if (count < 60) return false
      const across = scales.x(points.x(count - 1)) - scales.x(points.x(0))
      return across / (count - 1) < HATCHES * scales.size
    },
    draw(pen, scales, pyramid, to, ink, strips) {
      const piece = PIECE * scales.size
      const { width, height, palette } = scales
      const held = (y: number): number => Math.min(Math.max(y, -10), height + 10)
      /** Of each piece: the pixels of its middle, of the mean, and of the core's edges. */
      const means: number[] = []
      pen.fillStyle = mix(ink.color, palette.paper, FAINT)
      while (next < to) {
        const k = Math.floor(scales.x(points.x(next)) / piece)
        const after = firstFrom(scales, (k + 1) * piece, next, to)
        // The last piece may get more points: it comes when the next one begins, or at the axis's end.
        if (after === to && (k + 1) * piece < width) break
        let [sum, count] = [0, 0]
        // Where most of it lies is told in pixels, since a deviation means little on a logarithmic axis.
        let [shift, squares, seen, base] = [0, 0, 0, NaN]
        for (let i = next; i < after; i += Math.ceil((after - next) / SAMPLES) | 1) {
          const value = points.y(i)
          if (value - value !== 0) continue
          sum += value
          count++
          const y = scales.y(value)
          if (y - y !== 0) continue
          if (seen++ === 0) base = y
          shift += y - base
          squares += (y - base) ** 2
        }
        if (k >= -1 && k * piece <= width && pyramid.extent(next, after, extent)) {
          const [high, low] = [held(scales.y(extent.max)), held(scales.y(extent.min))]
          const mean = held(scales.y(sum / count))
          if (low >= high) pen.fillRect(k * piece, high - 0.5, piece, low - high + 1)
          strips.lineTo(k * piece, high)
          strips.lineTo(k * piece, low)
          const middle = base + shift / seen
          const deviation = Math.sqrt(Math.max(0, squares / seen - (shift / seen) ** 2))
          const [top, bottom] = [Math.max(high, middle - deviation), Math.min(low, middle + deviation)]
          if (mean === mean && after < to) means.push((k + 0.5) * piece, mean, top, bottom)
        }
        // The axis's last piece is drawn again with every point that comes.
        if (after === to) break
        next = after
      }
      fillCore(pen, means, piece, mix(ink.color, palette.paper, CORE))
      pen.strokeStyle = ink.color
      pen.lineWidth = ink.width
      const period = ink.dash.reduce((all, length) => all + length, 0)
      pen.setLineDash([...ink.dash])
      pen.lineDashOffset = phase
      pen.beginPath()
      if (lastX === lastX) pen.moveTo(lastX, lastY)
      for (let i = 0; i < means.length; i += 4) {
        if (lastX === lastX) {
          pen.lineTo(means[i], means[i + 1])
          if (period > 0) phase = (phase + Math.hypot(means[i] - lastX, means[i + 1] - lastY)) % period
        } else pen.moveTo(means[i], means[i + 1])
        lastX = means[i]
        lastY = means[i + 1]
      }
      pen.stroke()
    },
  }
}
