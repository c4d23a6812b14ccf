// Adam = momentum + RMSprop + bias correction: V := β₁V + (1 − β₁)dW, S := β₂S + (1 − β₂)dW², Vc = V/(1 − β₁ᵗ),
// Sc = S/(1 − β₂ᵗ), w := w − α Vc/√(Sc + ε). PyTorch and the paper: ε outside the root.
// D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015.

import { ewa, nextPower } from '../ewa.ts'
import { adamLines } from './lines.ts'
import type { Optimizer } from './optimizer.ts'
import { quotient } from './quotient.ts'

export const adam: Optimizer = {
  label: { en: 'Adam', zh: 'Adam' },
  help: {
    en: 'Momentum and RMSprop in one, both corrected for their start at 0. Steps are at most about α along each axis, and only while successive gradients agree.',
    zh: '动量与 RMSprop 合二为一，两者都修正了从 0 开始的偏差。每个方向的步长最多约为 α，而且只有相继的梯度方向一致时才这么长。',
  },
  citation: 'D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015; torch.optim.Adam',
  week: true,
  formula: adamLines,
  alpha: 0.1,
  hundredfoldWithin: 125,
  slots: ['V', 'S'],
  running: { beta1Power: 1, beta2Power: 1 },
  hyperparameters: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  biasCorrection: true,
  step(w, dW, { V, S, beta1Power, beta2Power }, { beta1, beta2, epsilon, course, biasCorrection }, alpha) {
    beta1Power[0] = nextPower(beta1Power[0], beta1)
    beta2Power[0] = nextPower(beta2Power[0], beta2)
    const correctionV = biasCorrection ? 1 - beta1Power[0] : 1
    const correctionS = biasCorrection ? 1 - beta2Power[0] : 1
    const inside = course ? epsilon : 0
    const outside = course ? 0 : epsilon
    for (let i = 0; i < w.length; i++) {
      const v = (V[i] = ewa(V[i], dW[i], beta1))
      const s = (S[i] = ewa(S[i], dW[i] * dW[i], beta2))
      const Vc = v / correctionV
      const Sc = s / correctionS
      w[i] -= alpha * quotient(Vc, Math.sqrt(Sc + inside) + outside)
    }
  },
}
