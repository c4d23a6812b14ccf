// Half a cosine from α₀ at epoch 0 down to fα₀ at epoch n, constant from there: α = α₀ (f + (1 − f)(1 + cos(π min(e,
// n)/n))/2). I. Loshchilov and F. Hutter, SGDR, ICLR 2017, without restarts.

import { cos } from '../exact.ts'
import { s } from '../formula.ts'
import { epochs, floor, halfCosine } from './parameters.ts'
import type { Schedule } from './schedule.ts'

export const cosine: Schedule<'cosine'> = {
  label: { en: 'Cosine', zh: '余弦衰减' },
  formula: [[s('alpha'), ' = ', s('alpha0'), halfCosine('π · min(', s('e'), ', ', s('n'), ')/', s('n'))]],
  citation: 'I. Loshchilov and F. Hutter, SGDR: stochastic gradient descent with warm restarts, ICLR 2017',
  parameters: { epochs, floor },
  alpha: (alpha0, epoch, { epochs, floor }) =>
    alpha0 * (floor + ((1 - floor) * (1 + cos((Math.PI * Math.min(epoch, epochs)) / epochs))) / 2),
}
