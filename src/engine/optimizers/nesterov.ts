// Nesterov's accelerated gradient, in the form that evaluates dW at w itself: V := βV + (1 − β)dW, then a step along βV
// + (1 − β)dW, the average after one more such gradient. PyTorch (SGD, nesterov=True): V := βV + dW, step along dW +
// βV. Y. Nesterov, 1983; I. Sutskever et al., On the importance of initialization and momentum, 2013.

import { fromRule } from './fromRule.ts'

export const nesterov = fromRule({
  label: { en: 'Nesterov', zh: 'Nesterov 动量' },
  help: {
    en: 'Momentum that looks one step ahead: the newest gradient counts twice, so it brakes sooner.',
    zh: '向前多看一步的动量：最新的梯度被计入两次，因而刹车更早。',
  },
  citation: 'Nesterov 1983; Sutskever et al. 2013; torch.optim.SGD',
  traits: { scale: 'gradient', linear: 'accelerated', sums: true },
  alpha: 0.1,
  hundredfoldWithin: 22,
  hyperparameters: { beta: 0.9 },
  rule: (course) =>
    course
      ? ['V = beta*V + (1 - beta)*dW', 'w = w - alpha*(beta*V + (1 - beta)*dW)']
      : ['V = beta*V + dW', 'w = w - alpha*(dW + beta*V)'],
})
