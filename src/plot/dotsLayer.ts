// Unconnected points: examples by class, raw days, a cloud of last steps.

import { isOpenMarker, markerOutline } from './glyphs.ts'
import { resolvePaint, type Layer, type Paint, type Points } from './layer.ts'
import type { Marker } from './palette.ts'

export interface DotClass {
  readonly color: Paint
  readonly marker?: Marker
}

export interface DotsOptions {
  readonly key: string
  readonly points: Points
  readonly classes: readonly DotClass[]
  /** Index into `classes`. Absent: all belong to the first. */
  readonly classOf?: (index: number) => number
  /** Pixels at size 1. */
  readonly radius?: number
  readonly opacity?: number
}

export function dotsLayer(options: DotsOptions): Layer {
  const { points, classes, classOf = () => 0, radius = 2, opacity = 1 } = options
  return {
    key: options.key,
    length: () => points.length(),
    revision: () => points.revision(),
    draw(pen, scales, from, to) {
      const r = radius * scales.size
      const far = 4 * r
      pen.save()
      pen.globalAlpha = opacity
      pen.lineWidth = Math.max(1, 0.35 * r)
      classes.forEach(({ color, marker = 'circle' }, index) => {
        pen.beginPath()
        for (let i = from; i < to; i++) {
          if (classOf(i) !== index) continue
          const x = scales.x(points.x(i))
          const y = scales.y(points.y(i))
          if (x > -far && x < scales.width + far && y > -far && y < scales.height + far)
            markerOutline(pen, marker, x, y, r)
        }
        const paint = resolvePaint(color, scales.palette)
        if (isOpenMarker(marker)) {
          pen.strokeStyle = paint
          pen.stroke()
        } else {
          pen.fillStyle = paint
          pen.fill()
        }
      })
      pen.restore()
    },
  }
}
