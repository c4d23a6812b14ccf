// Encodes frames as an animated GIF, 15 per second, in 64 colors each.

import { applyPalette, GIFEncoder, quantize } from 'gifenc'
import type { Frames } from './frames.ts'

export interface Gif extends Frames {
  readonly pen: CanvasRenderingContext2D
}

/** Milliseconds per frame. */
const delay = 67

export async function gif({ pen, frames, hold, paint, goOn }: Gif): Promise<Blob | undefined> {
  const { width, height } = pen.canvas
  const file = GIFEncoder()
  for (let frame = 0; frame < frames; frame++) {
    paint(frame)
    const { data } = pen.getImageData(0, 0, width, height)
    const palette = quantize(data, 64)
    if (!(await goOn(frame))) return undefined
    file.writeFrame(applyPalette(data, palette), width, height, {
      palette,
      delay: frame === frames - 1 ? 1000 * hold : delay,
    })
    if (!(await goOn(frame))) return undefined
  }
  file.finish()
  return new Blob([file.bytes() as Uint8Array<ArrayBuffer>], { type: 'image/gif' })
}
