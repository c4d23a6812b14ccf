// No decay: α stays α₀.

import { s } from '../formula.ts'
import type { Schedule } from './schedule.ts'

export const none: Schedule<'none'> = {
  label: { en: 'None', zh: '不衰减' },
  formula: [[s('alpha'), ' = ', s('alpha0')]],
  citation: 'A constant learning rate',
  parameters: {},
  alpha: (alpha0) => alpha0,
}
