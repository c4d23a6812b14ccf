// The names of runs on tags of paper: the run's marker, its name and value, and a thin line to its path's end. A tag
// covers no other tag and no path if there is room, stays within the picture, and keeps its place while it can.

import { drawMarker } from './glyphs.ts'
import { isFree, tagging, type LabelSides, type PlacedLabel, type TagTools } from './labels.ts'
import type { Label, Overlay, Pen, Points, Scales } from './layer.ts'
import { mix, runMarker } from './palette.ts'

/** At size 1, in pixels: height, space at the ends, from the marker to the text, and to the picture's border. */
const TALL = 22
const PAD = 9
const MARK = 14
const BORDER = 6
/** Buttons float over a map this far down. A tag that has to lie on something lies rather on a path. */
const BUTTONS = 50
/** The numbers of a map's axis stand this high. A tag covers them only if there is no other place. */
const NUMBERS = 26
/** How far from its point a tag may lie. */
const RINGS = [13, 24, 38, 56, 80, 112]
const DIAGONAL = Math.SQRT1_2
const DIRECTIONS: readonly (readonly [across: number, down: number])[] = [
  [DIAGONAL, -DIAGONAL],
  [DIAGONAL, DIAGONAL],
  [0, -1],
  [0, 1],
  [1, 0],
  [-DIAGONAL, -DIAGONAL],
  [-DIAGONAL, DIAGONAL],
  [-1, 0],
]
const PLACES = RINGS.length * DIRECTIONS.length

/** Where each tag of a picture was in its last frame: a ring and a direction as one number. */
const remembered = new WeakMap<LabelSides, Map<string, number>>()

const along = (at: number, by: number, length: number): number =>
  by > 0 ? at + by : by < 0 ? at + by - length : at - length / 2

/** Returns the boxes of the tags, in the order of their priority. */
export function placeTags(
  labels: readonly Label[],
  { width, height, size }: Pick<Scales, 'width' | 'height' | 'size'>,
  { obstacles, sides, measure }: Pick<TagTools, 'obstacles' | 'sides' | 'measure'>,
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  const last = (sides && remembered.get(sides)) ?? new Map<string, number>()
  if (sides) remembered.set(sides, last)
  const tall = TALL * size
  const border = BORDER * size
  const put = (
    label: Label,
    wide: number,
    place: number,
    clear: boolean,
    above = border,
    below = NUMBERS * size,
  ): boolean => {
    const [across, down] = DIRECTIONS[place % DIRECTIONS.length]
    const reach = RINGS[Math.floor(place / DIRECTIONS.length)] * size
    const left = along(label.x, across * reach, wide)
    const top = along(label.y, down * reach, tall)
    const inside =
      left >= border && top >= above && left + wide <= width - border && top + tall <= height - below
    if (!inside || !isFree(placed, left - border, top, wide + 2 * border, tall)) return false
    const touches = obstacles.touch(left - 3 * size, top - 3 * size, wide + 6 * size, tall + 6 * size)
    if (clear && touches) return false
    placed.push({ label, left, top, width: wide, height: tall, clear: !touches })
    last.set(label.key ?? label.text, place)
    return true
  }
  const named = labels.filter(({ tag }) => tag !== undefined)
  for (const label of named.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0))) {
    const wide = measure(label) + (2 * PAD + MARK) * size
    const before = last.get(label.key ?? label.text)
    if (before !== undefined && put(label, wide, before, true)) continue
    let found = false
    for (const [clear, above, below] of [
      [true, border, NUMBERS * size],
      [false, BUTTONS * size, NUMBERS * size],
      [false, border, border],
    ] as const)
      for (let place = 0; place < PLACES && !found; place++)
        found = put(label, wide, place, clear, above, below)
  }
  return placed
}

function pill(pen: Pen, left: number, top: number, width: number, height: number): void {
  const r = height / 2
  pen.beginPath()
  pen.moveTo(left + r, top)
  pen.lineTo(left + width - r, top)
  pen.arc(left + width - r, top + r, r, -Math.PI / 2, Math.PI / 2)
  pen.lineTo(left + r, top + height)
  pen.arc(left + r, top + r, r, Math.PI / 2, 1.5 * Math.PI)
  pen.closePath()
}

export function drawTags(pen: Pen, scales: Scales, labels: readonly Label[], tools: TagTools): PlacedLabel[] {
  const { palette, size } = scales
  const { paper, ink } = palette
  const placed = placeTags(labels, scales, tools)
  for (const { label, left, top, width, height } of placed) {
    const [x, y] = [
      Math.min(Math.max(label.x, left + height / 2), left + width - height / 2),
      Math.min(Math.max(label.y, top), top + height),
    ]
    const far = Math.hypot(x - label.x, y - label.y)
    // A short one lies beneath the marker.
    const from = (label.distance ?? 0) / far
    if (!(from < 1)) continue
    const apart = SPACED * size
    for (let at = from * far; at < far; at += apart)
      tools.obstacles.add(
        label.x + ((x - label.x) * at) / far,
        label.y + ((y - label.y) * at) / far,
        3 * size,
      )
    for (const [color, wide] of [
      [paper, 3.4],
      [label.color, 1.3],
    ] as const) {
      pen.strokeStyle = color
      pen.lineWidth = wide * size
      pen.beginPath()
      pen.moveTo(label.x + (x - label.x) * from, label.y + (y - label.y) * from)
      pen.lineTo(x, y)
      pen.stroke()
    }
  }
  for (const { label, left, top, width, height } of placed) {
    const rim = size
    // A soft shadow: two steps from the surface to the paper.
    pen.fillStyle = palette.dark ? '#000000' : ink
    for (const [grown, alpha] of [
      [2, 0.06],
      [1, 0.12],
    ]) {
      pen.globalAlpha = alpha
      pill(
        pen,
        left - grown * rim,
        top - (grown - 1) * rim,
        width + 2 * grown * rim,
        height + 2 * grown * rim,
      )
      pen.fill()
    }
    pen.globalAlpha = 1
    pen.fillStyle = paper
    pill(pen, left, top, width, height)
    pen.fill()
    pen.strokeStyle = mix(label.color, paper, palette.dark ? 0.5 : 0.3)
    pen.lineWidth = size
    pen.stroke()
    const middle = top + height / 2
    drawMarker(pen, runMarker(label.tag!), left + (PAD + 4) * size, middle, 4 * size, label.color, paper)
    tools.write(label, left + (PAD + MARK) * size, middle)
  }
  return placed
}

/** Labels avoid the path back from its end: so many places of it, so many pixels apart, among so many rows. */
const AVOIDED = 160
const SPACED = 9
const ROWS = 2000

/** Keeps labels off a path that ends at (x, y), in pixels. */
export function keepOff({ scales, avoid }: Overlay, points: Points, x: number, y: number): void {
  const apart = SPACED * scales.size
  const last = points.length() - 1
  let places = AVOIDED
  for (let i = last; i >= 0 && i > last - ROWS && places > 0; i--) {
    const [toX, toY] = [scales.x(points.x(i)), scales.y(points.y(i))]
    const far = Math.hypot(toX - x, toY - y)
    if (far < apart) continue
    // A hop is avoided along its length.
    const hops = Math.min(places, Math.ceil(far / apart))
    for (let k = 1; far < 1e4 && k <= hops; k++, places--)
      avoid(x + ((toX - x) * k) / hops, y + ((toY - y) * k) / hops, 3 * scales.size)
    ;[x, y] = [toX, toY]
  }
}

Object.assign(tagging, { draw: drawTags, keepOff })
