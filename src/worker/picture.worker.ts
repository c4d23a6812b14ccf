// The worker that paints surfaces: one picture an ask, and what the page must know of the surface to frame it.

import { createObjective } from '../engine/objectives/create.ts'
import { paintSurface } from '../engine/picture/index.ts'
import { received } from './arrivedRows.ts'
import type { PictureReply, PictureRequest } from './picture.ts'

let objective: ReturnType<typeof createObjective> | undefined
let pixels = new Uint8ClampedArray(0)

async function paint(request: PictureRequest): Promise<void> {
  const { surface, width, height, view, swapped, colors, id } = request
  if (surface) {
    objective = undefined
    objective = createObjective(received(surface.sent), surface.seed)
  }
  const landscape = objective?.landscape
  if (!objective || !landscape) {
    postMessage({ id } satisfies PictureReply)
    return
  }
  const { minima, saddles, eigenvalues } = landscape
  const described = { minima, saddles, eigenvalues, view: landscape.view }
  if (width * height === 0) {
    postMessage({ id, landscape: described } satisfies PictureReply)
    return
  }
  if (pixels.length !== width * height * 4) pixels = new Uint8ClampedArray(width * height * 4)
  const levels = paintSurface({
    value: (x, y) => (swapped ? landscape.value(y, x) : landscape.value(x, y)),
    view,
    width,
    height,
    colors,
    pixels,
    // Levels count from the lowest minimum, so that they do not move with the view.
    floor: minima.length > 0 ? Math.min(...minima.map(([x, y]) => landscape.value(x, y))) : undefined,
  })
  const bitmap = await createImageBitmap(
    new ImageData(pixels as Uint8ClampedArray<ArrayBuffer>, width, height),
  )
  const reply: PictureReply = { id, landscape: described, bitmap, levels }
  postMessage(reply, { transfer: [bitmap] })
}

addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  paint(data).catch((error: unknown) => {
    postMessage({ id: data.id, fault: String(error) } satisfies PictureReply)
  })
})
