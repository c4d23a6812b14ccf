// Places words at their points so that none covers another or leaves the plot: greedy, by priority, over the eight sides
// of each point at growing distance. A label for which there is no room is left out rather than laid over another.

import type { Label, LabelSide, Pen, Scales } from './layer.ts'

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
  for (const { label } of order) {
    const w = measure(label)
    const h = lineHeight
    const sides = label.side ? [label.side, ...SIDES.filter((side) => side !== label.side)] : SIDES
    search: for (let ring = 0; ring < 5; ring++) {
      for (const side of sides) {
        const [left, top] = boxAt(label, side, ring * h * 0.6, w, h)
        if (!isFree(left, top, w, h)) continue
        placed.push({ label, left, top, width: w, height: h })
        break search
      }
    }
  }
  return placed
}

export const labelFont = (scales: Scales, bold = false): string =>
  `${bold ? '600 ' : ''}${Math.round(12 * scales.size)}px ${scales.palette.font}`

/** Places and writes the labels, with a halo of paper. */
export function drawLabels(pen: Pen, scales: Scales, labels: readonly Label[]): void {
  if (labels.length === 0) return
  const lineHeight = Math.round(16 * scales.size)
  pen.save()
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.lineJoin = 'round'
  pen.strokeStyle = scales.palette.paper
  pen.lineWidth = 4 * scales.size
  const measure = (label: Label): number => {
    pen.font = labelFont(scales, label.bold)
    return Math.ceil(pen.measureText(label.text).width)
  }
  for (const { label, left, top, height } of placeLabels(
    labels,
    scales.width,
    scales.height,
    lineHeight,
    measure,
  )) {
    pen.font = labelFont(scales, label.bold)
    pen.strokeText(label.text, left, top + height / 2)
    pen.fillStyle = label.color
    pen.fillText(label.text, left, top + height / 2)
  }
  pen.restore()
}
