// The α above which a run on a constant Hessian leaves, by theory. λ and the sources, [N] and the others, are those of
// theory.ts. In a file of its own: the page says it at the first picture.

import type { Convention } from './experiment.ts'

/** Gradient descent leaves as soon as α > 2/λmax. [N] */
export const gdLimit = (largest: number): number => 2 / largest

/** The classic α as that of a convention. */
export const fromClassic = (alpha: number, beta: number, convention: Convention): number =>
  convention === 'course' ? alpha / (1 - beta) : alpha

/** Momentum leaves as soon as classic α > 2(1 + β)/λmax, course α > 2(1 + β)/((1 − β)λmax). [P, G] */
export const momentumLimit = (largest: number, beta: number, convention: Convention): number =>
  fromClassic((2 * (1 + beta)) / largest, beta, convention)

/**
 * Nesterov's form leaves as soon as classic α > 2(1 + β)/((1 + 2β)λmax): Jury's criterion on its characteristic
 * polynomial z² − (1 + β)(1 − αλ)z + β(1 − αλ) [L].
 */
export const nesterovLimit = (largest: number, beta: number, convention: Convention): number =>
  fromClassic((2 * (1 + beta)) / ((1 + 2 * beta) * largest), beta, convention)
