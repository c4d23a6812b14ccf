// The picture of a surface: a quiet tint, paper at the floor, deeper with every level (its cube, so that a valley's floor stays wide), and antialiased isolines, in one
// pass over a grid of values. A pixel's distance to the line J = level is |J − level|/‖∇J‖, ∇J by differences of its
// neighbors. Flood & tint as in a hypsometric map; the distance estimate: Sampson 1982, Taubin 1991.

import { levelsFor } from './levels.ts'
import { rangeOf, sampleSurface, type View } from './sample.ts'

/** A color as 0xRRGGBB or '#rrggbb'. */
export type Color = number | string

export interface PictureColors {
  readonly floor: Color
  readonly wall: Color
  readonly line: Color
  readonly lineStrong: Color
  /** Where J is not finite; the wall's color unless given. */
  readonly outside?: Color
}

export interface Look {
  readonly colors: PictureColors
  /** Width of a line in pixels of the picture; the strong ones are half as wide again. */
  readonly lineWidth?: number
  /** The depth that levels are counted from, where it is known; else the lowest value in view. */
  readonly floor?: number
}

const numberOf = (color: Color): number =>
  typeof color === 'number' ? color : Number.parseInt(color.slice(1), 16)

let values = new Float64Array(0)

/** Paints J over a view into `pixels` (RGBA, 4 · width · height bytes from a multiple of 4 on) and returns the levels of its lines. */
export function paintSurface(
  picture: Look & {
    value(x: number, y: number): number
    readonly view: View
    readonly width: number
    readonly height: number
    readonly pixels: Uint8ClampedArray
  },
): readonly number[] {
  const { view, width, height } = picture
  if (values.length !== width * height) values = new Float64Array(width * height)
  sampleSurface(picture.value, view, width, height, values)
  return paintValues(values, width, height, picture, picture.pixels)
}

/** The same from a grid of values, row by row from the top. */
export function paintValues(
  grid: Float64Array,
  width: number,
  height: number,
  { colors, lineWidth = 1, floor }: Look,
  pixels: Uint8ClampedArray,
): readonly number[] {
  const [lowest, highest] = rangeOf(grid)
  const base = floor !== undefined && floor <= lowest ? floor : lowest
  const { values: levels, strong } = levelsFor(base, highest)
  const count = levels.length
  // bounds[n] ≤ J < bounds[n + 1] is band n: n levels lie below.
  const bounds = Float64Array.of(base, ...levels, Infinity)
  const tints = tintsOf(numberOf(colors.floor), numberOf(colors.wall))
  const outside = packed(numberOf(colors.outside ?? colors.wall))
  const thin = numberOf(colors.line)
  const thick = numberOf(colors.lineStrong)
  const inked = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const reachThin = 0.5 * lineWidth + 0.5
  const reachThick = 0.75 * lineWidth + 0.5
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
      // Neighbors lie in the same band or the next.
      while (band < count && bounds[band + 1] <= f) band++
      while (band > 0 && bounds[band] > f) band--
      const under = bounds[band]
      const over = bounds[band + 1]
      const share = band === 0 ? 0 : band === count ? 1 : (band + (f - under) / (over - under)) / count
      const tint = tints[(share * share * share * (tints.length - 1)) | 0]
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
      // Most pixels are far from any line: no root for them. (An infinite slope is no slope.)
      if (!(rise * rise < reach * reach * steep) || steep === Infinity) continue
      const slope = Math.sqrt(steep)
      // Lines closer together than a few pixels fade, or they would run into a blot.
      const gap = band === count ? Infinity : over - under
      const room = Math.min(1, gap / (4 * lineWidth * slope))
      const coverage = Math.min(1, reach - rise / slope) * room
      inked[k] = blended(tint, strong[level] === 1 ? thick : thin, coverage)
    }
  }
  return Array.from(levels)
}

/** 0xRRGGBB as the opaque little-endian word of its RGBA bytes. */
const packed = (color: number): number =>
  (0xff000000 | ((color & 255) << 16) | (color & 0xff00) | ((color >> 16) & 255)) >>> 0

const mixed = (from: number, to: number, share: number): number => (from + share * (to - from) + 0.5) | 0

/** A packed tint under `coverage` of a color 0xRRGGBB. */
function blended(tint: number, color: number, coverage: number): number {
  const red = mixed(tint & 255, (color >> 16) & 255, coverage)
  const green = mixed((tint >> 8) & 255, (color >> 8) & 255, coverage)
  const blue = mixed((tint >> 16) & 255, color & 255, coverage)
  return (0xff000000 | (blue << 16) | (green << 8) | red) >>> 0
}

/** The tints from floor to wall, packed: more of them than a screen can tell apart. */
function tintsOf(floor: number, wall: number): Uint32Array {
  return Uint32Array.from({ length: 512 }, (_, n) => blended(packed(floor), wall, n / 511))
}
