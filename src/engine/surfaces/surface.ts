// A surface: J(x, y) given by a formula, with its exact gradient and Hessian. x and y are θ₀ and θ₁, which a lesson
// calls w and b. One file a surface; a new one is a file and a line in index.ts.

import type { Formula } from '../formula.ts'
import type { SurfaceSource } from '../language/surfaceProgram.ts'
import type { NoValue } from '../noValue.ts'
import type { Words } from '../words.ts'

export type Point = readonly [number, number]

export interface Surface {
  /** Its texts in the language of doc/rule.md, and the numbers of the constants in them. */
  readonly source: SurfaceSource
  readonly constants: readonly number[]
  /** J is no number, or above 1e100, wherever a coordinate is not finite. */
  readonly walled?: boolean
  /** θ₀ unless the experiment names another: chosen so that the picture teaches. */
  readonly start: Point
  /** Where the map opens: [x from, x to, y from, y to]. */
  readonly view: readonly [number, number, number, number]
  /** Local minima, each with a positive definite Hessian; never a saddle. Empty where they are not known. */
  readonly minima: readonly Point[]
  readonly saddles: readonly Point[]
  value(x: number, y: number): number
  /** Writes ∂J/∂x, ∂J/∂y. */
  gradient(x: number, y: number, out: Float64Array): void
  /** J at w = [x, y], its gradient in dW, to the bit as above. */
  both(w: Float64Array, dW: Float64Array): number
  /** Writes ∂²J/∂x², ∂²J/∂x∂y, ∂²J/∂y². */
  hessian(x: number, y: number, out: Float64Array): void
  /** Why J has no value or no gradient at a point, where the formula is not defined everywhere. */
  lacks?(x: number, y: number): NoValue | undefined
  /** The eigenvalues of the Hessian where it is constant, ascending. */
  readonly eigenvalues?: Point
}

/** What menus and help say of a surface; its symbols are x, y or theta0, theta1, lambda1, lambda2, phi. */
export interface SurfaceWords {
  readonly label: Words
  readonly help: Words
  readonly formula: readonly Formula[]
  readonly citation: string
  /** The week's surfaces come first in the menu; the rest stand under "More". */
  readonly week: boolean
}

export interface PlainSurface extends Surface, SurfaceWords {
  /**
   * α at which the rules whose α multiplies the gradient descend from `start`, where the optimizer's own is too large: without
   * memory, and along an average.
   */
  readonly alpha?: { readonly plain: number; readonly averaged: number }
}
