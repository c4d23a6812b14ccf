// The room around a picture: margins, and the axes as plain marks, which become SVG on the page and strokes in exports.

import type { Scales } from './layer.ts'
import type { AxisProps } from './plotProps.ts'
import { axisTicks } from './ticks.ts'

export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Constant for a plot, whatever its numbers are: nothing jumps. */
export function marginsOf(x: AxisProps, y: AxisProps, size: number): Margins {
  return {
    left: y.hidden ? 8 : Math.round((isSymbol(y) ? 58 : 48) * size),
    right: Math.round(14 * size),
    top: Math.round((y.hidden || isSymbol(y) ? 8 : 24) * size),
    bottom: x.hidden ? 8 : Math.round(38 * size),
  }
}

export const isSymbol = ({ name, symbol = name.length <= 2 }: AxisProps): boolean => symbol

export interface AxisText {
  /** Pixels from the plotting area's top left corner. */
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor: 'start' | 'middle' | 'end'
  readonly kind: 'tick' | 'name' | 'symbol'
}

export interface AxisMarks {
  readonly texts: readonly AxisText[]
  /** Pixels of the grid's horizontal lines. */
  readonly rows: readonly number[]
}

export function axisMarks(scales: Scales, x: AxisProps, y: AxisProps): AxisMarks {
  const { width, height, size } = scales
  const texts: AxisText[] = []
  const rows: number[] = []
  if (!y.hidden) {
    const count = Math.floor(height / (44 * size))
    for (const { value, text } of axisTicks(scales.yDomain, scales.yLog, count, y.integer, y.format)) {
      const at = scales.y(value)
      rows.push(at)
      if (text) texts.push({ x: -8 * size, y: at, text, anchor: 'end', kind: 'tick' })
    }
    if (isSymbol(y))
      texts.push({ x: -48 * size, y: height / 2, text: y.name, anchor: 'middle', kind: 'symbol' })
    else texts.push({ x: -40 * size, y: -14 * size, text: y.name, anchor: 'start', kind: 'name' })
  }
  if (!x.hidden) {
    const below = height + 13 * size
    const count = Math.floor(width / (72 * size))
    for (const { value, text } of axisTicks(scales.xDomain, scales.xLog, count, x.integer, x.format)) {
      if (text) texts.push({ x: scales.x(value), y: below, text, anchor: 'middle', kind: 'tick' })
    }
    const kind = isSymbol(x) ? 'symbol' : 'name'
    texts.push({ x: width / 2, y: height + 29 * size, text: x.name, anchor: 'middle', kind })
  }
  return { texts, rows }
}
