// RMSprop: S := β₂S + (1 − β₂)dW², w := w − α dW/√(S + ε). PyTorch: ε outside the root; its `alpha` is β₂ here.
// No bias correction: S starts at 0, so the first step is α/√(1 − β₂) long. G. Hinton, Coursera lecture 6e, 2012.

import { ewa, nextPower } from '../ewa.ts'
import { fraction, s, squared } from '../formula.ts'
import { averageLine, correctionLine, rootWithEpsilon, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

export const rmsprop: Optimizer = {
  label: { en: 'RMSprop', zh: 'RMSprop（均方根传播）' },
  help: {
    en: 'Divides each parameter’s step by the root of the average of its squared gradients, so steep axes slow down and flat ones don’t.',
    zh: '每个参数的步长除以其梯度平方的指数加权平均的平方根：陡的方向慢下来，平缓的方向不慢。',
  },
  citation: 'G. Hinton, Neural networks for machine learning, lecture 6e, 2012; torch.optim.RMSprop',
  week: true,
  formula: (convention, biasCorrection) => [
    averageLine('S', 'beta2', squared('dW')),
    ...(biasCorrection ? [correctionLine('Sc', 'S', 'beta2')] : []),
    stepLine(fraction([s('dW')], rootWithEpsilon(biasCorrection ? 'Sc' : 'S', convention))),
  ],
  alpha: 0.05,
  hundredfoldWithin: 183,
  slots: ['S'],
  running: { beta2Power: 1 },
  hyperparameters: { beta2: 0.9, epsilon: 1e-8 },
  biasCorrection: false,
  step(w, dW, { S, beta2Power }, { beta2, epsilon, course, biasCorrection }, alpha) {
    beta2Power[0] = nextPower(beta2Power[0], beta2)
    const correction = biasCorrection ? 1 - beta2Power[0] : 1
    const inside = course ? epsilon : 0
    const outside = course ? 0 : epsilon
    for (let i = 0; i < w.length; i++) {
      S[i] = ewa(S[i], dW[i] * dW[i], beta2)
      w[i] -= alpha * quotient(dW[i], Math.sqrt(S[i] / correction + inside) + outside)
    }
  },
}
