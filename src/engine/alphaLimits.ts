// The α above which a run on a constant Hessian diverges, in theory. theory.ts explains the symbols and the sources
// [N], [P], [G] and [L]. A separate file, because the page needs these limits for its first picture.

import type { Convention } from './experiment.ts'

/** Gradient descent diverges for α > 2/λmax. [N] */
export const gdLimit = (largest: number): number => 2 / largest

/** Converts a classic α to the given convention. */
export const fromClassic = (alpha: number, beta: number, convention: Convention): number =>
  convention === 'course' ? alpha / (1 - beta) : alpha

/** Momentum diverges for classic α > 2(1 + β)/λmax, course α > 2(1 + β)/((1 − β)λmax). [P, G] */
export const momentumLimit = (largest: number, beta: number, convention: Convention): number =>
  fromClassic((2 * (1 + beta)) / largest, beta, convention)

/**
 * Nesterov's form diverges for classic α > 2(1 + β)/((1 + 2β)λmax), by Jury's criterion on its characteristic
 * polynomial z² − (1 + β)(1 − αλ)z + β(1 − αλ). [L]
 */
export const nesterovLimit = (largest: number, beta: number, convention: Convention): number =>
  fromClassic((2 * (1 + beta)) / ((1 + 2 * beta) * largest), beta, convention)
