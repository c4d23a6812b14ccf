// Lion: c = β₁V + (1 − β₁)dW, w := w − α(sign c + λw), V := β₂V + (1 − β₂)dW, with sign 0 = 0. Every step is ±α along
// each axis, so near the minimum it oscillates within about α. Both conventions agree. X. Chen et al., Symbolic
// discovery of optimization algorithms, 2023.

import { fromRule } from './fromRule.ts'

export const lion = fromRule({
  label: { en: 'Lion', zh: 'Lion' },
  help: {
    en: 'Steps by exactly α along every axis; only the sign of an average of the gradients decides the direction.',
    zh: '每个方向都按梯度平均的符号恰好走 α。',
  },
  citation: 'Chen et al. 2023',
  traits: { scale: 'unit' },
  alpha: 0.05,
  hundredfoldWithin: 405,
  hyperparameters: { beta1: 0.9, beta2: 0.99, weightDecay: 0 },
  rule: () => [
    'c = beta1*V + (1 - beta1)*dW',
    'w = w - alpha*(sign(c) + weightDecay*w)',
    'V = beta2*V + (1 - beta2)*dW',
  ],
})
