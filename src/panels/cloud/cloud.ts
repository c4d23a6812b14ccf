// The cloud of last steps around the minimum: its measured spread along each curvature direction, and the theory of
// plain gradient descent at constant α: √(ασ²/(λ(2 − αλ)B)) for independent draws, and a smaller value if every example
// is used once per epoch (engine/theory.ts). σ is the standard deviation of one example's gradient along the direction.

import { optimizers } from '../../engine/optimizers/index.ts'
import type { BowlSpec, DescentExperiment, QuadraticSpec } from '../../engine/experiment.ts'
import { column } from '../../engine/row.ts'
import { cloudOfEpochs, cloudOfIndependentDraws } from '../../engine/theory.ts'
import type { Trace } from '../../state/traces.ts'
import { middleOf } from '../start.ts'

/** The number of points in a cloud. */
export const cloudPoints = 2000

export interface Cloud {
  /** The first and the last row of the points. */
  readonly from: number
  readonly to: number
  /** Root mean squared distance from the minimum. */
  readonly radius: number
  /** The same along each curvature direction. */
  readonly along: readonly [number, number]
}

/** Returns the unit vectors of the two curvatures. */
export function directionsOf({ angle }: BowlSpec | QuadraticSpec): readonly (readonly [number, number])[] {
  const by = (angle * Math.PI) / 180
  return [
    [Math.cos(by), Math.sin(by)],
    [-Math.sin(by), Math.cos(by)],
  ]
}

/** Returns the cloud of the last points up to a row, or undefined if there are too few. */
export function cloudOf(
  trace: Pick<Trace, 'rows' | 'width' | 'length' | 'dimension'>,
  row: number,
  spec: BowlSpec | QuadraticSpec,
): Cloud | undefined {
  const from = row - cloudPoints + 1
  if (from < 0 || trace.dimension !== 2) return undefined
  const [w, b] = middleOf(spec)
  const [first, second] = directionsOf(spec)
  let along = 0
  let across = 0
  for (let i = from; i <= row; i++) {
    const x = trace.rows[i * trace.width + column.theta] - w
    const y = trace.rows[i * trace.width + column.theta + 1] - b
    along += (x * first[0] + y * first[1]) ** 2
    across += (x * second[0] + y * second[1]) ** 2
  }
  const count = row - from + 1
  return {
    from,
    to: row,
    radius: Math.sqrt((along + across) / count),
    along: [Math.sqrt(along / count), Math.sqrt(across / count)],
  }
}

export interface CloudTheory {
  readonly lambda: number
  readonly independent: number
  /** NaN if B does not divide m. */
  readonly epochs: number
}

/** Returns the theoretical values along each direction, or undefined where the theory does not apply. */
export function theoryOf(experiment: DescentExperiment, run: number): readonly CloudTheory[] | undefined {
  const { objective: spec, runs } = experiment
  if (spec.kind !== 'bowl' && spec.kind !== 'quadratic') return undefined
  const { optimizer, alpha, decay, batchSize = experiment.batchSize } = runs[run]
  if (optimizers[optimizer].traits.linear !== 'plain' || decay.kind !== 'none') return undefined
  // Wrong labels move the minimum.
  if (spec.kind === 'bowl' && spec.mislabelled > 0) return undefined
  const B = batchSize === 'all' ? spec.m : batchSize
  return spec.curvature.map((curvature) => {
    const lambda = curvature * spec.scale
    // A tilt is not scaled. A residual n multiplies the input x, whose mean square is the curvature.
    const sigma = spec.kind === 'quadratic' ? spec.noise : spec.scale * spec.labelNoise * Math.sqrt(curvature)
    return {
      lambda,
      independent: cloudOfIndependentDraws(alpha, lambda, sigma, B),
      epochs: experiment.reshuffle ? cloudOfEpochs(alpha, lambda, sigma, B, spec.m) : NaN,
    }
  })
}
