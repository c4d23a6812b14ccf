// Encodes frames as an animated GIF, 15 per second, in 64 colors each.

import { applyPalette, GIFEncoder, quantize } from 'gifenc'

export interface Gif {
  readonly pen: CanvasRenderingContext2D
  readonly frames: number
  /** Seconds that the last frame stays. */
  readonly hold: number
  readonly paint: (frame: number) => void
  /** Called after each frame. Returning false cancels. */
  readonly goOn: (frame: number) => Promise<boolean>
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
