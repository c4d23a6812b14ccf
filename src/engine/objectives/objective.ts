// What is minimised: J over m examples, and J^{t} over a batch of them with its gradient. Surfaces given by a formula,
// least squares and the network are each one.

/** A mini-batch X^{t}: `count` example numbers from `from` on in `examples`, ascending; `whole` when it is all m. */
export interface Batch {
  readonly examples: Uint32Array
  readonly from: number
  readonly count: number
  readonly whole: boolean
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
