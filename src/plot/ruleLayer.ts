// A line across the plot at one value, with its name: a target, a limit, a true value.

import { resolvePaint, type Layer, type Paint } from './layer.ts'

export interface RuleOptions {
  readonly key: string
  /** At a y value ("horizontal") or at an x value ("vertical"). */
  readonly direction: 'horizontal' | 'vertical'
  /** null: not drawn. */
  readonly at: () => number | null
  readonly label?: () => string
  readonly color?: Paint
  readonly dash?: readonly number[]
}

export function ruleLayer(options: RuleOptions): Layer {
  const { direction, at, label, color = (palette) => palette.muted, dash = [] } = options
  const horizontal = direction === 'horizontal'
  let known: number | null = null
  let moves = 0
  return {
    key: options.key,
    length: () => 1,
    revision: () => {
      const value = at()
      if (value !== known) {
        known = value
        moves++
      }
      return moves
    },
    draw(pen, scales) {
      const value = at()
      if (value === null) return
      const pixel = horizontal ? scales.y(value) : scales.x(value)
      if (!(pixel >= -2 && pixel <= (horizontal ? scales.height : scales.width) + 2)) return
      pen.save()
      pen.strokeStyle = resolvePaint(color, scales.palette)
      pen.lineWidth = scales.size
      pen.setLineDash(dash.map((length) => length * scales.size))
      pen.beginPath()
      pen.moveTo(horizontal ? 0 : pixel, horizontal ? pixel : 0)
      pen.lineTo(horizontal ? scales.width : pixel, horizontal ? pixel : scales.height)
      pen.stroke()
      pen.restore()
    },
    drawOver({ scales, label: place }) {
      const value = at()
      const text = label?.()
      if (value === null || !text) return
      const pixel = horizontal ? scales.y(value) : scales.x(value)
      if (!(pixel >= 0 && pixel <= (horizontal ? scales.height : scales.width))) return
      const paint = resolvePaint(color, scales.palette)
      const distance = 2 * scales.size
      if (horizontal) place({ x: scales.width, y: pixel, text, color: paint, distance, side: 'above-left' })
      else place({ x: pixel, y: 0, text, color: paint, distance, side: 'below-right' })
    },
  }
}
