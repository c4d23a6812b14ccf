// Agreement, not size: three parameters with known gradients, under the rule of a run. Measures how far each moves, in
// units of α.

import type { Convention, RunSpec } from '../../engine/experiment.ts'
import { createMemory, optimizerOf, settingsOf } from '../../engine/optimizers/index.ts'
import { moverOf } from '../../engine/optimizers/mover.ts'

/** The gradients of update t, from 1. */
export const gradientsAt = (t: number): readonly [number, number, number] => {
  const sign = t % 2 === 1 ? 1 : -1
  return [0.1, sign, 0.1 + sign]
}
/** The parameters are named by their gradients. */
export const names = ['0.1, 0.1, 0.1, …', '1, −1, 1, …', '1.1, −0.9, 1.1, …'] as const

/** Returns how far each parameter has moved downhill after 0, 1, … steps, in units of α. */
export function distances(
  run: Omit<RunSpec, 'decay'>,
  convention: Convention,
  steps: number,
): readonly Float64Array[] {
  const optimizer = optimizerOf(run)
  const w = new Float64Array(names.length)
  const dW = new Float64Array(names.length)
  const mover = moverOf(
    optimizer,
    run,
    w,
    dW,
    createMemory(optimizer, names.length),
    settingsOf(run, convention),
  )
  const moved = names.map(() => new Float64Array(steps + 1))
  for (let t = 1; t <= steps; t++) {
    dW.set(gradientsAt(t))
    // With α = 1 the distance is in units of α.
    mover.step(1, t, t - 1, NaN)
    moved.forEach((one, i) => (one[t] = -w[i]))
  }
  return moved
}
