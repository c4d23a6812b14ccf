// The interface of a surface: J(x, y) given by a formula, with its exact gradient and Hessian. x and y are θ₀ and θ₁,
// called w and b in lessons. One file per surface. A new one needs a file and a line in index.ts.

import type { Formula } from '../formula.ts'
import type { SurfaceSource } from '../language/surfaceProgram.ts'
import type { NoValue } from '../noValue.ts'
import type { Words } from '../words.ts'

export type Point = readonly [number, number]

export interface Surface {
  /** Its texts in the language of doc/rule.md, and the values of their constants. */
  readonly source: SurfaceSource
  readonly constants: readonly number[]
  /** Set if J is not a number, or above 1e100, wherever a coordinate is not finite. */
  readonly walled?: boolean
  /** θ₀ if the experiment sets none, chosen to make the picture instructive. */
  readonly start: Point
  /** The map's initial view: [x from, x to, y from, y to]. */
  readonly view: readonly [number, number, number, number]
  /** Local minima, each with a positive definite Hessian, never a saddle. Empty if unknown. */
  readonly minima: readonly Point[]
  readonly saddles: readonly Point[]
  value(x: number, y: number): number
  /** Writes ∂J/∂x, ∂J/∂y. */
  gradient(x: number, y: number, out: Float64Array): void
  /** Returns J at w = [x, y] and writes its gradient to dW, with the bits of the functions above. */
  both(w: Float64Array, dW: Float64Array): number
  /** Writes ∂²J/∂x², ∂²J/∂x∂y, ∂²J/∂y². */
  hessian(x: number, y: number, out: Float64Array): void
  /** Returns why J has no value or no gradient at a point. Absent if the formula is defined everywhere. */
  lacks?(x: number, y: number): NoValue | undefined
  /** The eigenvalues of a constant Hessian, ascending. */
  readonly eigenvalues?: Point
}

/** What menus and help show for a surface. Its symbols are x, y or theta0, theta1, lambda1, lambda2, phi. */
export interface SurfaceWords {
  readonly label: Words
  readonly help: Words
  readonly formula: readonly Formula[]
  /** The course's surfaces come first in the menu. The others are under "More". */
  readonly featured?: true
}

export interface PlainSurface extends Surface, SurfaceWords {
  /**
   * The α at which rules whose α multiplies the gradient descend from `start`, if the optimizer's default is too large:
   * without memory, and along an average.
   */
  readonly alpha?: { readonly plain: number; readonly averaged: number }
}
