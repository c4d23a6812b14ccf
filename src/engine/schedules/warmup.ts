// Linear warm-up: α = α₀ min(1, (e + 1)/n). Epoch 0 has α₀/n and epoch n − 1 has α₀.

import { fraction, s } from '../formula.ts'
import { epochs } from './parameters.ts'
import type { Schedule } from './schedule.ts'

export const warmup: Schedule<'warmup'> = {
  label: { en: 'Warm-up', zh: '预热' },
  formula: [
    [s('alpha'), ' = ', s('alpha0'), ' · min', { group: ['1, ', fraction([s('e'), ' + 1'], [s('n')])] }],
  ],
  citation: 'P. Goyal et al., Accurate, large minibatch SGD: training ImageNet in 1 hour, 2017',
  parameters: { epochs },
  alpha: (alpha0, epoch, { epochs }) => alpha0 * Math.min(1, (epoch + 1) / epochs),
}
