// The course's decay, α = α₀ / (1 + r·e): with α₀ = 0.2 and r = 1 it is 0.2, 0.1, 0.067, 0.05, 0.04. Epochs e count
// from 0 here; texts that count from 1 start at 0.1.

import { fraction, s } from '../formula.ts'
import type { Schedule } from './schedule.ts'

export const inverse: Schedule<'inverse'> = {
  label: { en: 'Inverse, 1/(1 + rate · epoch)', zh: '反比衰减 1/(1 + 衰减率 · 轮数)' },
  formula: [[s('alpha'), ' = ', fraction([s('alpha0')], ['1 + ', s('r'), ' · ', s('e')])]],
  citation:
    'The course, Learning rate decay; H. Robbins and S. Monro, A stochastic approximation method, 1951',
  parameters: {
    rate: {
      symbol: 'r',
      label: { en: 'Decay rate', zh: '衰减率' },
      default: 1,
      scale: 'log',
      min: 0.001,
      max: 10,
      whole: false,
      allowed: 'nonNegative',
    },
  },
  alpha: (alpha0, epoch, { rate }) => alpha0 / (1 + rate * epoch),
}
