// The layers of a map: its cells as an image, hatching where runs diverged or J has no value, contours of equal value,
// theoretical lines.

import type { MapAxis } from '../../../engine/experiment.ts'
import { cellWidth } from '../../../engine/map.ts'
import { contours } from '../../../engine/picture/contours.ts'
import {
  imageFrom,
  resolvePaint,
  type Layer,
  type Paint,
  type Pen,
  type PlacedImage,
  type Palette,
} from '../../../plot/index.ts'
import type { MapPicture } from '../pageMap.ts'
import { colorsOf, columnOf, kindOf, rangeOf, shareOf, type Shown } from './colors.ts'
import { edgesOf, isDescending, placeOf } from './geometry.ts'

/** Returns the known cell that represents one not computed yet: that of the next coarser grid. */
function standIn(picture: MapPicture, i: number, j: number): number {
  const nx = picture.map.x.count
  const own = j * nx + i
  if (picture.known[own] === 1) return own
  for (const { stride } of picture.order.levels.toReversed()) {
    const cell = (j - (j % stride)) * nx + (i - (i % stride))
    if (picture.known[cell] === 1) return cell
  }
  return own
}

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))

export function paintCells(picture: MapPicture, shown: Shown, palette: Palette): PlacedImage {
  const { x, y } = picture.map
  const colors = colorsOf(palette)
  const range = rangeOf(picture, shown)
  const c = columnOf(picture, shown)
  const ramp = colors.ramp.map(channels)
  const others = {
    missed: channels(colors.missed),
    diverged: channels(colors.diverged),
    noValue: channels(colors.noValue),
    unknown: channels(colors.unknown),
  }
  const pixels = new ImageData(x.count, y.count)
  for (let row = 0; row < y.count; row++)
    for (let col = 0; col < x.count; col++) {
      const i = isDescending(x) ? x.count - 1 - col : col
      const j = isDescending(y) ? row : y.count - 1 - row
      const cell = standIn(picture, i, j)
      const kind = kindOf(picture, cell, c)
      const share = kind === 'number' && range ? shareOf(picture.cells[cell * cellWidth + c], range) : 0
      const color = kind === 'number' ? ramp[Math.round((1 - share) * (ramp.length - 1))] : others[kind]
      pixels.data.set([...color, 255], (row * x.count + col) * 4)
    }
  return { image: imageFrom(pixels), x: edgesOf(x), y: edgesOf(y), smooth: false }
}

/** Slanted lines over cells in which a seed diverged, slanted the other way where J has no value. */
export function hatchLayer(
  kind: 'diverged' | 'noValue',
  source: () => MapPicture | undefined,
  revision: () => number,
): Layer {
  return {
    key: kind,
    plane: 'ground',
    length: () => 1,
    revision,
    draw(pen, scales) {
      const picture = source()
      if (!picture) return
      const { x, y } = picture.map
      const bounds = (axis: typeof x, cell: number): readonly [number, number] => [
        placeOf(axis, cell - 0.5),
        placeOf(axis, cell + 0.5),
      ]
      pen.save()
      pen.beginPath()
      let any = false
      for (let j = 0; j < y.count; j++) {
        const [y0, y1] = bounds(y, j).map((value) => scales.y(value))
        for (let i = 0; i < x.count;) {
          if (kindOf(picture, standIn(picture, i, j), 0) !== kind) {
            i++
            continue
          }
          const first = i
          while (i < x.count && kindOf(picture, standIn(picture, i, j), 0) === kind) i++
          const x0 = scales.x(bounds(x, first)[0])
          const x1 = scales.x(bounds(x, i - 1)[1])
          pen.rect(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0))
          any = true
        }
      }
      if (any) {
        pen.clip()
        const rises = kind === 'diverged'
        pen.strokeStyle = rises ? scales.palette.runs[1] : scales.palette.muted
        pen.globalAlpha = 0.55
        pen.lineWidth = scales.size
        pen.beginPath()
        const gap = 7 * scales.size
        for (let at = -scales.height; at < scales.width; at += gap) {
          pen.moveTo(at, rises ? scales.height : 0)
          pen.lineTo(at + scales.height, rises ? 0 : scales.height)
        }
        pen.stroke()
      }
      pen.restore()
    },
  }
}

