// Adadelta: S := ρS + (1 − ρ)dW², Δ = √(D + ε)/√(S + ε) · dW, D := ρD + (1 − ρ)Δ², w := w − αΔ. Its step has the units of
// w, so α is 1; it starts slowly, from √ε. Both conventions are PyTorch's. M. D. Zeiler, ADADELTA, 2012.

import { ewa } from '../ewa.ts'
import { fraction, root, s, squared } from '../formula.ts'
import { averageLine, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

export const adadelta: Optimizer = {
  label: { en: 'Adadelta', zh: 'Adadelta' },
  help: {
    en: 'RMSprop with the root of the average of its own squared steps in place of α. It starts slowly, from √ε.',
    zh: '用自身步长平方的平均的平方根代替 α 的 RMSprop：从 √ε 起步，开始很慢。',
  },
  citation: 'M. D. Zeiler, ADADELTA: an adaptive learning rate method, 2012; torch.optim.Adadelta',
  week: false,
  formula: () => [
    averageLine('S', 'rho', squared('dW')),
    [
      s('Delta'),
      ' = ',
      fraction([root(s('D'), ' + ', s('epsilon'))], [root(s('S'), ' + ', s('epsilon'))]),
      s('dW'),
    ],
    averageLine('D', 'rho', squared('Delta')),
    stepLine(s('Delta')),
  ],
  alpha: 1,
  hundredfoldWithin: 1510,
  slots: ['S', 'D'],
  running: {},
  hyperparameters: { rho: 0.9, epsilon: 1e-6 },
  step(w, dW, { S, D }, { rho, epsilon }, alpha) {
    for (let i = 0; i < w.length; i++) {
      S[i] = ewa(S[i], dW[i] * dW[i], rho)
      const delta = quotient(Math.sqrt(D[i] + epsilon), Math.sqrt(S[i] + epsilon)) * dW[i]
      D[i] = ewa(D[i], delta * delta, rho)
      w[i] -= alpha * delta
    }
  },
}
