// Bars from a base line: weights of an average, counts.

import { resolvePaint, type Layer, type Paint, type Points } from './layer.ts'

export interface BarsOptions {
  readonly key: string
  readonly points: Points
  /** Width in data units (linear x), of which a small gap is left free. */
  readonly width?: number
  readonly base?: number
  readonly color: Paint
  /** Another colour for one bar; undefined keeps `color`. */
  readonly colorOf?: (index: number) => Paint | undefined
}

export function barsLayer(options: BarsOptions): Layer {
  const { points, width = 1, base = 0, color, colorOf } = options
  return {
    key: options.key,
    length: () => points.length(),
    revision: () => points.revision(),
    draw(pen, scales, from, to) {
      const full = Math.abs(scales.x(scales.xDomain[0] + width) - scales.x(scales.xDomain[0]))
      const drawn = full > 4 ? full - 1 : Math.max(full, 0.5)
      const floor = Math.min(scales.y(base) || scales.height, 2 * scales.height)
      pen.save()
      for (let i = from; i < to; i++) {
        const x = scales.x(points.x(i))
        const top = Math.min(Math.max(scales.y(points.y(i)), -scales.height), 2 * scales.height)
        if (!(x > -full && x < scales.width + full && top === top)) continue
        pen.fillStyle = resolvePaint(colorOf?.(i) ?? color, scales.palette)
        pen.fillRect(x - drawn / 2, Math.min(top, floor), drawn, Math.abs(floor - top))
      }
      pen.restore()
    },
  }
}
