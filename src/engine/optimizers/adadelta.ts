// Adadelta: S := ρS + (1 − ρ)dW², Δ = √(D + ε)/√(S + ε) · dW, D := ρD + (1 − ρ)Δ², w := w − αΔ. Its step has the units
// of w, so α is 1. It starts slowly, from √ε. Both conventions are PyTorch's. M. D. Zeiler, ADADELTA, 2012.

import { fromRule } from './fromRule.ts'

export const adadelta = fromRule({
  label: { en: 'Adadelta', zh: 'Adadelta' },
  help: {
    en: 'RMSprop with the root of the average of its own squared steps in place of α. It starts slowly, from √ε.',
    zh: '用自身步长平方的平均的平方根代替 α 的 RMSprop：从 √ε 起步，开始很慢。',
  },
  citation: 'Zeiler 2012; torch.optim.Adadelta',
  traits: { scale: 'own' },
  alpha: 1,
  hundredfoldWithin: 1510,
  hyperparameters: { rho: 0.9, epsilon: 1e-6 },
  rule: () => [
    'S = rho*S + (1 - rho)*dW^2',
    'Delta = sqrt(D + epsilon)/sqrt(S + epsilon)*dW',
    'D = rho*D + (1 - rho)*Delta^2',
    'w = w - alpha*Delta',
  ],
})
