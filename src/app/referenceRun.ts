// A reference experiment and the hash that every browser must compute.

import type { DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'

/** A bowl of examples. */
export const bowl = { kind: 'bowl', curvature: [1, 20], m: 512, angle: 30 }

/** All twelve rules on a bowl of examples in mini-batches of 32, 300 steps. */
export const reference: DescentExperiment = completed({
  objective: bowl,
  batchSize: 32,
  steps: 300,
  seed: 2026,
  runs: [
    { optimizer: 'gd', alpha: 0.05 },
    { optimizer: 'momentum', alpha: 0.1 },
    { optimizer: 'nesterov', alpha: 0.1 },
    { optimizer: 'adagrad', alpha: 0.5 },
    { optimizer: 'rmsprop', alpha: 0.05 },
    { optimizer: 'adadelta', alpha: 1 },
    { optimizer: 'adam', alpha: 0.1 },
    { optimizer: 'amsgrad', alpha: 0.1 },
    { optimizer: 'adamax', alpha: 0.1 },
    { optimizer: 'nadam', alpha: 0.1 },
    { optimizer: 'adamw', alpha: 0.1 },
    { optimizer: 'lion', alpha: 0.05 },
  ],
})
export const referenceHash = 'c4ade1bdb41400a4'
