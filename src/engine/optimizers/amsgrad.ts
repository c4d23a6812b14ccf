// AMSGrad: Adam that divides by the largest S so far, U := max(U, S), which is then corrected: Sc = U/(1 − β₂ᵗ). A rare
// large gradient is never forgotten. PyTorch (Adam, amsgrad=True): ε outside the root. The paper corrects nothing. S.
// J. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, ICLR 2018.

import { fromRule } from './fromRule.ts'

export const amsgrad = fromRule({
  label: { en: 'AMSGrad', zh: 'AMSGrad' },
  help: {
    en: 'Adam that divides by the largest S so far, so an axis stays slow once its gradient was large.',
    zh: '除以至今最大的 S 的 Adam：某个方向的梯度一旦大过，这个方向就一直慢下来。',
  },
  citation: 'Reddi, Kale & Kumar 2018; torch.optim.Adam',
  traits: { scale: 'unit' },
  alpha: 0.1,
  hundredfoldWithin: 125,
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  biasCorrection: true,
  rule(course, corrected) {
    const [V, U] = corrected ? ['Vc', 'Uc'] : ['V', 'U']
    return [
      'V = beta1*V + (1 - beta1)*dW',
      'S = beta2*S + (1 - beta2)*dW^2',
      'U = max(U, S)',
      ...(corrected ? ['Vc = V/(1 - beta1^t)', 'Uc = U/(1 - beta2^t)'] : []),
      course ? `w = w - alpha*${V}/sqrt(${U} + epsilon)` : `w = w - alpha*${V}/(sqrt(${U}) + epsilon)`,
    ]
  },
})
