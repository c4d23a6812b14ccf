// RMSprop: S := β₂S + (1 − β₂)dW², w := w − α dW/√(S + ε). PyTorch: ε outside the root. PyTorch's `alpha` is β₂ here.
// No bias correction: S starts at 0, so the first step is α/√(1 − β₂) long. G. Hinton, Coursera lecture 6e, 2012.

import { fromRule } from './fromRule.ts'

export const rmsprop = fromRule({
  label: { en: 'RMSprop', zh: 'RMSprop（均方根传播）' },
  help: {
    en: 'Divides each parameter’s step by the root of the average of its squared gradients, so steep axes slow down and flat ones don’t.',
    zh: '每个参数的步长除以其梯度平方的指数加权平均的平方根：陡的方向慢下来，平缓的方向不慢。',
  },
  citation: 'Hinton 2012; torch.optim.RMSprop',
  featured: true,
  traits: { scale: 'unit' },
  alpha: 0.05,
  hundredfoldWithin: 183,
  hyperparameters: { beta2: 0.9, epsilon: 1e-8 },
  biasCorrection: false,
  rule(course, corrected) {
    const S = corrected ? 'Sc' : 'S'
    return [
      'S = beta2*S + (1 - beta2)*dW^2',
      ...(corrected ? ['Sc = S/(1 - beta2^t)'] : []),
      course ? `w = w - alpha*dW/sqrt(${S} + epsilon)` : `w = w - alpha*dW/(sqrt(${S}) + epsilon)`,
    ]
  },
})
