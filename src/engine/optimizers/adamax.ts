// Adamax: Adam with the largest recent gradient instead of the root mean square, U := max(β₂U, |dW|), w := w − α Vc/(U
// + ε). PyTorch: U := max(β₂U, |dW| + ε), w := w − α Vc/U. D. P. Kingma and J. Ba, Adam, section 7.1, ICLR 2015.

import { fromRule } from './fromRule.ts'

export const adamax = fromRule({
  label: { en: 'Adamax', zh: 'Adamax' },
  help: {
    en: 'Adam that divides by the largest recent |dW|, which it slowly forgets, instead of the root of the mean square.',
    zh: '除以近期最大的 |dW|（缓慢遗忘）而不是均方根的 Adam。',
  },
  citation: 'Kingma & Ba 2015; torch.optim.Adamax',
  traits: { scale: 'unit' },
  alpha: 0.1,
  hundredfoldWithin: 170,
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  rule: (course) => [
    'V = beta1*V + (1 - beta1)*dW',
    course ? 'U = max(beta2*U, abs(dW))' : 'U = max(beta2*U, abs(dW) + epsilon)',
    'Vc = V/(1 - beta1^t)',
    course ? 'w = w - alpha*Vc/(U + epsilon)' : 'w = w - alpha*Vc/U',
  ],
})
