// Exponential decay, α = α₀ bᵉ: the notes' 0.95^epoch. Slower than 1/(1 + epoch) until epoch 88, much faster
// afterwards.

import { powerWhole } from '../exact.ts'
import { s } from '../formula.ts'
import { share } from './parameters.ts'
import type { Schedule } from './schedule.ts'

export const exponential: Schedule<'exponential'> = {
  label: { en: 'Exponential', zh: '指数衰减' },
  formula: [[s('alpha'), ' = ', s('b', 'e'), ' ', s('alpha0')]],
  citation: 'The course, Learning rate decay',
  parameters: {
    base: { symbol: 'b', label: { en: 'Base', zh: '底数' }, default: 0.95, ...share },
  },
  alpha: (alpha0, epoch, { base }) => alpha0 * powerWhole(base, epoch),
}
