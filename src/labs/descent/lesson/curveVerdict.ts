// The sentence for a curve that was drawn: near the truth, above it, below it, or neither.

import type { Words } from '../../../engine/words.ts'
import type { CurvePrediction } from '../../../course/tasks.ts'

/** `drawn` and `truth` are log₁₀ J step by step from 0; NaN where nothing was drawn or computed. */
export function curveVerdict(
  { tolerance, near, far, features = {} }: Pick<CurvePrediction, 'tolerance' | 'near' | 'far' | 'features'>,
  drawn: readonly number[],
  truth: readonly number[],
): Words {
  const gaps = drawn.map((power, step) => power - truth[step]).filter((gap) => !Number.isNaN(gap))
  const mean = (of: (gap: number) => number): number =>
    gaps.reduce((sum, gap) => sum + of(gap), 0) / Math.max(1, gaps.length)
  if (mean(Math.abs) <= tolerance) return near
  const lean = mean((gap) => gap)
  if (lean > tolerance) return features.above ?? far
  return (lean < -tolerance ? features.below : undefined) ?? far
}
