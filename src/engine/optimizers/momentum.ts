// Gradient descent with momentum, as in the course: V := βV + (1 − β)dW, w := w − αV. PyTorch (SGD without dampening)
// and Polyak omit 1 − β: V := βV + dW, which equals the course's form with α/(1 − β) in place of α. B. T. Polyak, Some
// methods of speeding up the convergence of iteration methods, 1964.

import { fromRule } from './fromRule.ts'
import { momentumBeta } from './momentumBeta.ts'

export const momentum = fromRule({
  label: { en: 'Momentum', zh: '动量' },
  help: {
    en: 'Steps along the average of the gradients: those that alternate cancel, those that agree add up.',
    zh: '沿梯度的指数加权平均前进：来回振荡的部分相互抵消，方向一致的部分不断累积。',
  },
  citation: 'Polyak 1964; torch.optim.SGD',
  featured: true,
  traits: { scale: 'gradient', linear: 'heavyBall', sums: true },
  alpha: 0.1,
  hundredfoldWithin: 48,
  hyperparameters: { beta: momentumBeta },
  biasCorrection: false,
  rule: (course, corrected) => [
    course ? 'V = beta*V + (1 - beta)*dW' : 'V = beta*V + dW',
    ...(corrected ? ['Vc = V/(1 - beta^t)', 'w = w - alpha*Vc'] : ['w = w - alpha*V']),
  ],
})
