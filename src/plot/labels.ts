// Places words at their points so that none covers another or leaves the plot: greedy, by priority, over the eight sides
// of each point at growing distance, off the places to avoid if that can be had. A label stays on its side while it
// finds room there. One for which there is no room is left out rather than laid over another.

import type { Label, LabelSide, Pen, Scales } from './layer.ts'

export interface Obstacle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The sides that labels had in the last frame, by key. */
export type LabelSides = Map<string, LabelSide>

export interface PlacedLabel {
  readonly label: Label
  /** The text's box in pixels. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const SIDES: readonly LabelSide[] = [
  'right',
  'above-right',
  'below-right',
  'above',
  'below',
  'left',
  'above-left',
  'below-left',
]
const GAP = 2

function boxAt(
  { x, y, distance = 4 }: Label,
  side: LabelSide,
  more: number,
  width: number,
  height: number,
): [left: number, top: number] {
  const reach = distance + more
  const left = side.endsWith('right') ? x + reach : side.endsWith('left') ? x - reach - width : x - width / 2
  const top = side.startsWith('above')
    ? y - reach - height
    : side.startsWith('below')
      ? y + reach
      : y - height / 2
  // Beside a corner the diagonal is the distance: one of the two may be less.
  if (side === 'above-left' || side === 'below-left') return [x - width - reach * 0.3, top]
  if (side === 'above-right' || side === 'below-right') return [x + reach * 0.3, top]
  return [left, top]
}

/** The boxes lie within width × height, apart from each other, in the order of the labels that found a place. */
export function placeLabels(
  labels: readonly Label[],
  width: number,
  height: number,
  lineHeight: number,
  measure: (label: Label) => number,
  obstacles: readonly Obstacle[] = [],
  lastSides: LabelSides = new Map(),
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const order = labels
    .map((label, index) => ({ label, index }))
    .sort((a, b) => (b.label.priority ?? 0) - (a.label.priority ?? 0) || a.index - b.index)
  const isFree = (left: number, top: number, w: number, h: number): boolean =>
    left >= 0 &&
    top >= 0 &&
    left + w <= width &&
    top + h <= height &&
    placed.every(
      (other) =>
        left >= other.left + other.width + GAP ||
        other.left >= left + w + GAP ||
        top >= other.top + other.height + GAP ||
        other.top >= top + h + GAP,
    )
  const isClear = (left: number, top: number, w: number, h: number): boolean =>
    obstacles.every(
      ({ x, y, radius }) =>
        x + radius <= left || x - radius >= left + w || y + radius <= top || y - radius >= top + h,
    )
  for (const { label } of order) {
    const w = measure(label)
    const h = lineHeight
    const key = label.key ?? label.text
    const sides = [
      ...new Set([lastSides.get(key) ?? label.side ?? SIDES[0], label.side ?? SIDES[0], ...SIDES]),
    ]
    search: for (const clear of [true, false]) {
      for (let ring = 0; ring < (clear ? 3 : 5); ring++) {
        for (const side of sides) {
          const [left, top] = boxAt(label, side, ring * h * 0.6, w, h)
          if (!isFree(left, top, w, h) || (clear && !isClear(left, top, w, h))) continue
          placed.push({ label, left, top, width: w, height: h })
          lastSides.set(key, side)
          break search
        }
      }
    }
  }
  return placed
}

export const labelFont = (scales: Scales, bold = false): string =>
  `${bold ? '600 ' : ''}${Math.round(12 * scales.size)}px ${scales.palette.font}`

/** The font that a pen has, until its canvas takes on another size. */
const fonts = new WeakMap<Pen, string>()

export const forgetFont = (pen: Pen): void => void fonts.delete(pen)

const measured = new WeakMap<Pen, Map<string, number>>()

/** Widths by font and text: measuring costs more than drawing. Forgotten now and then, because a font may yet arrive. */
function widthsOf(pen: Pen): Map<string, number> {
  let widths = measured.get(pen)
  if (!widths || widths.size > 200) measured.set(pen, (widths = new Map()))
  return widths
}

/** Places and writes the labels, with a halo of paper. */
export function drawLabels(
  pen: Pen,
  scales: Scales,
  labels: readonly Label[],
  obstacles: readonly Obstacle[] = [],
  lastSides?: LabelSides,
): void {
  if (labels.length === 0) return
  const lineHeight = Math.round(16 * scales.size)
  // Beneath save(), so that it is still set in the next frame: to set a font makes the browser resolve the page's styles.
  let font = labelFont(scales, labels[0].bold)
  if (fonts.get(pen) !== font) pen.font = font
  fonts.set(pen, font)
  const write = (next: string): void => {
    if (next !== font) pen.font = font = next
  }
  pen.save()
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.strokeStyle = scales.palette.paper
  pen.lineWidth = 4 * scales.size
  const { width, height: tall } = scales
  const widths = widthsOf(pen)
  const measure = (label: Label): number => {
    const own = labelFont(scales, label.bold)
    // As wide with all digits: a number that runs keeps its place.
    const text = label.text.replace(/\d/g, '0')
    const key = `${own} ${text}`
    let known = widths.get(key)
    if (known === undefined) {
      write(own)
      known = Math.ceil(pen.measureText(text).width)
      widths.set(key, known)
    }
    return known
  }
  const placed = placeLabels(labels, width, tall, lineHeight, measure, obstacles, lastSides)
  for (const { label, left, top, height } of placed) {
    write(labelFont(scales, label.bold))
    pen.strokeText(label.text, left, top + height / 2)
    pen.fillStyle = label.color
    pen.fillText(label.text, left, top + height / 2)
  }
  pen.restore()
}
