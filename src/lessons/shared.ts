// What several lessons train on.

import type { DescentPart, ObjectivePart } from '../course/tasks.ts'

/** Examples, each with a minimum of its own. Together they make a bowl. */
export const bowl = {
  kind: 'bowl',
  curvature: [1, 4],
  m: 512,
  labelNoise: 2,
} as const satisfies ObjectivePart

/** The small network that learns the circles. */
export const circles = {
  kind: 'network',
  layers: [2, 8, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  lambda: 0,
  dataset: { kind: 'circles', m: 512, noise: 0.1 },
} as const satisfies ObjectivePart

/** The week's own programming exercise: the moons, a network 2-5-2-1 with ReLU, B = 64, 5,000 epochs. */
export const weekExercise: DescentPart = {
  objective: {
    kind: 'network',
    layers: [2, 5, 2, 1],
    activation: 'relu',
    dataset: { kind: 'moons', m: 300, noise: 0.2 },
  },
  batchSize: 64,
  // Five an epoch.
  steps: 25_000,
  costEvery: 'epoch',
}
