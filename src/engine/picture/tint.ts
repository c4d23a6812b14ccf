// The colors of a surface: a tint for each band between two lines, from the valley to the walls, and for each line the
// ink that contrasts with the bands on both sides. Contrast as in WCAG 2: (L₁ + 0.05)/(L₂ + 0.05) of relative
// luminance.

import { power } from '../exact.ts'

/** A color as 0xRRGGBB or '#rrggbb'. */
export type Color = number | string

export interface PictureColors {
  /** From the valley's floor to the highest wall. */
  readonly stops: readonly Color[]
  /** The color that lines are mixed towards. */
  readonly ink: Color
  /** The color where J is not finite. Default: the wall's color. */
  readonly outside?: Color
}

/** Minimum contrast of a line against the bands on both sides. */
export const lineContrast = 3.15
export const strongContrast = 4.6

export const numberOf = (color: Color): number =>
  typeof color === 'number' ? color : Number.parseInt(color.slice(1), 16)

const mixed = (from: number, to: number, share: number): number => (from + share * (to - from) + 0.5) | 0

/** Mixes two 0xRRGGBB colors. `share` is that of the second. */
export const between = (from: number, to: number, share: number): number =>
  (mixed(from >> 16, to >> 16, share) << 16) |
  (mixed((from >> 8) & 255, (to >> 8) & 255, share) << 8) |
  mixed(from & 255, to & 255, share)

function luminance(color: number): number {
  const linear = (byte: number): number => {
    const c = byte / 255
    return c <= 0.04045 ? c / 12.92 : power((c + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * linear(color >> 16) + 0.7152 * linear((color >> 8) & 255) + 0.0722 * linear(color & 255)
}

export function contrast(a: number, b: number): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05]
  return one > other ? one / other : other / one
}

/** Returns the tints of `count` bands, evenly spaced along the stops. */
export function tintsOf(stops: readonly Color[], count: number): number[] {
  const colors = stops.map(numberOf)
  return Array.from({ length: count }, (_, band) => {
    const place = count < 2 ? 0 : (band / (count - 1)) * (colors.length - 1)
    const low = Math.min(Math.floor(place), colors.length - 2)
    return colors.length < 2 ? colors[0] : between(colors[low], colors[low + 1], place - low)
  })
}

/** Returns the color of the line between two bands: the least ink that reaches the contrast with both. */
export function lineOf(under: number, over: number, ink: number, least: number): number {
  for (let share = 0.3; share < 1; share += 0.02) {
    const color = between(under, ink, share)
    if (contrast(color, under) >= least && contrast(color, over) >= least) return color
  }
  return ink
}
