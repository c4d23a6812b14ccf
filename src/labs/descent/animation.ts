// Exports the map as an animated GIF: the paths grow from step 0 to the cursor, in at most a hundred frames.

import { applyPalette, GIFEncoder, quantize } from 'gifenc'
import type { PlotHandle } from '../../plot/index.ts'
import { cursor } from '../../state/playback.ts'

const width = 720
const most = 100
const delay = 60
const pause = 1500

export async function animation(map: PlotHandle): Promise<Blob> {
  const { width: shownWidth, height: shownHeight } = map.view()
  const height = Math.round((width * shownHeight) / shownWidth)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('This browser gives no canvas for the animation.')
  const { paint } = await map.painter()
  const last = cursor.step
  const frames = Math.min(most, last + 1)
  const gif = GIFEncoder()
  for (let frame = 0; frame < frames; frame++) {
    const step = frames === 1 ? last : Math.round((last * frame) / (frames - 1))
    // The layers read the cursor. Within one task nothing else does.
    cursor.step = step
    paint(pen, { width, height })
    cursor.step = last
    const { data } = pen.getImageData(0, 0, width, height)
    const palette = quantize(data, 64)
    gif.writeFrame(applyPalette(data, palette), width, height, {
      palette,
      delay: frame === frames - 1 ? pause : delay,
    })
    // Let the page run between frames.
    await new Promise((resolve) => setTimeout(resolve))
  }
  gif.finish()
  return new Blob([gif.bytes() as Uint8Array<ArrayBuffer>], { type: 'image/gif' })
}
