// One look for life: an optimizer has its color, its dash and its marker in every picture, whichever place its run has in
// the race. Several runs of one optimizer are shades of its color.

import { shadeOf } from '../plot/index.ts'

/** The looks by optimizer; what is not listed, a rule of one's own, has the last. */
const looks: Readonly<Record<string, number>> = {
  gd: 0,
  momentum: 1,
  rmsprop: 2,
  adam: 3,
  nesterov: 4,
  adagrad: 5,
  adadelta: 6,
  amsgrad: 7,
  adamax: 8,
  nadam: 9,
  adamw: 10,
  lion: 11,
}
export const ownRule = 12

export const lookOf = (optimizer: string): number => looks[optimizer] ?? ownRule

/** The nth run of an optimizer has its nth shade. */
export function looksOfRuns(runs: readonly { readonly optimizer: string }[]): number[] {
  return runs.map(({ optimizer }, i) => {
    const before = runs.slice(0, i).filter((run) => run.optimizer === optimizer).length
    return shadeOf(lookOf(optimizer), before)
  })
}
