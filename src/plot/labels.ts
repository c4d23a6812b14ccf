// Places labels at their points so that none covers another or leaves the plot. Greedy by priority, over the eight
// sides of each point at growing distance, avoiding obstacles if possible. A label keeps its side while there is room.
// A label without room is omitted. One that must lie on drawn content gets a background of paper.

import { runsOf, SCRIPT, signsIn } from '../typeset/signs.ts'
import type { Label, LabelSide, Overlay, Pen, Points, Scales } from './layer.ts'

/** Round obstacles for labels, in pixels. Cleared and filled at every drawing. */
export class Obstacles {
  private length = 0
  /** x, y and radius of each. */
  private places = new Float64Array(3 * 64)

  clear(): void {
    this.length = 0
  }

  add(x: number, y: number, radius: number): void {
    if (this.length === this.places.length) {
      const more = new Float64Array(this.places.length * 2)
      more.set(this.places)
      this.places = more
    }
    this.places[this.length++] = x
    this.places[this.length++] = y
    this.places[this.length++] = radius
  }

  touch(left: number, top: number, width: number, height: number): boolean {
    const { places } = this
    for (let i = 0; i < this.length; i += 3) {
      const x = places[i]
      const y = places[i + 1]
      const radius = places[i + 2]
      if (x + radius > left && x - radius < left + width && y + radius > top && y - radius < top + height)
        return true
    }
    return false
  }
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
  /** Whether it avoids all obstacles. */
  readonly clear: boolean
}

/** The order in which sides are tried, and their directions to the right and downwards. */
const ACROSS: Readonly<Record<LabelSide, number>> = {
  right: 1,
  'above-right': 1,
  'below-right': 1,
  above: 0,
  below: 0,
  left: -1,
  'above-left': -1,
  'below-left': -1,
}
const DOWN: Readonly<Record<LabelSide, number>> = {
  right: 0,
  'above-right': -1,
  'below-right': 1,
  above: -1,
  below: 1,
  left: 0,
  'above-left': -1,
  'below-left': 1,
}
const SIDES = Object.keys(ACROSS) as readonly LabelSide[]
const GAP = 2

function leftAt({ x, distance = 4 }: Label, side: LabelSide, more: number, width: number): number {
  const across = ACROSS[side]
  if (across === 0) return x - width / 2
  // At a corner the diagonal is the distance, so one component may be smaller.
  const reach = (distance + more) * (DOWN[side] === 0 ? 1 : 0.3)
  return across > 0 ? x + reach : x - width - reach
}

function topAt({ y, distance = 4 }: Label, side: LabelSide, more: number, height: number): number {
  const down = DOWN[side]
  if (down === 0) return y - height / 2
  return down > 0 ? y + distance + more : y - distance - more - height
}

export function isFree(
  placed: readonly PlacedLabel[],
  left: number,
  top: number,
  w: number,
  h: number,
): boolean {
  for (const other of placed)
    if (
      left < other.left + other.width + GAP &&
      other.left < left + w + GAP &&
      top < other.top + other.height + GAP &&
      other.top < top + h + GAP
    )
      return false
  return true
}

/** Returns boxes within width × height that do not overlap, in the order in which they were placed, after `placed`. */
export function placeLabels(
  labels: readonly Label[],
  width: number,
  height: number,
  lineHeight: number,
  measure: (label: Label) => number,
  obstacles: Obstacles = none,
  lastSides: LabelSides = new Map(),
  placed: PlacedLabel[] = [],
): PlacedLabel[] {
  const place = (label: Label, w: number, h: number, first: LabelSide, clear: boolean): boolean => {
    const own = label.side ?? SIDES[0]
    const right = Math.min(width, label.within ?? width)
    for (let ring = 0; ring < (clear && !label.optional ? 3 : 5); ring++)
      // First the previous side, then the requested one, then all.
      for (let i = -2; i < SIDES.length; i++) {
        const side = i === -2 ? first : i === -1 ? own : SIDES[i]
        if ((i > -2 && side === first) || (i > -1 && side === own)) continue
        const left = leftAt(label, side, ring * h * 0.6, w)
        const top = topAt(label, side, ring * h * 0.6, h)
        // The negated form also rejects NaN.
        if (!(left >= 0 && top >= 0 && left + w <= right && top + h <= height)) continue
        if (!isFree(placed, left, top, w, h) || (clear && obstacles.touch(left, top, w, h))) continue
        placed.push({ label, left, top, width: w, height: h, clear: !obstacles.touch(left, top, w, h) })
        lastSides.set(label.key ?? label.text, side)
        return true
      }
    return false
  }
  for (const label of labels.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))) {
    const w = measure(label)
    const first = lastSides.get(label.key ?? label.text) ?? label.side ?? SIDES[0]
    if (!place(label, w, lineHeight, first, true) && !label.optional)
      place(label, w, lineHeight, first, false)
  }
  return placed
}