const lines = 7

/** Lines of equal value, spaced like the colors. */
export function contourLayer(
  source: () => MapPicture | undefined,
  shown: () => Shown,
  revision: () => number,
): Layer {
  return {
    key: 'contours',
    length: () => 1,
    revision,
    draw(pen, scales) {
      const picture = source()
      if (!picture || picture.done < picture.known.length || shown() === 'spread') return
      const { x, y } = picture.map
      const range = rangeOf(picture, shown())
      if (!range || !(range.high > range.low)) return
      const c = columnOf(picture, shown())
      const values = new Float64Array(x.count * y.count)
      for (let cell = 0; cell < values.length; cell++)
        values[cell] =
          kindOf(picture, cell, c) === 'number' ? shareOf(picture.cells[cell * cellWidth + c], range) : NaN
      const levels = Array.from({ length: lines }, (_, n) => (n + 1) / (lines + 1))
      const { segments } = contours(values, x.count, y.count, levels)
      pen.save()
      pen.strokeStyle = scales.palette.ink
      pen.globalAlpha = 0.35
      pen.lineWidth = scales.size
      pen.beginPath()
      for (let n = 0; n < segments.length; n += 4) {
        pen.moveTo(scales.x(placeOf(x, segments[n])), scales.y(placeOf(y, segments[n + 1])))
        pen.lineTo(scales.x(placeOf(x, segments[n + 2])), scales.y(placeOf(y, segments[n + 3])))
      }
      pen.stroke()
      pen.restore()
    },
  }
}

export interface TheoryLine {
  readonly key: string
  readonly label: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly dash?: readonly number[]
  readonly paint?: Paint
}

/** Traces a line through pixels, with gaps where they are too far out for a canvas. */
export function traceNear(pen: Pen, pixels: readonly (readonly [number, number])[]): void {
  let open = false
  for (const [x, y] of pixels) {
    const fits = Math.abs(x) < 1e5 && Math.abs(y) < 1e5
    if (fits && open) pen.lineTo(x, y)
    else if (fits) pen.moveTo(x, y)
    open = fits
  }
}

/** Theoretical curves, each with its name at its middle, within the cells' rectangle. */
export function theoryLayer(
  theory: readonly TheoryLine[],
  { x, y }: { readonly x: MapAxis; readonly y: MapAxis },
  revision: number,
): Layer {
  return {
    key: 'theory',
    length: () => 1,
    revision: () => revision,
    draw(pen, scales) {
      const [x0, x1] = edgesOf(x).map((value) => scales.x(value))
      const [y0, y1] = edgesOf(y).map((value) => scales.y(value))
      for (const { points, dash = [], paint = (palette: Palette) => palette.ink } of theory) {
        const stroke = (color: string, width: number, pattern: readonly number[]): void => {
          pen.save()
          pen.beginPath()
          pen.rect(x0, y1, x1 - x0, y0 - y1)
          pen.clip()
          pen.strokeStyle = color
          pen.lineWidth = width * scales.size
          pen.lineJoin = 'round'
          pen.setLineDash(pattern.map((length) => length * scales.size))
          pen.beginPath()
          traceNear(
            pen,
            points.map(([a, b]) => [scales.x(a), scales.y(b)]),
          )
          pen.stroke()
          pen.restore()
        }
        stroke(scales.palette.paper, 4.5, [])
        stroke(resolvePaint(paint, scales.palette), 1.8, dash)
      }
    },
    drawOver({ scales, label }) {
      for (const { key, label: text, points, paint = (palette: Palette) => palette.ink } of theory) {
        const inside = points.filter(([a, b]) => {
          const [px, py] = [scales.x(a), scales.y(b)]
          return px > 4 && px < scales.width - 4 && py > 4 && py < scales.height - 4
        })
        const at = inside[Math.floor(inside.length * 0.6)]
        if (at)
          label({
            key,
            x: scales.x(at[0]),
            y: scales.y(at[1]),
            text,
            color: resolvePaint(paint, scales.palette),
            bold: true,
            distance: 5 * scales.size,
            priority: 1,
          })
      }
    },
  }
}
