// How far a run with noisy gradients stays spread about the minimum, along the flat and the steep direction: what theory
// says of plain gradient descent at constant α (panels/cloud/cloud.ts), and what the run at the present setting did.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { pathOf } from '../../state/mapSettings.ts'
import { directionsOf, theoryOf } from '../cloud/cloud.ts'
import { middleOf } from '../start.ts'

/** Along λmin, along λmax. */
export type Spread = readonly [flat: number, steep: number]

/** Undefined where the rule does not hold. Where B divides m the smaller value of epochs, else that of independent draws. */
export function predictedSpread(base: DescentExperiment): Spread | undefined {
  const [first, second] = theoryOf(base, 0)?.toSorted((a, b) => a.lambda - b.lambda) ?? []
  if (!first) return undefined
  const told = ({ epochs, independent }: typeof first): number =>
    Number.isNaN(epochs) ? independent : epochs
  return [told(first), told(second)]
}

/** Root mean square distances from the minimum over the last half of the run; undefined where there is no one minimum. */
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
