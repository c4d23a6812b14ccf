// What an objective of two parameters gives the page beside its costs: the landscape with J as a function of two
// numbers, and the examples it was made from.

import type { Landscape, Objective } from './objective.ts'

export interface PlaneLandscape extends Landscape {
  /** J(x, y) over all m examples, in a time that does not grow with m: for pictures. */
  value(x: number, y: number): number
}

/** The training set in columns: x[j][i] is component j of example i, y[i] its label. */
export interface ExampleColumns {
  readonly x: readonly Float64Array[]
  readonly y: Float64Array
  /** 1 where the label's sign was reversed; absent where nobody knows. */
  readonly mislabelled?: Uint8Array
}

/** An objective with what views may know of it: `landscape` exactly where there are two parameters and a formula. */
export interface KnownObjective extends Objective {
  readonly landscape?: PlaneLandscape
  readonly data?: ExampleColumns
}

/** J as a function of two numbers, from one of θ. */
export function valueOf(cost: (w: Float64Array) => number): (x: number, y: number) => number {
  const w = new Float64Array(2)
  return (x, y) => {
    w[0] = x
    w[1] = y
    return cost(w)
  }
}
