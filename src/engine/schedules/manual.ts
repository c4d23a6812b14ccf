// Manual decay: a list of (epoch, α). The last point at or before e applies, and α₀ before the first.

import { s } from '../formula.ts'
import type { Schedule } from './schedule.ts'

export const manual: Schedule<'manual'> = {
  label: { en: 'By hand', zh: '手动衰减' },
  formula: [[s('alpha'), ' = ', s('alpha_i'), ',  ', s('e_i'), ' ≤ ', s('e'), ' < ', s('e_i+1')]],
  citation: 'The course’s lecture, Learning rate decay',
  parameters: {},
  alpha(alpha0, epoch, { points }) {
    let alpha = alpha0
    for (const [from, value] of points) {
      if (from > epoch) break
      alpha = value
    }
    return alpha
  },
}
