// The space around a picture: margins, and the axes as plain marks, which become SVG on the page and strokes in
// exports.

import type { Scales } from './layer.ts'
import type { AxisProps } from './plotProps.ts'
import { axisTicks, type Tick } from './ticks.ts'

export interface Margins {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Constant for a plot whatever its numbers, so nothing jumps. */
export function marginsOf(x: AxisProps, y: AxisProps, size: number, flush = false): Margins {
  if (flush) return { left: 0, right: 0, top: 0, bottom: 0 }
  return {
    left: y.hidden ? 8 : Math.round((!y.name ? 44 : isSymbol(y) ? 58 : 52) * size),
    right: Math.round(14 * size),
    top: Math.round((y.hidden || isSymbol(y) ? 8 : 28) * size),
    bottom: x.hidden ? 8 : Math.round((x.name ? 38 : 24) * size),
  }
}

const isSymbol = ({
  name,
  symbol = /^[^\p{Script=Han}]{0,2}$/u.test(name) || /^\w{1,2}[_^]/.test(name),
}: AxisProps): boolean => symbol

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
  /** Pixels of the horizontal grid lines. */
  readonly rows: readonly number[]
}

/** Approximate width of tabular figures, without measuring on a canvas. */
const textWidth = (text: string, size: number): number => text.length * 7.8 * size

/** As many ticks as fit on a short axis. On a long one fewer than fit, because more add nothing. */
const tickCount = (length: number, apart: number, further: number): number =>
  Math.floor(Math.min(length / apart, 4 + length / further))

/** Returns the center of an x axis label: beneath its tick, or moved inwards until it is fully visible. */
function wordAt(scales: Scales, { value, text }: Tick, { left, right }: Margins): number {
  const half = textWidth(text, scales.size) / 2
  return Math.max(half - left, Math.min(scales.x(value), scales.width + right - half))
}

/** Returns x axis ticks whose labels do not touch, fewer if they are long. */
function roomyTicks(scales: Scales, x: AxisProps, margins: Margins): Tick[] {
  for (let count = tickCount(scales.width / scales.size, 56, 200); ; count--) {
    const found = axisTicks(scales.xDomain, scales.xLog, count, x.integer, x.format)
    const roomy = found.every((tick, i) => {
      const next = found[i + 1]
      if (!next) return true
      const room = Math.abs(wordAt(scales, next, margins) - wordAt(scales, tick, margins))
      const words = textWidth(tick.text, scales.size) + textWidth(next.text, scales.size)
      return room >= words / 2 + 10 * scales.size
    })
    if (roomy || !(count > 2)) return found
  }
}

/** A tick label wider than this reaches the axis's symbol, at size 1. */
const besideSymbol = 42

/**
 * Returns the place closest to the middle that is halfway between two ticks, or the middle if there are fewer than two.
 */
function betweenTicks(rows: readonly number[], middle: number): number {
  const sorted = rows.toSorted((a, b) => a - b)
  const halfway = sorted.slice(1).map((row, i) => (row + sorted[i]) / 2)
  return halfway.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? middle
}

/** The axes of a picture that fills its figure: numbers inside along the left and bottom edge, names in the corners. */
export function marksWithin(scales: Scales, x: AxisProps, y: AxisProps): AxisMarks {
  const { width, height, size } = scales
  const texts: AxisText[] = []
  const corner = 30 * size
  if (!x.hidden) {
    const row = height - 13 * size
    for (const tick of roomyTicks(scales, x, marginsOf(x, y, size, true))) {
      const at = scales.x(tick.value)
      const half = textWidth(tick.text, size) / 2
      if (!tick.text || at - half < corner || at + half > width - corner) continue
      texts.push({ x: at, y: row, text: tick.text, anchor: 'middle', kind: 'tick' })
    }
    texts.push({ x: width - 14 * size, y: row, text: x.name, anchor: 'middle', kind: kindOf(x) })
  }
  if (!y.hidden) {
    const count = tickCount(height / size, 60, 160)
    for (const { value, text } of axisTicks(scales.yDomain, scales.yLog, count, y.integer, y.format)) {
      const at = scales.y(value)
      if (text && at > corner && at < height - corner)
        texts.push({ x: 12 * size, y: at, text, anchor: 'start', kind: 'tick' })
    }
    texts.push({ x: 12 * size, y: 18 * size, text: y.name, anchor: 'start', kind: kindOf(y) })
  }
  return { texts, rows: [] }
}

const kindOf = (axis: AxisProps): 'name' | 'symbol' => (isSymbol(axis) ? 'symbol' : 'name')

export function axisMarks(scales: Scales, x: AxisProps, y: AxisProps): AxisMarks {
  const { width, height, size } = scales
  const texts: AxisText[] = []
  const rows: number[] = []
  if (!y.hidden) {
    const count = tickCount(height / size, 36, 100)
    let widest = 0
    for (const { value, text } of axisTicks(scales.yDomain, scales.yLog, count, y.integer, y.format)) {
      const at = scales.y(value)
      rows.push(at)
      widest = Math.max(widest, textWidth(text, 1))
      if (text) texts.push({ x: -8 * size, y: at, text, anchor: 'end', kind: 'tick' })
    }
    const middle = height / 2
    const at = widest > besideSymbol ? betweenTicks(rows, middle) : middle
    if (isSymbol(y)) texts.push({ x: -52 * size, y: at, text: y.name, anchor: 'middle', kind: 'symbol' })
    else texts.push({ x: -44 * size, y: -17 * size, text: y.name, anchor: 'start', kind: 'name' })
  }
  if (!x.hidden) {
    const below = height + 13 * size
    const margins = marginsOf(x, y, size)
    for (const tick of roomyTicks(scales, x, margins)) {
      const { text } = tick
      if (text)
        texts.push({ x: wordAt(scales, tick, margins), y: below, text, anchor: 'middle', kind: 'tick' })
    }
    const kind = isSymbol(x) ? 'symbol' : 'name'
    texts.push({ x: width / 2, y: height + 29 * size, text: x.name, anchor: 'middle', kind })
  }
  return { texts, rows }
}
