// Adagrad: G := G + dW², w := w − α dW/√(G + ε): a sum where RMSprop has an average, so its steps only ever shrink.
// PyTorch: ε outside the root (lr_decay 0). J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods, JMLR 2011.

import { flushed } from '../ewa.ts'
import { fraction, s, squared } from '../formula.ts'
import { rootWithEpsilon, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

export const adagrad: Optimizer = {
  label: { en: 'Adagrad', zh: 'Adagrad' },
  help: {
    en: 'Divides each step by the root of all squared gradients so far. The sum only grows, so the steps only shrink.',
    zh: '每一步都除以至今所有梯度平方之和的平方根。这个和只增不减，所以步长只会越来越小。',
  },
  citation: 'J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods, JMLR 2011; torch.optim.Adagrad',
  week: false,
  formula: (convention) => [
    [s('G'), ' := ', s('G'), ' + ', squared('dW')],
    stepLine(fraction([s('dW')], rootWithEpsilon('G', convention))),
  ],
  alpha: 0.5,
  hundredfoldWithin: 170,
  slots: ['G'],
  running: {},
  hyperparameters: { epsilon: 1e-10 },
  step(w, dW, { G }, { epsilon, course }, alpha) {
    const inside = course ? epsilon : 0
    const outside = course ? 0 : epsilon
    for (let i = 0; i < w.length; i++) {
      G[i] = flushed(G[i] + dW[i] * dW[i])
      w[i] -= alpha * quotient(dW[i], Math.sqrt(G[i] + inside) + outside)
    }
  },
}
