// A picture computed elsewhere (a surface, a map of outcomes), beneath everything, in data units. When the view moves
// it is drawn scaled at its place until a new one arrives.

import type { Domain, Layer } from './layer.ts'

export interface PlacedImage {
  /** An ImageBitmap or a canvas. `imageFrom` converts ImageData. */
  readonly image: CanvasImageSource
  /** Data units at its left and right edge, and at its bottom and top edge. */
  readonly x: Domain
  readonly y: Domain
  /** Interpolate when scaling (default), or show sharp cells. */
  readonly smooth?: boolean
}

export function imageLayer(options: {
  readonly key: string
  readonly image: () => PlacedImage | null
  readonly revision: () => number
}): Layer {
  return {
    key: options.key,
    plane: 'ground',
    length: () => 1,
    revision: options.revision,
    draw(pen, scales) {
      const placed = options.image()
      if (!placed) return
      const left = scales.x(placed.x[0])
      const right = scales.x(placed.x[1])
      const bottom = scales.y(placed.y[0])
      const top = scales.y(placed.y[1])
      if (!(Math.abs(right - left) < 1e6 && Math.abs(bottom - top) < 1e6)) return
      pen.save()
      pen.imageSmoothingEnabled = placed.smooth ?? true
      pen.drawImage(placed.image, left, top, right - left, bottom - top)
      pen.restore()
    },
  }
}

/** Converts pixels to something that can be drawn scaled. */
export function imageFrom(pixels: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = pixels.width
  canvas.height = pixels.height
  // Keep it in main memory, so it survives a lost graphics context.
  canvas.getContext('2d', { willReadFrequently: true })!.putImageData(pixels, 0, 0)
  return canvas
}
