// Gradient descent, w := w − α dW. On mini-batches it is stochastic gradient descent. Both conventions agree. A.
// Cauchy, 1847; H. Robbins and S. Monro, 1951; torch.optim.SGD without momentum.

import { fromRule } from './fromRule.ts'

export const gd = fromRule({
  label: { en: 'Gradient descent', zh: '梯度下降' },
  help: {
    en: 'Steps against the gradient. Along an axis of curvature λ, α may be at most 2/λ; above that every step overshoots further.',
    zh: '沿梯度的反方向走一步。在曲率为 λ 的方向上，α 的上限是 2/λ；再大，每一步都越过得更远。',
  },
  citation: 'Cauchy 1847; Robbins & Monro 1951',
  featured: true,
  traits: { scale: 'gradient', linear: 'plain' },
  alpha: 0.05,
  hundredfoldWithin: 46,
  hyperparameters: {},
  rule: () => ['w = w - alpha*dW'],
})
