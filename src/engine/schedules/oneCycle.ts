// One cycle: a line from sα₀ up to α₀ over the first ⌈0.3n⌉ epochs, then half a cosine down to fα₀ at epoch n, constant
// from there. After L. N. Smith and N. Topin, Super-convergence, 2017. The shape is that of PyTorch's OneCycleLR.

import { cos } from '../exact.ts'
import { fraction, s } from '../formula.ts'
import { epochs, start, floor, halfCosine } from './parameters.ts'
import type { Schedule } from './schedule.ts'

export const oneCycle: Schedule<'oneCycle'> = {
  label: { en: 'One cycle', zh: '单周期' },
  formula: [
    [
      s('e'),
      ' < p:  ',
      s('alpha'),
      ' = ',
      s('alpha0'),
      { group: [s('s'), ' + (1 − ', s('s'), ') · ', fraction([s('e')], ['p'])] },
      ',  p = ⌈0.3 ',
      s('n'),
      '⌉',
    ],
    [
      s('e'),
      ' ≥ p:  ',
      s('alpha'),
      ' = ',
      s('alpha0'),
      halfCosine('π · ', fraction(['min(', s('e'), ', ', s('n'), ') − p'], [s('n'), ' − p'])),
    ],
  ],
  citation: 'L. N. Smith and N. Topin, Super-convergence, 2017; torch.optim.lr_scheduler.OneCycleLR',
  parameters: { epochs, start, floor },
  alpha(alpha0, epoch, { epochs, start, floor }) {
    const peak = Math.ceil(0.3 * epochs)
    if (epoch < peak) return alpha0 * (start + ((1 - start) * epoch) / peak)
    if (epoch >= epochs) return alpha0 * floor
    return alpha0 * (floor + ((1 - floor) * (1 + cos((Math.PI * (epoch - peak)) / (epochs - peak)))) / 2)
  },
}
