// Fixed looks: an optimizer has its color, dash and marker in every picture, whatever its run's position in the race.
// Several runs of one optimizer are shades of its color.

import type { OptimizerKey } from '../engine/optimizers/index.ts'
import { shadeOf } from '../plot/index.ts'

/** The looks by optimizer, all different. */
const looks: Readonly<Record<OptimizerKey, number>> = {
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
  rule: 12,
}
/** The look of a custom rule, and of anything that is not an optimizer. */
export const ownRule = looks.rule

export const lookOf = (optimizer: string): number =>
  Object.hasOwn(looks, optimizer) ? looks[optimizer as OptimizerKey] : ownRule

/** The nth run of an optimizer has its nth shade. */
export function looksOfRuns(runs: readonly { readonly optimizer: string }[]): number[] {
  return runs.map(({ optimizer }, i) => {
    const before = runs.slice(0, i).filter((run) => run.optimizer === optimizer).length
    return shadeOf(lookOf(optimizer), before)
  })
}
