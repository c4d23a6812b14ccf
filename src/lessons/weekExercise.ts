// The week's own programming exercise: the moons, a network 2-5-2-1 with ReLU, B = 64, 5,000 epochs. For the cards that
// repeat it.

import type { DescentPart } from '../course/tasks.ts'

export const weekExercise: DescentPart = {
  objective: {
    kind: 'network',
    layers: [2, 5, 2, 1],
    activation: 'relu',
    dataset: { kind: 'moons', m: 300, noise: 0.2 },
  },
  batchSize: 64,
  // Five a epoch.
  steps: 25_000,
  costEvery: 'epoch',
}
