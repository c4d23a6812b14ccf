// Classifies a point of a surface by its gradient and Hessian: the two curvatures λ (eigenvalues) with their
// directions, and one word. A zero gradient is not enough for a minimum: both curvatures must be positive.

import type { ObjectiveSpec } from '../../engine/experiment.ts'
import { createObjective } from '../../engine/objectives/create.ts'
import type { PlaneLandscape } from '../../engine/objectives/plane.ts'
import { eigenvaluesOf } from '../../engine/theory.ts'

export type PlaceKind = 'minimum' | 'saddle' | 'maximum' | 'plateau' | 'slope'
export type Bend = 'up' | 'down' | 'flat'

export interface Curvature {
  readonly lambda: number
  /** The unit vector along which J has this curvature. */
  readonly direction: readonly [number, number]
  readonly bend: Bend
}

export interface Place {
  readonly at: readonly [number, number]
  readonly kind: PlaceKind
  /** |∇J| */
  readonly gradient: number
  /** The larger curvature first. */
  readonly curvatures: readonly [Curvature, Curvature]
}

/** Below these a slope and a curvature count as flat, in units of J per unit and per squared unit of θ. */
const flatSlope = 0.1
const flatBend = 0.1

/** Returns J as a landscape without its noise, or undefined if θ has more than two components. */
export function landscapeOf(objective: ObjectiveSpec, seed: number): PlaneLandscape | undefined {
  if (objective.kind === 'network') return undefined
  const plain = 'noise' in objective ? { ...objective, m: 2, noise: 0 } : objective
  return createObjective(plain, seed).landscape
}

const bendOf = (lambda: number): Bend => (Math.abs(lambda) < flatBend ? 'flat' : lambda > 0 ? 'up' : 'down')

function kindOf(gradient: number, [first, second]: readonly [Bend, Bend]): PlaceKind {
  if (gradient >= flatSlope) return 'slope'
  if (first === 'flat' || second === 'flat') return 'plateau'
  if (first !== second) return 'saddle'
  return first === 'up' ? 'minimum' : 'maximum'
}

export function placeAt(landscape: PlaneLandscape, at: readonly [number, number]): Place {
  const w = Float64Array.from(at)
  const slope = new Float64Array(2)
  const hessian = new Float64Array(3)
  landscape.gradient(w, slope)
  landscape.hessian(w, hessian)
  const [a, b, c] = hessian
  const [least, largest] = eigenvaluesOf(a, b, c)
  // The principal axis of a symmetric matrix. The second direction is orthogonal to it.
  const angle = b === 0 ? (a >= c ? 0 : Math.PI / 2) : Math.atan2(2 * b, a - c) / 2
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  const gradient = Math.hypot(slope[0], slope[1])
  return {
    at,
    gradient,
    kind: kindOf(gradient, [bendOf(largest), bendOf(least)]),
    curvatures: [
      { lambda: largest, direction: [x, y], bend: bendOf(largest) },
      { lambda: least, direction: [-y, x], bend: bendOf(least) },
    ],
  }
}

/** Returns J − J(point) along a direction, `distance` away. */
export function alongDirection(
  landscape: PlaneLandscape,
  { at }: Place,
  { direction }: Curvature,
  distance: number,
): number {
  const [x, y] = at
  return landscape.value(x + distance * direction[0], y + distance * direction[1]) - landscape.value(x, y)
}
