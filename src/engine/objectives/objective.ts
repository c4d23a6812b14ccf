// The interface of what is minimized: J over m examples, and J^{t} over a batch with its gradient. Surfaces given by a
// formula, least squares and the network implement it.

import type { RowHash } from '../hash.ts'
import type { SurfaceSource } from '../language/surfaceProgram.ts'
import type { NoValue } from '../noValue.ts'
import type { Settings } from '../optimizers/optimizer.ts'

/**
 * A mini-batch X^{t}: `count` ascending example indices in `examples`, starting at `from`. If `whole`, it is all m
 * examples and no list is needed.
 */
export interface Batch {
  readonly examples: Uint32Array
  readonly from: number
  readonly count: number
  readonly whole: boolean
}

/** A long evaluation in pieces, so a worker can reply in between. The bits do not depend on the cuts. */
export interface Pass {
  /** The number of examples to read, and the number read so far. */
  readonly examples: number
  readonly done: number
  /** Reads about `examples` more. Returns true when all are read. */
  advance(examples: number): boolean
  /** Returns J^{t} once all examples are read, and writes the gradient if requested. */
  finish(): number
}

/** The state of a run between two steps, as a `Descent` receives and leaves it. */
export interface Stride {
  readonly optimizer: string
  readonly settings: Settings
  /** [θ, dW, slots]. */
  readonly state: Float64Array
  /** The rule's running numbers, in declaration order. */
  readonly running: readonly Float64Array[]
  readonly width: number
  readonly hash: RowHash | undefined
  readonly batchSize: number
  /** Steps done so far, then epoch and α of the coming steps. */
  step: number
  epoch: number
  alpha: number
  /** Set if the step after the written rows left the finite numbers. */
  diverged: boolean
}

/** Runs many steps at once, if the objective supports it. Rows, state and hash equal those of single steps. */
export interface Descent {
  /**
   * Runs up to `count` steps of one epoch, without J, on consecutive batches in `batch.examples` from `batch.from`.
   * Writes their rows from index `at` and returns how many. 0 leaves the steps to the caller.
   */
  advance(stride: Stride, batch: Batch, count: number, rows: Float64Array, at: number): number
}

export interface Objective {
  /** The number of parameters θ. */
  readonly dimension: number
  /** m. */
  readonly examples: number
  /** θ₀ if the experiment sets none. */
  readonly start: Float64Array
  /** Returns the full cost J(θ) over all m examples. */
  cost(w: Float64Array): number
  /**
   * Returns J^{t}(θ) over a batch and writes its gradient to dW (length `dimension`). With `whole` it equals `cost(w)`
   * to the bit.
   */
  batchCost(w: Float64Array, batch: Batch, dW: Float64Array): number
  /**
   * `batchCost`, or `cost` without dW, in pieces, for objectives with a large m. Copies w at once and reads the batch's
   * list as it proceeds. Several passes may run side by side.
   */
  pass?(w: Float64Array, batch: Batch | undefined, dW: Float64Array | undefined): Pass
  /** Returns why J has no value or no gradient at θ. Absent if J is defined everywhere. */
  lacks?(w: Float64Array): NoValue | undefined
  /** For compiled loops. Present if θ has two parameters and J has a formula. */
  readonly plane?: Plane
  /** Returns undefined for rules that the objective cannot run itself. */
  descent?(stride: Stride): Descent | undefined
}

/** What a compiled loop needs from an objective with two parameters. */
export interface Plane {
  readonly source: SurfaceSource
  readonly constants: readonly number[]
  readonly walled: boolean
  /** Factor of J. */
  readonly scale: number
  /** What a batch of B < m is: the surface itself, the surface tilted, or least squares over its examples. */
  readonly batches: 'alike' | 'tilted' | 'examples'
  readonly noise: number
  /** Tilts along x and y, or x₀, x₁ and y of the examples. */
  readonly columns: readonly Float64Array[]
}

/** What the page knows about an objective with two parameters besides its costs. */
export interface Landscape {
  readonly minima: readonly (readonly [number, number])[]
  readonly saddles: readonly (readonly [number, number])[]
  /** Writes ∂²J/∂x², ∂²J/∂x∂y, ∂²J/∂y². */
  hessian(w: Float64Array, out: Float64Array): void
  /** Writes the full gradient of J. */
  gradient(w: Float64Array, out: Float64Array): void
  /** Eigenvalues of a constant Hessian, ascending. Absent if it varies. */
  readonly eigenvalues?: readonly [number, number]
  /** The initial view, before any path is known: [x from, x to, y from, y to]. */
  readonly view: readonly [number, number, number, number]
}
