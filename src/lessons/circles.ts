// The small network that learns the circles: the training set of five lessons.

import type { ObjectivePart } from '../course/tasks.ts'

export const circles = {
  kind: 'network',
  layers: [2, 8, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  dataset: { kind: 'circles', m: 512, noise: 0.1 },
} as const satisfies ObjectivePart
