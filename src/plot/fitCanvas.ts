// Gives a canvas its size in device pixels, its origin at the plotting area's corner, and the clip of that area.

import type { Margins } from './frame.ts'
import { forgetFont } from './labels.ts'

export interface CanvasFrame {
  /** Of the frame, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
  readonly margins: Margins
}

/** Calls back when a lost context has come back, empty and without its transform; returns a function that ends it. */
export function onRestored(canvases: readonly HTMLCanvasElement[], draw: () => void): () => void {
  for (const canvas of canvases) canvas.addEventListener('contextrestored', draw)
  return () => {
    for (const canvas of canvases) canvas.removeEventListener('contextrestored', draw)
  }
}

/**
 * `bleed`: how far beyond the area may be drawn. A map is cut at its border (0); a series may show the half of a thick
 * line that lies beyond; null cuts nothing.
 */
export function fitCanvas(context: CanvasRenderingContext2D, frame: CanvasFrame, bleed: number | null): void {
  const { width, height, pixelRatio, margins } = frame
  // Setting the size also forgets the old clip, transform and font.
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
