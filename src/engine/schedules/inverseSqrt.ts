// α = α₀ k/√e, and α₀ at e = 0, where the formula has no value. A k above 1 therefore raises α at first.

import { fraction, root, s } from '../formula.ts'
import type { Schedule } from './schedule.ts'

export const inverseSqrt: Schedule<'inverseSqrt'> = {
  label: { en: 'Inverse square root', zh: '平方根反比衰减' },
  formula: [[s('alpha'), ' = ', fraction([s('k')], [root(s('e'))]), ' ', s('alpha0')]],
  citation: 'The course’s lecture, Learning rate decay',
  parameters: {
    k: {
      symbol: 'k',
      label: { en: 'Factor k', zh: '系数 k' },
      default: 1,
      scale: 'log',
      min: 0.01,
      max: 10,
      whole: false,
      allowed: 'positive',
    },
  },
  alpha: (alpha0, epoch, { k }) => (epoch === 0 ? alpha0 : (alpha0 * k) / Math.sqrt(epoch)),
}
