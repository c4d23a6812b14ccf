// AMSGrad: Adam that divides by the largest S so far, U := max(U, S), which is then corrected: Sc = U/(1 − β₂ᵗ). So a rare
// large gradient is not forgotten. PyTorch (Adam, amsgrad=True): ε outside the root; the paper corrects nothing.
// S. J. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, ICLR 2018.

import { ewa, nextPower } from '../ewa.ts'
import { fraction, s, squared } from '../formula.ts'
import { averageLine, correctionLine, rootWithEpsilon, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

export const amsgrad: Optimizer = {
  label: { en: 'AMSGrad', zh: 'AMSGrad' },
  help: {
    en: 'Adam that divides by the largest S so far, so an axis stays slow once its gradient was large.',
    zh: '除以至今最大的 S 的 Adam：某个方向的梯度一旦大过，这个方向就一直慢下来。',
  },
  citation:
    'S. J. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, ICLR 2018; torch.optim.Adam',
  week: false,
  formula: (convention, biasCorrection) => [
    averageLine('V', 'beta1', s('dW')),
    averageLine('S', 'beta2', squared('dW')),
    [s('U'), ' := max', { group: [s('U'), ', ', s('S')] }],
    ...(biasCorrection ? [correctionLine('Vc', 'V', 'beta1'), correctionLine('Sc', 'U', 'beta2')] : []),
    biasCorrection
      ? stepLine(fraction([s('Vc')], rootWithEpsilon('Sc', convention)))
      : stepLine(fraction([s('V')], rootWithEpsilon('U', convention))),
  ],
  alpha: 0.1,
  hundredfoldWithin: 125,
  slots: ['V', 'S', 'U'],
  running: { beta1Power: 1, beta2Power: 1 },
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  biasCorrection: true,
  step(w, dW, { V, S, U, beta1Power, beta2Power }, { beta1, beta2, epsilon, course, biasCorrection }, alpha) {
    beta1Power[0] = nextPower(beta1Power[0], beta1)
    beta2Power[0] = nextPower(beta2Power[0], beta2)
    const correctionV = biasCorrection ? 1 - beta1Power[0] : 1
    const correctionS = biasCorrection ? 1 - beta2Power[0] : 1
    const inside = course ? epsilon : 0
    const outside = course ? 0 : epsilon
    for (let i = 0; i < w.length; i++) {
      V[i] = ewa(V[i], dW[i], beta1)
      S[i] = ewa(S[i], dW[i] * dW[i], beta2)
      U[i] = Math.max(U[i], S[i])
      const Vc = V[i] / correctionV
      const Sc = U[i] / correctionS
      w[i] -= alpha * quotient(Vc, Math.sqrt(Sc + inside) + outside)
    }
  },
}
