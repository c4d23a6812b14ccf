// The look of the averages: the notes' colors (red, green, yellow, and purple for uncorrected) in shades that work on
// light and dark, and a dash each, so no line depends on its color. Colors are in averages.css.

import type { Palette } from '../../../plot/index.ts'
import { useAverages } from '../document.ts'

const dashes: readonly (readonly number[])[] = [
  [],
  [12, 3],
  [3, 3],
  [12, 3, 3, 3],
  [7, 3],
  [16, 3, 2, 3, 2, 3],
  [2, 2],
  [20, 4],
]

/** A curve's index among the colors. It stays fixed while a lab or a lesson is open. */
const place = (curve: number): number => (curve + useAverages.getState().view.firstColor) % dashes.length

export const curveDash = (curve: number): readonly number[] => dashes[place(curve)]
export const uncorrectedDash: readonly number[] = [8, 3, 2, 3]
export const windowDash: readonly number[] = [1, 3]

export const curveColor = (curve: number): string => `var(--average-${place(curve)})`

let cache = new Map<string, string>()
let cachedFor = -1

/** A canvas does not resolve CSS variables, so read the theme's value, once per theme. */
function themeColor(variable: string, palette: Palette): string {
  if (cachedFor !== palette.revision) {
    cache = new Map()
    cachedFor = palette.revision
  }
  let color = cache.get(variable)
  if (color === undefined) {
    color = getComputedStyle(document.documentElement).getPropertyValue(variable).trim() || palette.ink
    cache.set(variable, color)
  }
  return color
}

export const curvePaint =
  (curve: number) =>
  (palette: Palette): string =>
    themeColor(`--average-${place(curve)}`, palette)
/** The notes' green, whatever the curve's index. */
export const greenPaint = (palette: Palette): string => themeColor('--average-1', palette)
export const purplePaint = (palette: Palette): string => themeColor('--average-purple', palette)
export const rawPaint = (palette: Palette): string => themeColor('--average-raw', palette)
