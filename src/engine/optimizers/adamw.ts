// AdamW: first w := w − α λ w, then Adam's step. The decay acts directly on w. An L2 term in J would pass through the
// gradient's averages. PyTorch: ε outside the root. I. Loshchilov and F. Hutter, Decoupled weight decay, ICLR 2019.

import { adam, adamLines } from './adam.ts'
import { fromRule } from './fromRule.ts'

export const adamw = fromRule({
  label: { en: 'AdamW', zh: 'AdamW' },
  help: {
    en: 'Adam that also pulls every weight towards 0 by the share αλ at each step, separately from the gradient.',
    zh: '在 Adam 之外，每一步还把每个权重直接向 0 收缩 αλ 的比例，与梯度无关。',
  },
  citation: 'Loshchilov & Hutter 2019; torch.optim.AdamW',
  traits: { scale: 'unit' },
  alpha: 0.1,
  hundredfoldWithin: 117,
  hyperparameters: { ...adam.hyperparameters, weightDecay: 0.01 },
  biasCorrection: true,
  rule: (course, corrected) => ['w = w - alpha*weightDecay*w', ...adamLines(course, corrected)],
})
