// The playground's initial experiment: gradient descent and momentum on one elongated bowl, full batch, no noise, no
// decay, each at about its best α there. Written out with every default, so a first visit waits for no validation.

import { plainView, type Preset } from '../../state/experiment.ts'

export const playground: Preset = {
  network: true,
  experiment: {
    version: 1,
    lab: 'descent',
    seed: 1,
    convention: 'course',
    objective: {
      kind: 'bowl',
      m: 512,
      curvature: [1, 100],
      angle: 0,
      labelNoise: 0.5,
      mislabelled: 0,
      scale: 1,
    },
    start: [-8, 1.5],
    batchSize: 'all',
    steps: 200,
    reshuffle: true,
    costEvery: 1,
    runs: [
      { optimizer: 'gd', alpha: 0.018, decay: { kind: 'none' } },
      { optimizer: 'momentum', alpha: 0.05, decay: { kind: 'none' }, beta: 0.9, biasCorrection: false },
    ],
  },
  view: plainView,
}
