// The picture of a surface: a tint for each band, light in the valley and deep at the walls, and antialiased isolines,
// in one pass over a grid of values. A pixel's distance to the line J = level is |J − level|/‖∇J‖, with ∇J from
// differences of its neighbors. The tint follows hypsometric maps. Distance estimate: Sampson 1982, Taubin 1991.

import { evenLevels, levelsFor, united, type Levels } from './levels.ts'
import { placeMarks, type LevelMark } from './marks.ts'
import { rangeOf, sampleSurface, type View } from './sample.ts'
import { lineContrast, lineOf, numberOf, strongContrast, tintsOf, type PictureColors } from './tint.ts'

export interface Look {
  readonly colors: PictureColors
  /** Line width in pixels of the picture. Strong lines are 1.7 times as wide. */
  readonly lineWidth?: number
  /** The depth from which levels count, if known. Default: the lowest value in view. */
  readonly floor?: number
  /** Use even steps, because the surface has no lowest point. */
  readonly even?: boolean
  /** Letter size of the labels in pixels. Absent: no labels. */
  readonly letter?: number
  /** The pixel below which labels are placed. Default: the lowest in view. */
  readonly lowest?: readonly [column: number, row: number]
}

/** The result of painting. */
export interface Painted {
  readonly levels: readonly number[]
  readonly marks: readonly LevelMark[]
}

let values = new Float64Array(0)

/**
 * Paints J over a view into `pixels` (RGBA, 4 · width · height bytes, 4-byte aligned) and returns the levels of its
 * lines.
 */
export function paintSurface(
  picture: Look & {
    value(x: number, y: number): number
    readonly view: View
    readonly width: number
    readonly height: number
    readonly pixels: Uint8ClampedArray
  },
): Painted {
  const { view, width, height } = picture
  if (values.length !== width * height) values = new Float64Array(width * height)
  sampleSurface(picture.value, view, width, height, values)
  return paintValues(values, width, height, picture, picture.pixels)
}

/** Paints a grid of values, row by row from the top. */
export function paintValues(
  grid: Float64Array,
  width: number,
  height: number,
  look: Look,
  pixels: Uint8ClampedArray,
): Painted {
  const { colors, lineWidth = 1, floor, even = false } = look
  const [lowest, highest, middle] = rangeOf(grid)
  const base = floor !== undefined && floor <= lowest ? floor : lowest
  const own: Levels = even ? evenLevels(base, highest) : levelsFor(base, highest)
  // Next to a pole all other heights look equal, so add lines for the middle values.
  const found = middle ? united(own, evenLevels(Math.max(base, middle[0]), middle[1])) : own
  const { values: levels, strong } = found
  const count = levels.length
  const marks = placeMarks(grid, width, height, found, look)
  // Band n holds bounds[n] ≤ J < bounds[n + 1], with n levels below it.
  const bounds = Float64Array.of(base, ...levels, Infinity)
  const bands = tintsOf(colors.stops, count + 1)
  const ink = numberOf(colors.ink)
  const tints = Uint32Array.from(bands, packed)
  const lines = Array.from(levels, (_, n) =>
    lineOf(bands[n], bands[n + 1], ink, strong[n] === 1 ? strongContrast : lineContrast),
  )
  const outside = packed(numberOf(colors.outside ?? colors.stops[colors.stops.length - 1]))
  const inked = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const reachThin = 0.5 * lineWidth + 0.5
  const reachThick = 0.85 * lineWidth + 0.5
  let band = 0

  for (let row = 0, k = 0; row < height; row++) {
    const up = row > 0 ? width : 0
    const down = row < height - 1 ? width : 0
    const shareY = up + down > width ? 0.5 : 1
    for (let i = 0; i < width; i++, k++) {
      const f = grid[k]
      if (f - f !== 0) {
        inked[k] = outside
        continue
      }
      // Neighbors usually lie in the same band or the next.
      while (band < count && bounds[band + 1] <= f) band++
      while (band > 0 && bounds[band] > f) band--
      const under = bounds[band]
      const over = bounds[band + 1]
      const tint = tints[band]
      inked[k] = tint

      const left = i > 0 ? 1 : 0
      const right = i < width - 1 ? 1 : 0
      const gx = (grid[k + right] - grid[k - left]) * (left + right > 1 ? 0.5 : 1)
      const gy = (grid[k + down] - grid[k - up]) * shareY
      const steep = gx * gx + gy * gy
      const nearUnder = band > 0 && (band === count || f - under < over - f)
      const level = nearUnder ? band - 1 : band
      if (level === count) continue
      const rise = Math.abs(f - levels[level])
      const reach = strong[level] === 1 ? reachThick : reachThin
      // Most pixels are far from any line, so skip the square root. (An infinite slope counts as no slope.)
      if (!(rise * rise < reach * reach * steep) || steep === Infinity) continue
      if (marks.length > 0 && inGap(marks, level, i, row)) continue
      const slope = Math.sqrt(steep)
      // Fade lines that are only a few pixels apart. They would merge into a blot.
      const gap = band === count ? Infinity : over - under
      const room = Math.min(1, gap / (4 * lineWidth * slope))
      const coverage = Math.min(1, reach - rise / slope) * room
      inked[k] = blended(tint, lines[level], coverage)
    }
  }
  return { levels: Array.from(levels), marks }
}

/** Returns whether a pixel of a line lies in its label's gap. */
function inGap(marks: readonly LevelMark[], level: number, column: number, row: number): boolean {
  for (let n = 0; n < marks.length; n++) {
    const mark = marks[n]
    if (
      mark.level === level &&
      Math.abs(column + 0.5 - mark.column) < mark.reach &&
      Math.abs(row + 0.5 - mark.row) < mark.tall
    )
      return true
  }
  return false
}

/** Converts 0xRRGGBB to the opaque little-endian word of its RGBA bytes. */
const packed = (color: number): number =>
  (0xff000000 | ((color & 255) << 16) | (color & 0xff00) | ((color >> 16) & 255)) >>> 0

const mixed = (from: number, to: number, share: number): number => (from + share * (to - from) + 0.5) | 0

/** Blends a color 0xRRGGBB over a packed tint with the given `coverage`. */
function blended(tint: number, color: number, coverage: number): number {
  const red = mixed(tint & 255, (color >> 16) & 255, coverage)
  const green = mixed((tint >> 8) & 255, (color >> 8) & 255, coverage)
  const blue = mixed((tint >> 16) & 255, color & 255, coverage)
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
}
