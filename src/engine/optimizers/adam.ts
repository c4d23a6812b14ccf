// Adam = momentum + RMSprop + bias correction: V := β₁V + (1 − β₁)dW, S := β₂S + (1 − β₂)dW², Vc = V/(1 − β₁ᵗ), Sc =
// S/(1 − β₂ᵗ), w := w − α Vc/√(Sc + ε). PyTorch and the paper: ε outside the root. D. P. Kingma and J. Ba, Adam: a
// method for stochastic optimization, ICLR 2015.

import { fromRule } from './fromRule.ts'

/** The lines that Adam and AdamW share: two averages, their corrections, one step. */
export function adamLines(course: boolean, corrected: boolean): readonly string[] {
  const [V, S] = corrected ? ['Vc', 'Sc'] : ['V', 'S']
  return [
    'V = beta1*V + (1 - beta1)*dW',
    'S = beta2*S + (1 - beta2)*dW^2',
    ...(corrected ? ['Vc = V/(1 - beta1^t)', 'Sc = S/(1 - beta2^t)'] : []),
    course ? `w = w - alpha*${V}/sqrt(${S} + epsilon)` : `w = w - alpha*${V}/(sqrt(${S}) + epsilon)`,
  ]
}

export const adam = fromRule({
  label: { en: 'Adam', zh: 'Adam' },
  help: {
    en: 'Momentum and RMSprop in one, both corrected for their start at 0. Steps are at most about α along each axis, and only while successive gradients agree.',
    zh: '动量与 RMSprop 合二为一，两者都修正了从 0 开始的偏差。每个方向的步长最多约为 α，而且只有相继的梯度方向一致时才这么长。',
  },
  citation: 'Kingma & Ba 2015; torch.optim.Adam',
  featured: true,
  traits: { scale: 'unit' },
  alpha: 0.1,
  hundredfoldWithin: 125,
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  biasCorrection: true,
  rule: adamLines,
})
