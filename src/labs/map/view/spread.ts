// How widely a run with noisy gradients stays spread around the minimum, along the flat and the steep direction: the
// theory of plain gradient descent at constant α (panels/cloud/cloud.ts), and the run at the current setting.

import type { DescentExperiment } from '../../../engine/experiment.ts'
import { pathOf } from '../settings.ts'
import { directionsOf, theoryOf } from '../../../panels/cloud/cloud.ts'
import { middleOf } from '../../../panels/start.ts'

/** Along λmin, along λmax. */
export type Spread = readonly [flat: number, steep: number]

/**
 * Returns undefined where the theory does not apply. If B divides m, the smaller value of epochs, else that of
 * independent draws.
 */
export function predictedSpread(base: DescentExperiment): Spread | undefined {
  const [first, second] = theoryOf(base, 0)?.toSorted((a, b) => a.lambda - b.lambda) ?? []
  if (!first) return undefined
  const told = ({ epochs, independent }: typeof first): number =>
    Number.isNaN(epochs) ? independent : epochs
  return [told(first), told(second)]
}

/**
 * Returns root mean squared distances from the minimum over the last half of the run, or undefined if there is no
 * single minimum.
 */
export function measuredSpread(base: DescentExperiment): Spread | undefined {
  const { objective: spec } = base
  if (spec.kind !== 'bowl' && spec.kind !== 'quadratic') return undefined
  const path = pathOf(base)
  const [w, b] = middleOf(spec)
  const points = path.length / 2
  const from = Math.floor(points / 2)
  const [first, second] = directionsOf(spec).map(([a, c]) => {
    let sum = 0
    for (let i = from; i < points; i++) sum += ((path[2 * i] - w) * a + (path[2 * i + 1] - b) * c) ** 2
    return Math.sqrt(sum / (points - from))
  })
  if (!Number.isFinite(first + second)) return undefined
  return spec.curvature[0] <= spec.curvature[1] ? [first, second] : [second, first]
}
