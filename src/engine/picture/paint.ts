// The picture of a surface: a quiet tint, paper at the floor, deeper with every level, and antialiased isolines, in one
// pass over a grid of values. A pixel's distance to the line J = level is |J − level|/‖∇J‖, ∇J by differences of its
// neighbours. Flood & tint as in a hypsometric map; the distance estimate: Sampson 1982, Taubin 1991.

import { levelsFor } from './levels.ts'
import { rangeOf, sampleSurface, type View } from './sample.ts'

/** A colour as 0xRRGGBB or '#rrggbb'. */
export type Colour = number | string

export interface PictureColours {
  readonly floor: Colour
  readonly wall: Colour
  readonly line: Colour
  readonly lineStrong: Colour
  /** Where J is not finite; the wall's colour unless given. */
  readonly outside?: Colour
}

export interface Look {
  readonly colours: PictureColours
  /** Width of a line in pixels of the picture; the strong ones are half as wide again. */
  readonly lineWidth?: number
  /** The depth that levels are counted from, where it is known; else the lowest value in view. */
  readonly floor?: number
}

const numberOf = (colour: Colour): number =>
  typeof colour === 'number' ? colour : Number.parseInt(colour.slice(1), 16)

let values = new Float64Array(0)

/** Paints J over a view into `pixels` (RGBA, 4 · width · height) and returns the levels of its lines. */
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
  { colours, lineWidth = 1, floor }: Look,
  pixels: Uint8ClampedArray,
): readonly number[] {
  const [lowest, highest] = rangeOf(grid)
  const { values: levels, strong } = levelsFor(
    floor !== undefined && floor <= lowest ? floor : lowest,
    highest,
  )
  const count = levels.length
  const floorColour = numberOf(colours.floor)
  const wallColour = numberOf(colours.wall)
  const thin = numberOf(colours.line)
  const thick = numberOf(colours.lineStrong)
  const outside = numberOf(colours.outside ?? colours.wall)
  const red = (floorColour >> 16) & 255
  const green = (floorColour >> 8) & 255
  const blue = floorColour & 255
  const redUp = ((wallColour >> 16) & 255) - red
  const greenUp = ((wallColour >> 8) & 255) - green
  const blueUp = (wallColour & 255) - blue
  /** How many levels lie below the pixel before: neighbours differ by none or one. */
  let below = 0

  for (let row = 0, k = 0, p = 0; row < height; row++) {
    const up = row > 0 ? width : 0
    const down = row < height - 1 ? width : 0
    const verticalShare = up + down > width ? 0.5 : 1
    for (let i = 0; i < width; i++, k++, p += 4) {
      const f = grid[k]
      pixels[p + 3] = 255
      if (f - f !== 0) {
        pixels[p] = (outside >> 16) & 255
        pixels[p + 1] = (outside >> 8) & 255
        pixels[p + 2] = outside & 255
        continue
      }
      while (below < count && levels[below] <= f) below++
      while (below > 0 && levels[below - 1] > f) below--

      const left = i > 0 ? 1 : 0
      const right = i < width - 1 ? 1 : 0
      const gx = (grid[k + right] - grid[k - left]) * (left + right > 1 ? 0.5 : 1)
      const gy = (grid[k + down] - grid[k - up]) * verticalShare
      const slope = Math.sqrt(gx * gx + gy * gy)

      let coverage = 0
      let isStrong = 0
      let tint = below
      if (below > 0 && below < count) {
        const gap = levels[below] - levels[below - 1]
        tint += (f - levels[below - 1]) / gap
      }
      if (slope > 0 && slope < Infinity) {
        if (below > 0) {
          const reach = lineWidth * (1 + 0.5 * strong[below - 1])
          // Lines closer together than a few pixels fade, or they would run into a blot.
          const gap = (below < count ? levels[below] : 2 * f) - levels[below - 1]
          const room = Math.min(1, gap / (4 * lineWidth * slope))
          const here = 0.5 * reach + 0.5 - (f - levels[below - 1]) / slope
          coverage = here > 0 ? Math.min(1, here) * room : 0
          isStrong = strong[below - 1]
        }
        if (below < count) {
          const reach = lineWidth * (1 + 0.5 * strong[below])
          const gap = levels[below] - (below > 0 ? levels[below - 1] : lowest)
          const room = Math.min(1, gap / (4 * lineWidth * slope))
          const here = 0.5 * reach + 0.5 - (levels[below] - f) / slope
          const next = here > 0 ? Math.min(1, here) * room : 0
          if (next > coverage) {
            coverage = next
            isStrong = strong[below]
          }
        }
      }

      const share = count > 0 ? Math.min(1, tint / count) : 0
      const line = isStrong === 1 ? thick : thin
      const r = red + share * redUp
      const g = green + share * greenUp
      const b = blue + share * blueUp
      pixels[p] = r + coverage * (((line >> 16) & 255) - r)
      pixels[p + 1] = g + coverage * (((line >> 8) & 255) - g)
      pixels[p + 2] = b + coverage * ((line & 255) - b)
    }
  }
  return Array.from(levels)
}
