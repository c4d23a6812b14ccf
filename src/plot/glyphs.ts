// Small marks for the overlay, in pixels: arrow, ellipse, cross, ring, markers. Each has a halo of paper that sets it
// off from its background.

import type { Pen } from './layer.ts'
import type { Marker } from './palette.ts'

/** A filled point with a rim of paper. */
export function disc(
  pen: Pen,
  x: number,
  y: number,
  radius: number,
  color: string,
  paper: string,
  rim = 1,
): void {
  pen.save()
  pen.fillStyle = paper
  pen.beginPath()
  pen.arc(x, y, radius + 1.2 * rim, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = color
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.fill()
  pen.restore()
}

export interface Stroke {
  readonly color: string
  readonly width: number
  readonly paper?: string
  readonly dash?: readonly number[]
}

/** Strokes the outline twice, first wider in paper. */
function haloed(pen: Pen, { color, width, paper, dash = [] }: Stroke, outline: () => void): void {
  pen.save()
  pen.lineJoin = 'round'
  pen.lineCap = 'round'
  if (paper) {
    pen.strokeStyle = paper
    pen.lineWidth = width + 2.4
    outline()
    pen.stroke()
  }
  pen.setLineDash([...dash])
  pen.strokeStyle = color
  pen.lineWidth = width
  outline()
  pen.stroke()
  pen.restore()
}

/** A closed triangle with its tip at (x, y), pointing along `angle` (radians, y downwards). */
export function arrowHead(
  pen: Pen,
  x: number,
  y: number,
  angle: number,
  length: number,
  color: string,
  paper?: string,
): void {
  const corner = (turn: number, reach: number): [number, number] => [
    x - reach * Math.cos(angle + turn),
    y - reach * Math.sin(angle + turn),
  ]
  const [ax, ay] = corner(0.42, length)
  const [bx, by] = corner(-0.42, length)
  pen.save()
  pen.lineJoin = 'round'
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(ax, ay)
  pen.lineTo(bx, by)
  pen.closePath()
  if (paper) {
    pen.strokeStyle = paper
    pen.lineWidth = 3
    pen.stroke()
  }
  pen.fillStyle = color
  pen.fill()
  pen.restore()
}

/** An arrow from (x0, y0) to its tip (x1, y1). Skipped if it is too short for a head. */
export function arrow(pen: Pen, x0: number, y0: number, x1: number, y1: number, stroke: Stroke): void {
  const length = Math.hypot(x1 - x0, y1 - y0)
  if (!(length >= 3) || length === Infinity) return
  const head = Math.min(4 + 2.8 * stroke.width, length)
  const angle = Math.atan2(y1 - y0, x1 - x0)
  haloed(pen, stroke, () => {
    pen.beginPath()
    pen.moveTo(x0, y0)
    pen.lineTo(x1 - Math.cos(angle) * head * 0.8, y1 - Math.sin(angle) * head * 0.8)
  })
  arrowHead(pen, x1, y1, angle, head, stroke.color, stroke.paper)
}

/** Half-axes in pixels. Angle in radians from the x axis, clockwise on the screen. */
export function ellipse(
  pen: Pen,
  x: number,
  y: number,
  rx: number,
  ry: number,
  angle: number,
  stroke: Stroke,
): void {
  if (!(rx >= 0 && ry >= 0 && rx < 1e5 && ry < 1e5)) return
  haloed(pen, stroke, () => {
    pen.beginPath()
    pen.ellipse(x, y, rx, ry, angle, 0, 2 * Math.PI)
  })
}

/** A + at a minimum. */
export function cross(pen: Pen, x: number, y: number, radius: number, stroke: Stroke): void {
  haloed(pen, stroke, () => {
    pen.beginPath()
    pen.moveTo(x - radius, y)
    pen.lineTo(x + radius, y)
    pen.moveTo(x, y - radius)
    pen.lineTo(x, y + radius)
  })
}

export function ring(pen: Pen, x: number, y: number, radius: number, stroke: Stroke): void {
  ellipse(pen, x, y, radius, radius, 0, stroke)
}

function polygon(pen: Pen, x: number, y: number, corners: readonly (readonly [number, number])[]): void {
  corners.forEach(([dx, dy], i) => (i === 0 ? pen.moveTo(x + dx, y + dy) : pen.lineTo(x + dx, y + dy)))
  pen.closePath()
}

/** Adds a marker's outline to the current path. `marked` says whether it is filled or stroked. */
export function markerOutline(pen: Pen, marker: Marker, x: number, y: number, r: number): void {
  const square = r * 0.886
  const wide = r * 1.17
  switch (marker) {
    case 'circle':
    case 'ring':
      pen.moveTo(x + r, y)
      pen.arc(x, y, r, 0, 2 * Math.PI)
      return
    case 'square':
    case 'squareOpen':
      pen.rect(x - square, y - square, 2 * square, 2 * square)
      return
    case 'triangle':
    case 'triangleOpen':
      polygon(pen, x, y, [
        [0, -1.2 * r],
        [wide, 0.85 * r],
        [-wide, 0.85 * r],
      ])
      return
    case 'triangleDown':
      polygon(pen, x, y, [
        [0, 1.2 * r],
        [wide, -0.85 * r],
        [-wide, -0.85 * r],
      ])
      return
    case 'diamond':
    case 'diamondOpen':
      polygon(pen, x, y, [
        [0, -1.25 * r],
        [1.25 * r, 0],
        [0, 1.25 * r],
        [-1.25 * r, 0],
      ])
      return
    case 'pentagon':
      polygon(
        pen,
        x,
        y,
        Array.from({ length: 5 }, (_, i) => {
          const turn = (i * 2 * Math.PI) / 5
          return [1.15 * r * Math.sin(turn), -1.15 * r * Math.cos(turn)] as const
        }),
      )
      return
    case 'star':
      polygon(
        pen,
        x,
        y,
        Array.from({ length: 10 }, (_, i) => {
          const reach = i % 2 ? r * 0.55 : r * 1.3
          return [reach * Math.sin((i * Math.PI) / 5), -reach * Math.cos((i * Math.PI) / 5)] as const
        }),
      )
      return
    case 'cross':
      pen.moveTo(x - square, y - square)
      pen.lineTo(x + square, y + square)
      pen.moveTo(x - square, y + square)
      pen.lineTo(x + square, y - square)
      return
    case 'plus':
      pen.moveTo(x - r, y)
      pen.lineTo(x + r, y)
      pen.moveTo(x, y - r)
      pen.lineTo(x, y + r)
  }
}

export const isOpenMarker = (marker: Marker): boolean =>
  marker === 'cross' || marker === 'plus' || marker === 'ring' || marker.endsWith('Open')

/** One marker with a halo. */
export function drawMarker(
  pen: Pen,
  marker: Marker,
  x: number,
  y: number,
  radius: number,
  color: string,
  paper: string,
): void {
  pen.save()
  pen.lineJoin = 'round'
  const open = isOpenMarker(marker)
  const width = Math.max(1.2, radius * 0.4)
  pen.strokeStyle = paper
  pen.lineWidth = open ? width + 2.4 : 2.4
  pen.beginPath()
  markerOutline(pen, marker, x, y, radius)
  pen.stroke()
  if (open) {
    pen.strokeStyle = color
    pen.lineWidth = width
    pen.stroke()
  } else {
    pen.fillStyle = color
    pen.fill()
  }
  pen.restore()
}
