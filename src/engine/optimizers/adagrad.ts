// Adagrad: G := G + dW², w := w − α dW/√(G + ε). It sums where RMSprop averages, so its effective step size only ever
// shrinks. PyTorch: ε outside the root (lr_decay 0). J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods,
// JMLR 2011.

import { fromRule } from './fromRule.ts'

export const adagrad = fromRule({
  label: { en: 'Adagrad', zh: 'Adagrad' },
  help: {
    en: 'Divides each step by the root of all squared gradients so far. The sum only grows, so the steps only shrink.',
    zh: '每一步都除以至今所有梯度平方之和的平方根。这个和只增不减，所以步长只会越来越小。',
  },
  citation: 'Duchi, Hazan & Singer 2011; torch.optim.Adagrad',
  traits: { scale: 'unit' },
  alpha: 0.5,
  hundredfoldWithin: 170,
  hyperparameters: { epsilon: 1e-10 },
  rule: (course) => [
    'G = G + dW^2',
    course ? 'w = w - alpha*dW/sqrt(G + epsilon)' : 'w = w - alpha*dW/(sqrt(G) + epsilon)',
  ],
})
