// The order in which a picture comes about, the same on the page and in exports: ground, grid, marks, overlay.

import type { AxisMarks } from './frame.ts'
import type { Label, Layer, Overlay, Pen, Scales } from './layer.ts'
import { axisFontSize } from './axes.ts'
import { drawLabels } from './labels.ts'

export const isGround = (layer: Layer): boolean => layer.plane === 'ground'

/** Lines of the grid, or the border of a map. */
export function drawGrid(pen: Pen, scales: Scales, { rows }: AxisMarks, border: boolean): void {
  const { width, height, palette, pixelRatio } = scales
  // On whole device pixels, one of them wide at least.
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
}

export function drawOverlay(pen: Pen, scales: Scales, { layers, overlay, cursor, hover }: OverPicture): void {
  const { palette, width, size } = scales
  if (hover !== null) verticalLine(pen, scales, hover, palette.muted, [])
  const at = cursor === null ? NaN : scales.x(cursor)
  if (at >= -1 && at <= width + 1) verticalLine(pen, scales, at, palette.ink, [3 * size, 3 * size])
  const labels: Label[] = []
  const over: Overlay = { pen, scales, label: (label) => labels.push(label) }
  for (const layer of layers) layer.drawOver?.(over)
  overlay?.(over)
  drawLabels(pen, scales, labels)
}

/** The axes' words for exports; the page has them as SVG. */
export function drawAxisTexts(pen: Pen, scales: Scales, { texts }: AxisMarks): void {
  const { palette, size } = scales
  pen.save()
  pen.textBaseline = 'middle'
  for (const { x, y, text, anchor, kind } of texts) {
    const family = kind === 'symbol' ? `italic ${axisFontSize(kind, size)}px ${palette.mathFont}` : null
    pen.font = family ?? `${axisFontSize(kind, size)}px ${palette.font}`
    pen.fillStyle = kind === 'tick' ? palette.muted : palette.ink
    pen.textAlign = anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center'
    pen.fillText(text, x, y)
  }
  pen.restore()
}
