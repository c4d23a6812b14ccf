// NAdam: Adam with Nesterov's look-ahead, as in PyTorch. μ = β₁(1 − ½·0.96^(0.004t)) warms up, μ₊ is the next μ, and M
// is the product of all μ so far: w := w − α ((1 − μ)dW/(1 − M) + μ₊V/(1 − Mμ₊)) / √(Sc + ε). PyTorch: ε outside the
// root. T. Dozat, Incorporating Nesterov momentum into Adam, 2016; torch.optim.NAdam with momentum_decay 0.004.

import { fromRule } from './fromRule.ts'

export const nadam = fromRule({
  label: { en: 'NAdam', zh: 'NAdam' },
  help: {
    en: 'Adam that looks one step ahead, as Nesterov’s momentum does.',
    zh: '像 Nesterov 动量那样向前多看一步的 Adam。',
  },
  citation: 'Dozat 2016; torch.optim.NAdam',
  traits: { scale: 'unit' },
  alpha: 0.1,
  hundredfoldWithin: 141,
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  // M is the product of all μ so far.
  rule: (course) => [
    'memory M = 1',
    'V = beta1*V + (1 - beta1)*dW',
    'S = beta2*S + (1 - beta2)*dW^2',
    'mu = beta1*(1 - 0.5*(0.96^0.004)^t)',
    'muNext = beta1*(1 - 0.5*(0.96^0.004)^t*0.96^0.004)',
    'M = M*mu',
    'Vc = (1 - mu)/(1 - M)*dW + muNext/(1 - M*muNext)*V',
    'Sc = S/(1 - beta2^t)',
    course ? 'w = w - alpha*Vc/sqrt(Sc + epsilon)' : 'w = w - alpha*Vc/(sqrt(Sc) + epsilon)',
  ],
})
