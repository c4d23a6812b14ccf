// The initial network race: the same network on the same data by batch, mini-batch and stochastic gradient descent,
// each for thirty epochs at an α that suits its noise.

import type { DescentExperiment } from '../../engine/experiment.ts'
import { completed } from '../../engine/validate.ts'
import { plainView, type Preset } from '../../state/experiment.ts'

const epochs = 30
const m = 512

export const networkPreset: Preset = {
  experiment: completed<DescentExperiment>({
    objective: {
      kind: 'network',
      layers: [2, 8, 1],
      activation: 'tanh',
      loss: 'crossEntropy',
      dataset: { kind: 'circles', m, noise: 0.1, mislabelled: 0.02 },
    },
    steps: epochs,
    costEvery: 'epoch',
    runs: [
      { optimizer: 'gd', name: 'B = m', alpha: 2, batchSize: 'all' },
      { optimizer: 'gd', name: 'B = 64', alpha: 1, batchSize: 64, steps: (epochs * m) / 64 },
      { optimizer: 'gd', name: 'B = 1', alpha: 0.1, batchSize: 1, steps: epochs * m },
    ],
  }),
  speed: 1000,
  view: { ...plainView, axis: 'epoch', selected: 1 },
}
