// Sets a canvas's size in device pixels, its origin at the corner of the plotting area, and the clip of that area.

import type { Margins } from './frame.ts'
import { forgetFont } from './labels.ts'

export interface CanvasFrame {
  /** Size of the frame, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  readonly margins: Margins
}

/** Calls back when a lost context is restored, empty and without its transform. Returns an unsubscribe function. */
export function onRestored(canvases: readonly HTMLCanvasElement[], draw: () => void): () => void {
  for (const canvas of canvases) canvas.addEventListener('contextrestored', draw)
  return () => {
    for (const canvas of canvases) canvas.removeEventListener('contextrestored', draw)
  }
}

/**
 * `bleed`: how far beyond the area drawing may extend. A map is cut at its border (0), a series may show half of a
 * thick line beyond it, null cuts nothing.
 */
export function fitCanvas(context: CanvasRenderingContext2D, frame: CanvasFrame, bleed: number | null): void {
  const { width, height, pixelRatio, margins } = frame
  // Setting the size resets clip, transform and font.
  forgetFont(context)
  context.canvas.width = Math.round(width * pixelRatio)
  context.canvas.height = Math.round(height * pixelRatio)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, margins.left * pixelRatio, margins.top * pixelRatio)
  if (bleed === null) return
  const innerWidth = width - margins.left - margins.right
  const innerHeight = height - margins.top - margins.bottom
  context.beginPath()
  context.rect(-bleed, -bleed, innerWidth + 2 * bleed, innerHeight + 2 * bleed)
  context.clip()
}
