// The drawing order of a picture, the same on the page and in exports: ground, grid, marks, overlay.

import type { AxisMarks } from './frame.ts'
import type { Label, Layer, Overlay, Pen, Scales } from './layer.ts'
import { drawLabels, Obstacles, type LabelSides } from './labels.ts'

export const isGround = (layer: Layer): boolean => layer.plane === 'ground'

/** Draws the grid lines, or the border of a map. */
export function drawGrid(pen: Pen, scales: Scales, { rows }: AxisMarks, border: boolean): void {
  const { width, height, palette, pixelRatio } = scales
  // Align to device pixels, at least one wide.
  const sharp = (pixel: number): number => (Math.floor(pixel * pixelRatio) + 0.5) / pixelRatio
  pen.save()
  pen.strokeStyle = palette.hairline
  pen.lineWidth = Math.max(1, scales.size * 0.8)
  pen.beginPath()
  if (border) pen.rect(0.5, 0.5, width - 1, height - 1)
  else
    for (const row of rows) {
      pen.moveTo(0, sharp(row))
      pen.lineTo(width, sharp(row))
    }
  pen.stroke()
  pen.restore()
}

function verticalLine(pen: Pen, scales: Scales, x: number, color: string, dash: number[]): void {
  pen.save()
  pen.strokeStyle = color
  pen.lineWidth = 1.3 * scales.size
  pen.setLineDash(dash)
  pen.beginPath()
  pen.moveTo(x, 0)
  pen.lineTo(x, scales.height)
  pen.stroke()
  pen.restore()
}

export interface OverPicture {
  readonly layers: readonly Layer[]
  readonly overlay?: (over: Overlay) => void
  /** Data units. */
  readonly cursor: number | null
  /** Pixels. */
  readonly hover: number | null
  /** Remembered from frame to frame. */
  readonly labelSides?: LabelSides
}

/** Reused for each drawing. */
const obstacles = new Obstacles()

export function drawOverlay(
  pen: Pen,
  scales: Scales,
  { layers, overlay, cursor, hover, labelSides }: OverPicture,
): void {
  const { palette, width, height, size } = scales
  const bleed = 8 * size
  if (hover !== null) verticalLine(pen, scales, hover, palette.muted, [])
  const at = cursor === null ? NaN : scales.x(cursor)
  if (at >= -1 && at <= width + 1) verticalLine(pen, scales, at, palette.ink, [3 * size, 3 * size])
  const labels: Label[] = []
  obstacles.clear()
  const over: Overlay = {
    pen,
    scales,
    label: (label) => labels.push(label),
    avoid: (x, y, radius) => obstacles.add(x, y, radius),
  }
  // A point at the border is drawn whole, but nothing extends over the axes.
  pen.save()
  pen.beginPath()
  pen.rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)
  pen.clip()
  for (const layer of layers) layer.drawOver?.(over)
  overlay?.(over)
  pen.restore()
  drawLabels(pen, scales, labels, obstacles, labelSides)
}
