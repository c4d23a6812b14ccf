// Rasterizes a block of ground: each column of the picture is one line over the ground, traversed from front to back.
// Whatever is lower than something nearer is hidden. (The floating horizon: Williamson, Comm. ACM 15 (1972), Algorithm
// 420.)

import type { Camera } from './camera.ts'
import type { Ground } from './ground.ts'

export interface Raster {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
  /** Each pixel's distance along the line of sight, column by column. Infinity where there is no ground. */
  readonly away: Float32Array
}

export const createRaster = (width: number, height: number): Raster => ({
  width,
  height,
  pixels: new Uint32Array(width * height),
  away: new Float32Array(width * height),
})

/** The block's sides as words of RGBA: the front or back, and the left or right one. */
export type Sides = readonly [front: number, flank: number]

/** Draws the ground. A picture smaller than the camera's by `scale` has larger pixels. */
export function drawGround(raster: Raster, ground: Ground, camera: Camera, sides: Sides, scale = 1): void {
  const { width, height, pixels, away } = raster
  const { columns, rows, heights, colors, depth } = ground
  const { cos, sin, flat, tall, centerX, centerY } = camera
  const zoom = camera.zoom / scale
  const [originX, originY] = [camera.originX / scale, camera.originY / scale]
  pixels.fill(0)
  away.fill(Infinity)
  const toColumn = columns / ground.width
  const toRow = rows / ground.height
  for (let px = 0; px < width; px++) {
    const u = (px + 0.5 - originX) / zoom
    // The line x = centerX + u cos + v sin, y = centerY + u sin − v cos, clipped to the block.
    const x0 = centerX + u * cos
    const y0 = centerY + u * sin
    let [from, to, flank] = [-Infinity, Infinity, false]
    if (Math.abs(sin) > 1e-9) {
      const [a, b] = [-x0 / sin, (ground.width - x0) / sin]
      from = Math.min(a, b)
      to = Math.max(a, b)
      flank = true
    } else if (x0 < 0 || x0 > ground.width) continue
    const [a, b] = [y0 / cos, (y0 - ground.height) / cos]
    if (Math.min(a, b) > from) {
      from = Math.min(a, b)
      flank = false
    }
    to = Math.min(to, Math.max(a, b))
    if (!(to > from)) continue

    let x = (x0 + from * sin) * toColumn
    let y = (y0 - from * cos) * toRow
    const rise = zoom * flat
    // One step per pixel where the ground is level.
    const step = 1 / Math.max(rise, 1e-3)
    const stepX = step * sin * toColumn
    const stepY = -step * cos * toRow
    let bottom = Math.ceil(originY - from * rise + depth * zoom * tall - 0.5)
    if (bottom > height) bottom = height
    let first = true
    for (let v = from; v <= to; v += step, x += stepX, y += stepY) {
      let column = x | 0
      let row = y | 0
      if (column < 0) column = 0
      else if (column >= columns) column = columns - 1
      if (row < 0) row = 0
      else if (row >= rows) row = rows - 1
      const k = row * columns + column
      const h = heights[k]
      let top = Math.ceil(originY - v * rise - h * zoom * tall - 0.5)
      if (first) {
        first = false
        if (tall > 1e-6) {
          const side = sides[flank ? 1 : 0]
          const until = Math.max(0, top)
          for (let at = (bottom - 1) * width + px, n = bottom; n > until; n--, at -= width) pixels[at] = side
          if (bottom > until) away.fill(from, px * height + until, px * height + bottom)
        }
        if (top < bottom) bottom = top
      }
      if (top >= bottom) continue
      if (top < 0) top = 0
      const color = colors[k]
      for (let at = (bottom - 1) * width + px, n = bottom; n > top; n--, at -= width) {
        pixels[at] = color
        away[px * height + n - 1] = v
      }
      bottom = top
      if (bottom <= 0) break
    }
  }
}

/** Whether ground at this distance is visible at a pixel, with nothing nearer in front. */
export function isSeen({ width, height, away }: Raster, px: number, py: number, v: number): boolean {
  const column = Math.floor(px)
  if (!(column >= 0 && column < width)) return false
  const row = Math.min(height - 1, Math.max(0, Math.round(py)))
  // At a grazing angle the next pixel is already far behind, so test three and require one. A pixel above the skyline
  // does not count.
  const from = Math.max(0, row - 1)
  const to = Math.min(height - 1, row + 1)
  for (let at = column * height + from, n = from; n <= to; n++, at++)
    if (away[at] >= v - tolerance && away[at] < Infinity) return true
  return false
}

/** Pixels of the map within which two places are equal. */
const tolerance = 4