const none = new Obstacles()

/** Text height at size 1. */
const HEIGHT = 12

const labelFont = (scales: Scales, bold = false, shift = 0): string =>
  `${bold ? '600 ' : ''}${Math.round(HEIGHT * (shift ? SCRIPT : 1) * scales.size)}px ${scales.palette.font}`

/** The font set on a pen, until its canvas changes size. */
const fonts = new WeakMap<Pen, string>()

export const forgetFont = (pen: Pen): void => void fonts.delete(pen)

const measured = new WeakMap<Pen, Map<string, number>>()

/**
 * Widths by font and text, because measuring costs more than drawing. Cleared now and then, because a font may still
 * load.
 */
function widthsOf(pen: Pen): Map<string, number> {
  let widths = measured.get(pen)
  if (!widths || widths.size > 200) measured.set(pen, (widths = new Map()))
  return widths
}

/** What a tag is drawn with. */
export interface TagTools {
  readonly obstacles: Obstacles
  readonly sides: LabelSides | undefined
  measure(label: Label): number
  /** Writes its text from the left, on a middle line. */
  write(label: Label, left: number, middle: number): void
}

/** Draws the labels that are tags, returns their boxes, and keeps all labels off a path. It loads after the paths. */
export const tagging: {
  keepOff?: (over: Overlay, points: Points, x: number, y: number) => void
  draw?: (pen: Pen, scales: Scales, labels: readonly Label[], tools: TagTools) => PlacedLabel[]
} = {}

/** Places and draws the labels, with a halo of paper. */
export function drawLabels(
  pen: Pen,
  scales: Scales,
  labels: readonly Label[],
  obstacles: Obstacles = none,
  lastSides?: LabelSides,
): void {
  if (labels.length === 0) return
  const lineHeight = Math.round(16 * scales.size)
  // Set outside save(), so it is still set in the next frame. Setting a font makes the browser resolve the page's
  // styles.
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
  const { width, height: tall } = scales
  const widths = widthsOf(pen)
  const measure = (label: Label): number => {
    const own = labelFont(scales, label.bold)
    // Measure with all digits 0, so a running number keeps its place.
    const text = label.text.replace(/\d/g, '0')
    const key = `${own} ${text}`
    let known = widths.get(key)
    if (known === undefined) {
      known = 0
      for (const part of runsOf(signsIn(text))) {
        write(labelFont(scales, label.bold, part.shift))
        known += pen.measureText(part.text).width
      }
      known = Math.ceil(known)
      widths.set(key, known)
    }
    return known
  }
  const text = (label: Label, left: number, middle: number, puts: readonly ('strokeText' | 'fillText')[]) => {
    pen.fillStyle = label.color
    const parts = runsOf(signsIn(label.text))
    // Draw all of the halo beneath all of the text.
    for (const put of puts) {
      let x = left
      for (const { text, shift } of parts) {
        write(labelFont(scales, label.bold, shift))
        pen[put](text, x, middle + shift * HEIGHT * scales.size)
        if (parts.length > 1) x += pen.measureText(text).width
      }
    }
  }
  const tags = tagging.draw?.(pen, scales, labels, {
    obstacles,
    sides: lastSides,
    measure,
    write: (label, left, middle) => text(label, left, middle, ['fillText']),
  })
  const others = tags ? labels.filter(({ tag }) => tag === undefined) : labels
  // After the tags, which have their own strokes.
  pen.strokeStyle = scales.palette.paper
  pen.lineWidth = 4 * scales.size
  const placed = placeLabels(others, width, tall, lineHeight, measure, obstacles, lastSides, tags)
  for (const { label, left, top, width: wide, height, clear } of placed) {
    if (tags && label.tag !== undefined) continue
    if (!clear) {
      const rim = 2 * scales.size
      pen.fillStyle = scales.palette.paper
      pen.globalAlpha = 0.85
      pen.fillRect(left - rim, top, wide + 2 * rim, height)
      pen.globalAlpha = 1
    }
    text(label, left, top + height / 2, ['strokeText', 'fillText'])
  }
  pen.restore()
}
