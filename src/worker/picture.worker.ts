// Paints surfaces, one picture per request, and returns what the page needs to frame it.

import { createObjective } from '../engine/objectives/create.ts'
import { paintCutPaper, paintSurface, sampleSurface, wallsOf } from '../engine/picture/index.ts'
import { answering } from './answering.ts'
import { received } from './arrivedRows.ts'
import type { PictureReply, PictureRequest } from './picture.ts'

let objective: ReturnType<typeof createObjective> | undefined
let values = new Float64Array(0)
let pixels = new Uint8ClampedArray(0)

async function paint(request: PictureRequest): Promise<void> {
  const { surface, width, height, view, swapped, colors, ratio, letter, id } = request
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
  // Count levels from the lowest minimum, so they do not change with the view.
  const least = minima.length > 0 ? Math.min(...minima.map(([x, y]) => landscape.value(x, y))) : undefined
  const described = { minima, saddles, eigenvalues, view: landscape.view, least }
  if (width * height === 0) {
    postMessage({ id, landscape: described } satisfies PictureReply)
    return
  }
  if (pixels.length !== width * height * 4) pixels = new Uint8ClampedArray(width * height * 4)
  const value = (x: number, y: number): number => (swapped ? landscape.value(y, x) : landscape.value(x, y))
  if (request.paper) {
    if (values.length !== width * height) values = new Float64Array(width * height)
    sampleSurface(value, view, width, height, values)
    const start = landscape.value(request.paper.start[0], request.paper.start[1])
    const rims = paintCutPaper(values, width, height, { ...request.paper, start, floor: least }, pixels)
    const walls = wallsOf(values, width, height, rims.at(-1)!)
    const bitmap = await createImageBitmap(
      new ImageData(pixels as Uint8ClampedArray<ArrayBuffer>, width, height),
    )
    postMessage({ id, landscape: described, bitmap, walls } satisfies PictureReply, { transfer: [bitmap] })
    return
  }
  const [x0, x1, y0, y1] = view
  const deepest = minima.find(([x, y]) => landscape.value(x, y) === least)
  const toPixel = ([x, y]: readonly [number, number]): [number, number] => [
    Math.round((((swapped ? y : x) - x0) / (x1 - x0)) * width),
    Math.round(((y1 - (swapped ? x : y)) / (y1 - y0)) * height),
  ]
  const { marks } = paintSurface({
    value,
    view,
    width,
    height,
    colors,
    pixels,
    floor: least,
    even: minima.length === 0 && saddles.length > 0,
    lineWidth: ratio,
    letter: letter * ratio,
    lowest: deepest && toPixel(deepest),
  })
  const bitmap = await createImageBitmap(
    new ImageData(pixels as Uint8ClampedArray<ArrayBuffer>, width, height),
  )
  const placed = marks.map(({ column, row, value, strong }) => ({
    x: x0 + ((column + 0.5) / width) * (x1 - x0),
    y: y1 - ((row + 0.5) / height) * (y1 - y0),
    value,
    strong,
  }))
  const reply: PictureReply = { id, landscape: described, bitmap, marks: placed }
  postMessage(reply, { transfer: [bitmap] })
}

answering(paint)
