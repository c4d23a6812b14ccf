// The colors of a map: strong for good settings, pale for slow ones. Cells without a number are distinguished by more
// than color.

import { cellColumn, cellWidth } from '../../../engine/map.ts'
import { mix, type Palette } from '../../../plot/index.ts'
import type { MapPicture } from '../pageMap.ts'

export type Shown = 'value' | 'spread'

/** Returns the column of a sweep's result that is shown. */
export function columnOf({ map }: MapPicture, shown: Shown): number {
  if (map.measure === 'steps') return shown === 'value' ? cellColumn.steps : cellColumn.stepsSpread
  return shown === 'value' ? cellColumn.cost : cellColumn.costSpread
}

export interface Range {
  readonly low: number
  readonly high: number
}

/** From the best value to the 95th percentile, so a few nearly diverging cells do not flatten all others. */
export function rangeOf(picture: MapPicture, shown: Shown): Range | undefined {
  const { cells, known } = picture
  const c = columnOf(picture, shown)
  const values: number[] = []
  for (let cell = 0; cell < known.length; cell++) {
    const value = cells[cell * cellWidth + c]
    if (known[cell] === 1 && Number.isFinite(value) && cells[cell * cellWidth + cellColumn.diverged] === 0)
      values.push(value)
  }
  if (values.length === 0) return undefined
  values.sort((a, b) => a - b)
  return { low: values[0], high: values[Math.floor(0.95 * (values.length - 1))] }
}

/** 0 at the best value, 1 at the worst distinguishable one. Logarithmic if all values are positive. */
export function shareOf(value: number, { low, high }: Range): number {
  if (!(high > low)) return 0
  const share =
    low > 0
      ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
      : Math.sqrt((value - low) / (high - low))
  return Math.max(0, Math.min(1, share))
}

export interface MapColors {
  readonly ramp: readonly string[]
  readonly missed: string
  readonly diverged: string
  readonly noValue: string
  readonly unknown: string
}

const shades = 48

export function colorsOf(palette: Palette): MapColors {
  const good = mix(palette.runs[0], palette.ink, palette.dark ? 1 : 0.8)
  const poor = mix(palette.runs[0], palette.paper, 0.1)
  return {
    ramp: Array.from({ length: shades }, (_, i) => mix(good, poor, i / (shades - 1))),
    missed: mix(palette.muted, palette.paper, 0.16),
    diverged: mix(palette.runs[1], palette.paper, 0.22),
    noValue: mix(palette.ink, palette.paper, 0.12),
    unknown: mix(palette.muted, palette.paper, 0.45),
  }
}

export type Kind = 'number' | 'missed' | 'diverged' | 'noValue' | 'unknown'

/** Returns the share of seeds that diverged, without those that reached a point where J has no value. */
export function divergedShare({ cells }: MapPicture, cell: number): number {
  const at = cell * cellWidth
  return cells[at + cellColumn.diverged] - cells[at + cellColumn.noValue]
}

/** Returns a cell's content: a shade of the ramp, or why there is none. */
export function kindOf(picture: MapPicture, cell: number, c: number): Kind {
  if (picture.known[cell] === 0) return 'unknown'
  if (divergedShare(picture, cell) > 0) return 'diverged'
  if (picture.cells[cell * cellWidth + cellColumn.noValue] > 0) return 'noValue'
  return Number.isFinite(picture.cells[cell * cellWidth + c]) ? 'number' : 'missed'
}
