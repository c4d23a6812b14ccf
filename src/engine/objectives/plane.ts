// What an objective with two parameters offers the page besides its costs: the landscape, with J as a function of two
// numbers, and the examples behind it.

import type { Landscape, Objective } from './objective.ts'

export interface PlaneLandscape extends Landscape {
  /** J(x, y) over all m examples, in time independent of m, for pictures. */
  value(x: number, y: number): number
}

/** The training set in columns: x[j][i] is component j of example i, y[i] its label. */
export interface ExampleColumns {
  readonly x: readonly Float64Array[]
  readonly y: Float64Array
  /** 1 where the label's sign was reversed. Absent if unknown. */
  readonly mislabelled?: Uint8Array
}

/** An objective and what views may show of it. `landscape` is present if there are two parameters and a formula. */
export interface KnownObjective extends Objective {
  readonly landscape?: PlaneLandscape
  readonly data?: ExampleColumns
}

/** Turns J(θ) into a function of two numbers. */
export function valueOf(cost: (w: Float64Array) => number): (x: number, y: number) => number {
  const w = new Float64Array(2)
  return (x, y) => {
    w[0] = x
    w[1] = y
    return cost(w)
  }
}
