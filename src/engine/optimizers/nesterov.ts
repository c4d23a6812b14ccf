// Nesterov's accelerated gradient, in the form in which dW is taken at w itself: V := βV + (1 − β)dW, then a step along
// βV + (1 − β)dW, the average as it would be after one more such gradient. PyTorch (SGD, nesterov=True): V := βV + dW,
// step along dW + βV. Y. Nesterov, 1983; I. Sutskever et al., On the importance of initialization and momentum, 2013.

import { ewa, flushed } from '../ewa.ts'
import { s } from '../formula.ts'
import { averageLine, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'

export const nesterov: Optimizer = {
  label: { en: 'Nesterov', zh: 'Nesterov 动量' },
  help: {
    en: 'Momentum that looks one step ahead: the newest gradient counts twice, so it brakes sooner.',
    zh: '向前多看一步的动量：最新的梯度被计入两次，因而刹车更早。',
  },
  citation:
    'Y. Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²), 1983; I. Sutskever et al., ICML 2013; torch.optim.SGD',
  week: false,
  formula: (convention) =>
    convention === 'course'
      ? [
          averageLine('V', 'beta', s('dW')),
          stepLine({ group: [s('beta'), s('V'), ' + (1 − ', s('beta'), ')', s('dW')] }),
        ]
      : [
          [s('V'), ' := ', s('beta'), s('V'), ' + ', s('dW')],
          stepLine({ group: [s('dW'), ' + ', s('beta'), s('V')] }),
        ],
  alpha: 0.1,
  hundredfoldWithin: 22,
  slots: ['V'],
  running: {},
  hyperparameters: { beta: 0.9 },
  step(w, dW, { V }, { beta, course }, alpha) {
    for (let i = 0; i < w.length; i++) {
      if (course) {
        V[i] = ewa(V[i], dW[i], beta)
        w[i] -= alpha * ewa(V[i], dW[i], beta)
      } else {
        V[i] = flushed(beta * V[i] + dW[i])
        w[i] -= alpha * (dW[i] + beta * V[i])
      }
    }
  },
}
