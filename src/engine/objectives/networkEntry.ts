// The registry entry of the small network. Rumelhart, Hinton & Williams 1986.

import { fraction, s } from '../formula.ts'
import type { ObjectiveEntry } from './entry.ts'

export const networkEntry: ObjectiveEntry<'network'> = {
  label: { en: 'Tiny network', zh: '小型神经网络' },
  help: {
    en: 'A multilayer perceptron on a small data set. J^{t} is noisy because every batch is another sample.',
    zh: '在小数据集上训练的多层感知机：每个小批量都是另一份样本，所以 J^{t} 有噪声。',
  },
  formula: [
    [
      'J =',
      fraction(['1'], [s('B')]),
      'Σ L(ŷ, y) +',
      fraction([s('lambda')], ['2', s('B')]),
      'Σ ‖',
      s('W', '[l]'),
      '‖²',
    ],
  ],
  group: 'network',
  featured: true,
  // Its layers, data and loss have controls of their own.
  fields: {},
  defaultSpec: () => ({
    kind: 'network',
    layers: [2, 4, 1],
    activation: 'tanh',
    loss: 'crossEntropy',
    lambda: 0,
    dataset: { kind: 'moons', m: 512, noise: 0.1, mislabelled: 0 },
    precision: 'float64',
  }),
}
