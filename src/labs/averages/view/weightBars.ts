// The bars of an average: (1 − β)βᵏ back from day t, the bracket of 1/(1 − β) days with the share of weight inside it,
// and the line at 1/e of today's weight.

import { averagedDays, correctedWeightOf, warmUp, weightOf, weightWithin } from '../../../engine/weights.ts'
import { resolvePaint, type Layer, type Overlay } from '../../../plot/index.ts'
import { curvePaint } from './curveLook.ts'

const mostBars = 400

export interface Weights {
  readonly beta: number
  readonly t: number
  readonly correction: boolean
  /** The first day in view. */
  readonly first: number
  /** Days per bar. */
  readonly step: number
  /** From day t backwards. */
  readonly weights: Float64Array
  readonly top: number
  /** The share of the weights so far that lies on the last 1/(1 − β) days. */
  readonly inside: number
}

/** Returns the weight of day t − k in the average of day t, corrected or not. */
export const shownWeight = (beta: number, k: number, t: number, correction: boolean): number =>
  correction ? correctedWeightOf(beta, k, t) : weightOf(beta, k)

/** Returns the weights back from day t, as far as they are visible and days exist. */
export function weightsOf(beta: number, t: number, correction: boolean): Weights {
  const reach = Math.max(10, Math.ceil(averagedDays(beta) * 4.5))
  const days = Math.min(t, reach)
  const step = Math.max(1, Math.ceil(days / mostBars))
  const weights = Float64Array.from({ length: Math.ceil(days / step) }, (_, i) =>
    shownWeight(beta, i * step, t, correction),
  )
  const within = weightWithin(beta, Math.min(averagedDays(beta), t))
  return {
    beta,
    t,
    correction,
    // No day before the first, but at least eight days.
    first: Math.min(Math.max(t - reach, 0), t - 8),
    step,
    weights,
    top: weights[0],
    inside: correction ? Math.min(1, within / warmUp(beta, t)) : within,
  }
}

export function drawWeightMarks(
  over: Overlay,
  { beta, t, top }: Weights,
  curve: number,
  words: { readonly bracket: string; readonly mark: string },
): void {
  const { pen, scales } = over
  const color = resolvePaint(curvePaint(curve), scales.palette)
  const left = Math.max(scales.x(t - averagedDays(beta) + 0.5), -9)
  const right = scales.x(t + 0.5)
  const y = scales.y(top * 1.06)
  const height = scales.y(top / Math.E)
  pen.save()
  pen.strokeStyle = color
  pen.lineWidth = 2 * scales.size
  pen.beginPath()
  pen.moveTo(left, y + 6)
  pen.lineTo(left, y)
  pen.lineTo(right, y)
  pen.lineTo(right, y + 6)
  pen.stroke()
  // 1/e of today's weight is reached near the end of the bracket.
  pen.strokeStyle = scales.palette.ink
  pen.lineWidth = scales.size
  pen.setLineDash([4, 3])
  pen.beginPath()
  pen.moveTo(left - 24, height)
  pen.lineTo(right, height)
  pen.moveTo(left, y)
  pen.lineTo(left, scales.height)
  pen.stroke()
  pen.restore()
  const key = `${beta} ${t}`
  const above = { y, text: words.bracket, color, bold: true, priority: 2, distance: 2 } as const
  if (right - Math.max(0, left) > scales.width / 3)
    over.label({ ...above, key: `bracket ${key}`, x: (Math.max(0, left) + right) / 2, side: 'above' })
  else over.label({ ...above, key: `bracket ${key}`, x: left, side: 'left', distance: 5 })
  const ink = scales.palette.ink
  over.label({
    key: `mark ${key}`,
    x: left - 24,
    y: height,
    text: words.mark,
    color: ink,
    priority: 1,
    side: 'left',
    distance: 3,
  })
}

/** The bars of the weights that `current` returns when drawing. The same object is the same picture. */
export function weightBarsLayer(current: () => Weights, curve: () => number): Layer {
  let seen: Weights | undefined
  let color = -1
  let revision = 0
  return {
    key: 'weights',
    length: () => current().weights.length,
    revision: () => {
      if (current() !== seen || curve() !== color) revision++
      seen = current()
      color = curve()
      return revision
    },
    draw(pen, scales, from, to) {
      const { t, step, weights } = current()
      const width = scales.x(step) - scales.x(0)
      const drawn = width > 4 ? width - 1 : Math.max(width, 0.5)
      pen.save()
      pen.fillStyle = resolvePaint(curvePaint(curve()), scales.palette)
      for (let i = from; i < to; i++) {
        // A bar of several days is centered over them.
        const x = scales.x(t - i * step - (step - 1) / 2)
        const y = scales.y(weights[i])
        if (x > -width) pen.fillRect(x - drawn / 2, y, drawn, scales.height - y)
      }
      pen.restore()
    },
  }
}
