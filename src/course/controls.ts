// The controls of lessons, by name. Each slider exists once per page and has the same name everywhere.

import type { HyperparameterName } from '../engine/experiment.ts'
import { hyperparameters } from '../engine/hyperparameters.ts'

export const runControls = [
  ...(['optimizer', 'alpha', 'oneAlpha'] as const),
  ...(Object.keys(hyperparameters) as HyperparameterName[]),
  ...(['biasCorrection', 'decay', 'overrides'] as const),
]
export const objectiveControls = [
  'objective',
  'network',
  'kappa',
  'angle',
  'turnStart',
  'm',
  'labelNoise',
  'mislabelled',
  'noise',
  'scale',
] as const
export const trainingControls = ['batchSize', 'steps', 'seed', 'reshuffle', 'convention'] as const

/** `runs` is the list of runs, `addRuns` adds buttons to add and remove them, `axes` swaps w and b, `build` assembles
 *  Adam from its parts. */
export type ControlName =
  | 'runs'
  | 'addRuns'
  | 'axes'
  | 'average'
  | 'lambda'
  | 'build'
  | (typeof runControls)[number]
  | (typeof objectiveControls)[number]
  | (typeof trainingControls)[number]
  // Those of averages.
  | 'curves'
  | 'correction'
  | 'series'
  | 'outlier'
  | 'window'
