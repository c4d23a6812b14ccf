// A band between two curves over x (a range given by theory), or between two constant values of y.

import { resolvePaint, type Layer, type Paint } from './layer.ts'
import { mix } from './palette.ts'

/** Like points with two values each. x must not decrease. */
export interface BandPoints {
  length(): number
  revision(): number
  x(index: number): number
  low(index: number): number
  high(index: number): number
}

export interface BandOptions {
  readonly key: string
  readonly points: BandPoints
  readonly color: Paint
  /** Share of the color. The rest is paper. */
  readonly strength?: number
}

export function bandLayer(options: BandOptions): Layer {
  const { points, color, strength = 0.18 } = options
  return {
    key: options.key,
    plane: 'ground',
    length: () => points.length(),
    revision: () => points.revision(),
    draw(pen, scales, from, to) {
      // Opaque, and starting at the last point: installments overlap without a seam.
      const start = Math.max(0, from - 1)
      const held = (pixel: number): number => Math.min(Math.max(pixel, -10), scales.height + 10)
      pen.save()
      pen.fillStyle = mix(resolvePaint(color, scales.palette), scales.palette.paper, strength)
      pen.beginPath()
      let begun = false
      for (let i = start; i < to; i++) {
        const x = scales.x(points.x(i))
        const y = held(scales.y(points.high(i)))
        if (!(x === x && y === y)) continue
        if (begun) pen.lineTo(x, y)
        else pen.moveTo(x, y)
        begun = true
      }
      for (let i = to - 1; i >= start; i--) {
        const x = scales.x(points.x(i))
        const y = held(scales.y(points.low(i)))
        if (x === x && y === y) pen.lineTo(x, y)
      }
      pen.closePath()
      pen.fill()
      pen.restore()
    },
  }
}
