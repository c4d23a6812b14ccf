// The room around a picture: margins, and the axes as plain marks, which become SVG on the page and strokes in exports.

import type { Scales } from './layer.ts'
import type { AxisProps } from './plotProps.ts'
import { axisTicks, type Tick } from './ticks.ts'

export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Constant for a plot, whatever its numbers are: nothing jumps. */
export function marginsOf(x: AxisProps, y: AxisProps, size: number): Margins {
  return {
    left: y.hidden ? 8 : Math.round((isSymbol(y) ? 58 : 52) * size),
    right: Math.round(14 * size),
    top: Math.round((y.hidden || isSymbol(y) ? 8 : 28) * size),
    bottom: x.hidden ? 8 : Math.round(38 * size),
  }
}

export const isSymbol = ({
  name,
  symbol = /^[^\p{Script=Han}]{0,2}$/u.test(name) || /^\w{1,2}[_^]/.test(name),
}: AxisProps): boolean => symbol

/** `V_b` and `J^{t}` (the notes' batch index keeps its braces) in parts; shift in heights of the type, downwards. */
export function textParts(text: string): { text: string; shift: number }[] {
  const [, base, sign, script] = /^(\w{1,2})([_^])(.+)$/.exec(text) ?? []
  if (!base) return [{ text, shift: 0 }]
  return [
    { text: base, shift: 0 },
    { text: script, shift: sign === '_' ? 0.25 : -0.35 },
  ]
}

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

/** About the width of tabular figures, without asking a canvas. */
const textWidth = (text: string, size: number): number => text.length * 7.8 * size

/** As many ticks as a short axis has room for; on a long one fewer than it has: more of them tell nothing. */
const tickCount = (length: number, apart: number, further: number): number =>
  Math.floor(Math.min(length / apart, 4 + length / further))

/** Ticks of the x axis whose words do not touch: fewer of them where they are long. */
function roomyTicks(scales: Scales, x: AxisProps): Tick[] {
  for (let count = tickCount(scales.width / scales.size, 56, 200); ; count--) {
    const found = axisTicks(scales.xDomain, scales.xLog, count, x.integer, x.format)
    const roomy = found.every(({ value, text }, i) => {
      const next = found[i + 1]
      if (!next) return true
      const room = Math.abs(scales.x(next.value) - scales.x(value))
      return room >= (textWidth(text, scales.size) + textWidth(next.text, scales.size)) / 2 + 10 * scales.size
    })
    if (roomy || !(count > 2)) return found
  }
}

export function axisMarks(scales: Scales, x: AxisProps, y: AxisProps): AxisMarks {
  const { width, height, size } = scales
  const texts: AxisText[] = []
  const rows: number[] = []
  if (!y.hidden) {
    const count = tickCount(height / size, 36, 100)
    for (const { value, text } of axisTicks(scales.yDomain, scales.yLog, count, y.integer, y.format)) {
      const at = scales.y(value)
      rows.push(at)
      if (text) texts.push({ x: -8 * size, y: at, text, anchor: 'end', kind: 'tick' })
    }
    if (isSymbol(y))
      texts.push({ x: -52 * size, y: height / 2, text: y.name, anchor: 'middle', kind: 'symbol' })
    else texts.push({ x: -44 * size, y: -17 * size, text: y.name, anchor: 'start', kind: 'name' })
  }
  if (!x.hidden) {
    const below = height + 13 * size
    const { left, right } = marginsOf(x, y, size)
    for (const { value, text } of roomyTicks(scales, x)) {
      const half = textWidth(text, size) / 2
      const at = Math.max(half - left, Math.min(scales.x(value), width + right - half))
      if (text) texts.push({ x: at, y: below, text, anchor: 'middle', kind: 'tick' })
    }
    const kind = isSymbol(x) ? 'symbol' : 'name'
    texts.push({ x: width / 2, y: height + 29 * size, text: x.name, anchor: 'middle', kind })
  }
  return { texts, rows }
}
