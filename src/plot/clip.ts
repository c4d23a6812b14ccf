// Clips segments to a rectangle before they reach the canvas, because a diverged path can have pixels like 1e300, which
// canvases do not handle. Data are never clamped: the visible part of the true line is drawn. Liang and Barsky, "A new
// concept and method for line clipping", 1984.

import type { Pen, Scales } from './layer.ts'

export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Segment {
  x0: number
  y0: number
  x1: number
  y1: number
}

// Far enough to keep the direction, near enough that differences do not overflow.
const FAR = 1e300
const bounded = (pixel: number): number => (pixel > FAR ? FAR : pixel < -FAR ? -FAR : pixel)
const between = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value

/** Writes the part of the segment inside the rectangle to `out`. Returns false if there is none, or an end is NaN. */
export function clipSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  { left, top, right, bottom }: Rectangle,
  out: Segment,
): boolean {
  if (!(x0 === x0 && y0 === y0 && x1 === x1 && y1 === y1)) return false
  const ax = bounded(x0)
  const ay = bounded(y0)
  const dx = bounded(x1) - ax
  const dy = bounded(y1) - ay
  let enter = 0
  let leave = 1
  for (let side = 0; side < 4; side++) {
    const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy
    const q = side === 0 ? ax - left : side === 1 ? right - ax : side === 2 ? ay - top : bottom - ay
    if (p === 0) {
      if (q < 0) return false
    } else if (p < 0) enter = Math.max(enter, q / p)
    else leave = Math.min(leave, q / p)
  }
  if (enter > leave) return false
  // Cancellation at 1e300 can miss the border by a lot, so clamp the cut points to the rectangle.
  out.x0 = between(enter === 0 ? ax : ax + enter * dx, left, right)
  out.y0 = between(enter === 0 ? ay : ay + enter * dy, top, bottom)
  out.x1 = between(leave === 1 ? x1 : ax + leave * dx, left, right)
  out.y1 = between(leave === 1 ? y1 : ay + leave * dy, top, bottom)
  return true
}

export const isInside = (x: number, y: number, { left, top, right, bottom }: Rectangle): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

/** Clips what a pen draws next to the plotting area, until it is restored. */
export function clipToFrame(pen: Pen, { width, height }: Pick<Scales, 'width' | 'height'>): void {
  pen.beginPath()
  pen.rect(0, 0, width, height)
  pen.clip()
}
