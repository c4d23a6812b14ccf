// The sum of all α to come, "the distance left in the tank". On a bowl of curvature λ the fraction of the distance that
// remains after all of them is Π(1 − αλ) ≤ e^(−λ Σα), so a schedule with a finite sum never arrives, however long it is
// trained.

import type { DecaySpec } from '../../engine/experiment.ts'
import { alphaAt } from '../../engine/schedules/index.ts'

export interface Tank {
  /** Σ α over all steps from here on. Infinity if it diverges. */
  readonly sum: number
  /** Π |1 − αλ| over them: the fraction of the distance that remains forever. */
  readonly share: number
}

/** Whether Σ α grows without bound: α stays above a floor, or falls no faster than 1/e. */
export function isEndless(alpha0: number, decay: DecaySpec): boolean {
  switch (decay.kind) {
    case 'none':
    case 'inverse':
    case 'inverseSqrt':
    case 'warmup':
      return true
    case 'exponential':
      return decay.base === 1
    case 'staircase':
      return decay.factor === 1
    case 'manual':
      return (decay.points.at(-1)?.[1] ?? alpha0) > 0
    case 'cosine':
    case 'oneCycle':
      return decay.floor > 0
  }
}

const longest = 100_000

/** From step `step` (from 0) on, along a direction of curvature λ. */
export function tankOf(alpha0: number, decay: DecaySpec, lambda: number, stepsPerEpoch = 1, step = 0): Tank {
  if (isEndless(alpha0, decay)) return { sum: Infinity, share: 0 }
  let sum = 0
  let share = 1
  const first = Math.floor(step / stepsPerEpoch)
  for (let epoch = first; epoch < first + longest; epoch++) {
    const alpha = alphaAt(alpha0, epoch, decay)
    const steps = epoch === first ? stepsPerEpoch - (step % stepsPerEpoch) : stepsPerEpoch
    sum += steps * alpha
    share *= Math.abs(1 - alpha * lambda) ** steps
    // A stair may pause at a small α, so stop only when nothing can change the sum.
    if (alpha * steps < 1e-15 * sum || (alpha === 0 && ends(decay, epoch))) break
  }
  return { sum, share }
}

/** No α above 0 comes after this epoch. */
function ends(decay: DecaySpec, epoch: number): boolean {
  if (decay.kind === 'manual') return epoch >= (decay.points.at(-1)?.[0] ?? 0)
  if (decay.kind === 'cosine' || decay.kind === 'oneCycle') return epoch >= decay.epochs
  return true
}
