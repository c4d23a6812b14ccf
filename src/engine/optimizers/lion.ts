// Lion: c = β₁V + (1 − β₁)dW, w := w − α(sign c + λw), V := β₂V + (1 − β₂)dW, with sign 0 = 0: every step is ±α along each
// axis, so near the bottom it chatters within α. The same in both conventions. X. Chen et al., Symbolic discovery of
// optimization algorithms, 2023.

import { ewa } from '../ewa.ts'
import { s } from '../formula.ts'
import { averageLine, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'

export const lion: Optimizer = {
  label: { en: 'Lion', zh: 'Lion' },
  help: {
    en: 'Steps by exactly α along every axis; only the sign of an average of the gradients decides the direction.',
    zh: '每个方向都按梯度平均的符号恰好走 α。',
  },
  citation: 'X. Chen et al., Symbolic discovery of optimization algorithms, NeurIPS 2023',
  week: false,
  formula: () => [
    [s('c'), ' = ', s('beta1'), s('V'), ' + (1 − ', s('beta1'), ')', s('dW')],
    stepLine({ group: ['sign ', s('c'), ' + ', s('weightDecay'), s('w')] }),
    averageLine('V', 'beta2', s('dW')),
  ],
  alpha: 0.05,
  hundredfoldWithin: 405,
  slots: ['V'],
  running: {},
  hyperparameters: { beta1: 0.9, beta2: 0.99, weightDecay: 0 },
  step(w, dW, { V }, { beta1, beta2, weightDecay }, alpha) {
    for (let i = 0; i < w.length; i++) {
      const c = ewa(V[i], dW[i], beta1)
      w[i] -= alpha * (Math.sign(c) + weightDecay * w[i])
      V[i] = ewa(V[i], dW[i], beta2)
    }
  },
}
