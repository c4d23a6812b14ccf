// The course's decay, α = α₀ / (1 + r⌊e/n⌋). With α₀ = 0.2, r = 1 and n = 1 it is 0.2, 0.1, 0.067, 0.05, 0.04. With n
// above 1 it falls only every n epochs, as in the course's exercise. Epochs e count from 0 here. Texts that count from
// 1 start at 0.1.

import { fraction, s } from '../formula.ts'
import { epochsUpTo } from './parameters.ts'
import type { Schedule } from './schedule.ts'

export const inverse: Schedule<'inverse'> = {
  label: { en: 'Inverse, 1/(1 + rate · epoch)', zh: '反比衰减 1/(1 + 衰减率 · 轮数)' },
  formula: [[s('alpha'), ' = ', fraction([s('alpha0')], ['1 + ', s('r'), '⌊', s('e'), '/', s('n'), '⌋'])]],
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
    every: { label: { en: 'Every … epochs', zh: '每隔几轮' }, default: 1, ...epochsUpTo(1000) },
  },
  alpha: (alpha0, epoch, { rate, every }) =>
    alpha0 / (1 + rate * (every === 1 ? epoch : Math.floor(epoch / every))),
}
