// The surface as cut paper, for a projector seen from the back row: every contour is the edge of a sheet that casts a
// shadow into the valley. Sheets end at round fractions of the start's height above the floor, so the start is on an
// edge. Beyond the last sheet everything is wall. Distances to a contour as in paint.ts.

import { rangeOf } from './sample.ts'
import { lineContrast, lineOf, numberOf, tintsOf, type Color } from './tint.ts'

/** Fractions of the start's height at which a sheet ends. */
export const rims = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2] as const

export interface PaperColors {
  /** From the floor to the highest sheet: the page's tint. */
  readonly stops: readonly Color[]
  readonly wall: Color
  /** A contour is mixed with this color until it contrasts with the sheets on both sides. */
  readonly ink: Color
  /** The thin bright edge of the last sheet. */
  readonly edge: Color
  readonly shadow: Color
  /** Darkness of a shadow at its edge, 0 to 1. */
  readonly shade: number
}

type Rgb = readonly [number, number, number]

const rgb = (color: Color): Rgb => {
  const n = numberOf(color)
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255]
}
const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
  a[2] + share * (b[2] - a[2]),
]

export interface CutPaper {
  readonly colors: PaperColors
  /** J at the start. */
  readonly start: number
  /** J at the lowest minimum if known. Default: the lowest value in view. */
  readonly floor?: number
  /** Width of a contour, in pixels of the picture. */
  readonly lineWidth: number
  /** Length and downward offset of a shadow, in pixels. */
  readonly reach: number
  readonly drop: number
}

/** Returns the heights of the sheet edges above a floor. */
export const rimHeights = (floor: number, start: number, highest: number): readonly number[] => {
  const height = start > floor ? start - floor : (highest - floor) / 2
  return rims.map((share) => floor + share * height)
}

/** Paints a grid of values, row by row from the top, into `pixels` (RGBA). Returns the heights of the edges. */
export function paintCutPaper(
  grid: Float64Array,
  width: number,
  height: number,
  { colors, start, floor, lineWidth, reach, drop }: CutPaper,
  pixels: Uint8ClampedArray,
): readonly number[] {
  const [lowest, highest] = rangeOf(grid)
  const base = floor !== undefined && floor <= lowest ? floor : lowest
  const heights = rimHeights(base, start, highest)
  const count = heights.length
  const tints = tintsOf(colors.stops, count)
  const tones = tints.map(rgb)
  const wall = rgb(colors.wall)
  const shadow = rgb(colors.shadow)
  const edge = rgb(colors.edge)
  const lines = heights.map((_, n) =>
    n === count - 1 ? edge : rgb(lineOf(tints[n], tints[n + 1], numberOf(colors.ink), lineContrast)),
  )
  const half = heights.map((_, n) => (n % 3 === 0 ? 0.9 : 0.5) * lineWidth)
  for (let row = 0, k = 0; row < height; row++) {
    const up = row > 0 ? width : 0
    const down = row < height - 1 ? width : 0
    const shareY = up + down > width ? 0.5 : 1
    for (let i = 0; i < width; i++, k++) {
      const f = grid[k]
      let band = 0
      while (band < count && heights[band] <= f) band++
      let color = band === count || f - f !== 0 ? wall : tones[band]
      if (f - f === 0) {
        const left = i > 0 ? 1 : 0
        const right = i < width - 1 ? 1 : 0
        const gx = (grid[k + right] - grid[k - left]) * (left + right > 1 ? 0.5 : 1)
        const gy = (grid[k + down] - grid[k - up]) * shareY
        const slope = Math.sqrt(gx * gx + gy * gy)
        if (slope > 0 && slope < Infinity) {
          if (band < count) {
            // The upper sheet lies where J rises, and its shadow falls downwards in the picture.
            const far = (heights[band] - f) / slope + (drop * gy) / slope
            const share = 1 - Math.max(0, far) / reach
            if (share > 0) color = mixed(color, shadow, colors.shade * share * share)
          }
          const nearUnder = band > 0 && (band === count || f - heights[band - 1] < heights[band] - f)
          const rim = nearUnder ? band - 1 : band
          if (rim < count) {
            const rise = Math.abs(f - heights[rim]) / slope
            const coverage = Math.min(1, half[rim] + 0.5 - rise)
            // Fade edges that are only a few pixels apart. They would merge into a blot.
            const gap = rim > 0 ? (heights[rim] - heights[rim - 1]) / slope : Infinity
            if (coverage > 0) color = mixed(color, lines[rim], coverage * Math.min(1, gap / (3 * lineWidth)))
          }
        }
      }
      const at = 4 * k
      pixels[at] = color[0]
      pixels[at + 1] = color[1]
      pixels[at + 2] = color[2]
      pixels[at + 3] = 255
    }
  }
  return heights
}

/** Fractions of the picture covered by words: a title at the top, a sentence at the bottom, both from the left. */
const words = { across: 0.62, top: 0.15, bottom: 0.12 } as const

/** Returns where words would cover nothing but wall: `top`, `bottom`, both or neither. */
export function wallsOf(grid: Float64Array, width: number, height: number, wall: number): string {
  const isWall = (fromRow: number, toRow: number): boolean => {
    for (let row = fromRow; row < toRow; row += 2)
      for (let i = 0; i < width * words.across; i += 2) if (grid[row * width + i] < wall) return false
    return true
  }
  const places: string[] = []
  if (isWall(0, Math.floor(height * words.top))) places.push('top')
  if (isWall(Math.floor(height * (1 - words.bottom)), height)) places.push('bottom')
  return places.join(' ')
}
