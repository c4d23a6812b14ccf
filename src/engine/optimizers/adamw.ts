// AdamW: first w := w − α λ w, then Adam's step. The decay acts on w itself and not, as an L2 term in J would, through
// the gradient's averages. PyTorch: ε outside the root. I. Loshchilov and F. Hutter, Decoupled weight decay, ICLR 2019.

import { s } from '../formula.ts'
import { adam } from './adam.ts'
import { adamLines, stepLine } from './lines.ts'
import type { Optimizer } from './optimizer.ts'

export const adamw: Optimizer = {
  label: { en: 'AdamW', zh: 'AdamW' },
  help: {
    en: 'Adam that also pulls every weight towards 0 by the share αλ at each step, separately from the gradient.',
    zh: '在 Adam 之外，每一步还把每个权重直接向 0 收缩 αλ 的比例，与梯度无关。',
  },
  citation:
    'I. Loshchilov and F. Hutter, Decoupled weight decay regularization, ICLR 2019; torch.optim.AdamW',
  week: false,
  formula: (convention, biasCorrection) => [
    stepLine(s('weightDecay'), s('w')),
    ...adamLines(convention, biasCorrection),
  ],
  alpha: 0.1,
  hundredfoldWithin: 117,
  slots: adam.slots,
  running: adam.running,
  hyperparameters: { ...adam.hyperparameters, weightDecay: 0.01 },
  biasCorrection: true,
  step(w, dW, memory, settings, alpha) {
    const { weightDecay } = settings
    if (weightDecay > 0) for (let i = 0; i < w.length; i++) w[i] -= alpha * weightDecay * w[i]
    adam.step(w, dW, memory, settings, alpha)
  },
}
