// A solved exercise in the playground: the learner's rule in a race with the built-in one.

import type { ExerciseKey } from '../../engine/language/mistakes.ts'
import { entry, join } from '../../document/link/syntax.ts'

/** The built-in run that a solved rule races against in the playground, and the α of both. */
const rivals: Readonly<Record<ExerciseKey, { readonly alpha: number; readonly run: string }>> = {
  momentum: { alpha: 0.05, run: 'momentum,alpha:0.05' },
  biasCorrection: { alpha: 0.05, run: 'momentum,alpha:0.05,biasCorrection:true' },
  rmsprop: { alpha: 0.1, run: 'rmsprop,alpha:0.1' },
  adam: { alpha: 0.1, run: 'adam,alpha:0.1' },
}

/** Returns a link to the playground with a learner's rule and the built-in one. */
export function raceOf(exercise: ExerciseKey, source: string): string {
  const { alpha, run } = rivals[exercise]
  const parameters = [
    ['run', `rule,alpha:${alpha},rule:${entry(source)}`],
    ['run', run],
  ] as const
  return `#/playground?${join(parameters)}`
}
