// A discrete staircase, α = α₀ f^⌊e/n⌋: every n epochs α is multiplied by f.

import { powerWhole } from '../exact.ts'
import { s } from '../formula.ts'
import { epochsUpTo, share } from './parameters.ts'
import type { Schedule } from './schedule.ts'

export const staircase: Schedule<'staircase'> = {
  label: { en: 'Staircase', zh: '阶梯衰减' },
  formula: [[s('alpha'), ' = ', s('f', '⌊e/n⌋'), ' ', s('alpha0')]],
  citation: 'The course’s lecture, Learning rate decay; torch.optim.lr_scheduler.StepLR',
  parameters: {
    factor: { symbol: 'f', label: { en: 'Factor', zh: '系数' }, default: 0.5, ...share },
    every: { label: { en: 'Every … epochs', zh: '每隔几轮' }, default: 10, ...epochsUpTo(100) },
  },
  alpha: (alpha0, epoch, { factor, every }) => alpha0 * powerWhole(factor, Math.floor(epoch / every)),
}
