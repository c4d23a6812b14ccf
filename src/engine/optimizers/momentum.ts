// Gradient descent with momentum: V := βV + (1 − β)dW, w := w − αV, the course's. PyTorch (SGD without dampening) and
// Polyak leave out 1 − β: V := βV + dW, which is the course's with α/(1 − β) for α.
// B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964.

import { ewa, flushed, nextPower } from '../ewa.ts'
import { s } from '../formula.ts'
import { averageLine, correctionLine, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'

export const momentum: Optimizer = {
  label: { en: 'Momentum', zh: '动量' },
  help: {
    en: 'Steps along the average of the gradients: those that alternate cancel, those that agree add up.',
    zh: '沿梯度的指数加权平均前进：来回振荡的部分相互抵消，方向一致的部分不断累积。',
  },
  citation:
    'B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964; torch.optim.SGD',
  week: true,
  formula: (convention, biasCorrection) => [
    convention === 'course'
      ? averageLine('V', 'beta', s('dW'))
      : [s('V'), ' := ', s('beta'), s('V'), ' + ', s('dW')],
    ...(biasCorrection ? [correctionLine('Vc', 'V', 'beta'), stepLine(s('Vc'))] : [stepLine(s('V'))]),
  ],
  alpha: 0.1,
  hundredfoldWithin: 48,
  slots: ['V'],
  running: { betaPower: 1 },
  hyperparameters: { beta: 0.9 },
  biasCorrection: false,
  step(w, dW, { V, betaPower }, { beta, course, biasCorrection }, alpha) {
    betaPower[0] = nextPower(betaPower[0], beta)
    const correction = biasCorrection ? 1 - betaPower[0] : 1
    for (let i = 0; i < w.length; i++) {
      V[i] = course ? ewa(V[i], dW[i], beta) : flushed(beta * V[i] + dW[i])
      w[i] -= alpha * (V[i] / correction)
    }
  },
}
