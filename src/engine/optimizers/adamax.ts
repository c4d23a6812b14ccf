// Adamax: Adam with the largest recent gradient for the root of squares, U := max(β₂U, |dW|), w := w − α Vc/(U + ε).
// PyTorch: U := max(β₂U, |dW| + ε), w := w − α Vc/U. D. P. Kingma and J. Ba, Adam, section 7.1, ICLR 2015.

import { ewa, flushed, nextPower } from '../ewa.ts'
import { fraction, s } from '../formula.ts'
import { averageLine, correctionLine, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

export const adamax: Optimizer = {
  label: { en: 'Adamax', zh: 'Adamax' },
  help: {
    en: 'Adam that divides by the largest recent |dW|, which it slowly forgets, instead of the root of the mean square.',
    zh: '除以近期最大的 |dW|（缓慢遗忘）而不是均方根的 Adam。',
  },
  citation: 'D. P. Kingma and J. Ba, Adam, section 7.1, ICLR 2015; torch.optim.Adamax',
  week: false,
  formula: (convention) => [
    averageLine('V', 'beta1', s('dW')),
    [
      s('U'),
      ' := max',
      {
        group: [
          s('beta2'),
          s('U'),
          ', |',
          s('dW'),
          '|',
          ...(convention === 'course' ? [] : [' + ', s('epsilon')]),
        ],
      },
    ],
    correctionLine('Vc', 'V', 'beta1'),
    stepLine(fraction([s('Vc')], convention === 'course' ? [s('U'), ' + ', s('epsilon')] : [s('U')])),
  ],
  alpha: 0.1,
  hundredfoldWithin: 170,
  slots: ['V', 'U'],
  running: { beta1Power: 1 },
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  step(w, dW, { V, U, beta1Power }, { beta1, beta2, epsilon, course }, alpha) {
    beta1Power[0] = nextPower(beta1Power[0], beta1)
    const rate = alpha / (1 - beta1Power[0])
    const inMaximum = course ? 0 : epsilon
    const outside = course ? epsilon : 0
    for (let i = 0; i < w.length; i++) {
      V[i] = ewa(V[i], dW[i], beta1)
      U[i] = flushed(Math.max(beta2 * U[i], Math.abs(dW[i]) + inMaximum))
      w[i] -= rate * quotient(V[i], U[i] + outside)
    }
  },
}
