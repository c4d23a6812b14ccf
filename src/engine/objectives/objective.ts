// What is minimized: J over m examples, and J^{t} over a batch of them with its gradient. Surfaces given by a formula,
// least squares and the network are each one.

import type { RowHash } from '../hash.ts'
import type { SurfaceSource } from '../language/surfaceProgram.ts'
import type { NoValue } from '../noValue.ts'
import type { Settings } from '../optimizers/optimizer.ts'

/**
 * A mini-batch X^{t}: `count` example numbers from `from` on in `examples`, ascending; `whole` when it is
 * all m, which no list then names.
 */
export interface Batch {
  readonly examples: Uint32Array
  readonly from: number
  readonly count: number
  readonly whole: boolean
}

/** A long evaluation in pieces, so that a worker can answer in between. However it is cut, the bits are the same. */
export interface Pass {
  /** How many examples it reads, and how many it has read. */
  readonly examples: number
  readonly done: number
  /** Reads about `examples` more; true when all are read. */
  advance(examples: number): boolean
  /** J^{t}, once all are read; writes the gradient where one is wanted. */
  finish(): number
}

/** A run between two steps, as a `Descent` takes it up and leaves it. */
export interface Stride {
  readonly optimizer: string
  readonly settings: Settings
  /** [θ, dW, slots]. */
  readonly state: Float64Array
  /** The rule's running numbers, in their order. */
  readonly running: readonly Float64Array[]
  readonly width: number
  readonly hash: RowHash | undefined
  readonly batchSize: number
  /** Steps done; epoch and α of those that come. */
  step: number
  epoch: number
  alpha: number
  /** The step after those that have rows led out of the numbers. */
  diverged: boolean
}

/** Many steps at once, where the objective can: the rows, the state and the hash are those of step by step. */
export interface Descent {
  /**
   * Does up to `count` steps, all of one epoch, without J, on the batches that lie one after the other in `batch.examples`
   * from `batch.from` on; writes their rows from number `at` on and returns how many: 0 where it leaves them to the caller.
   */
  advance(stride: Stride, batch: Batch, count: number, rows: Float64Array, at: number): number
}

export interface Objective {
  /** The number of parameters θ. */
  readonly dimension: number
  /** m. */
  readonly examples: number
  /** θ₀ unless the experiment names another. */
  readonly start: Float64Array
  /** The full cost J(θ) over all m examples. */
  cost(w: Float64Array): number
  /** J^{t}(θ) over a batch; writes its gradient to dW (length `dimension`). With `whole`, to the bit `cost(w)`. */
  batchCost(w: Float64Array, batch: Batch, dW: Float64Array): number
  /**
   * The same as `batchCost`, or without dW as `cost`, in pieces: for objectives whose m can make one evaluation take
   * long. Takes w at once, reads the batch's list as it goes on; several passes may be under way side by side.
   */
  pass?(w: Float64Array, batch: Batch | undefined, dW: Float64Array | undefined): Pass
  /** Why J has no value or no gradient at θ, where it is not defined everywhere. */
  lacks?(w: Float64Array): NoValue | undefined
  /** For compiled loops, where θ has two parameters and J a formula. */
  readonly plane?: Plane
  /** For rules that the objective can follow by itself. */
  descent?(stride: Stride): Descent | undefined
}

/** What a compiled loop needs of an objective of two parameters. */
export interface Plane {
  readonly source: SurfaceSource
  readonly constants: readonly number[]
  readonly walled: boolean
  /** Multiplies J. */
  readonly scale: number
  /** What a batch of B < m is: the surface itself, the surface tilted, or least squares over its examples. */
  readonly batches: 'alike' | 'tilted' | 'examples'
  readonly noise: number
  /** Tilts along x and y, or x₀, x₁ and y of the examples. */
  readonly columns: readonly Float64Array[]
}

/** What the page may know of an objective of two parameters beyond its costs. */
export interface Landscape {
  readonly minima: readonly (readonly [number, number])[]
  readonly saddles: readonly (readonly [number, number])[]
  /** Writes ∂²J/∂x², ∂²J/∂x∂y, ∂²J/∂y². */
  hessian(w: Float64Array, out: Float64Array): void
  /** The full gradient of J. */
  gradient(w: Float64Array, out: Float64Array): void
  /** The eigenvalues of a constant Hessian, ascending; absent where it is not constant. */
  readonly eigenvalues?: readonly [number, number]
  /** Where the map opens before any path is known: [x from, x to, y from, y to]. */
  readonly view: readonly [number, number, number, number]
}
