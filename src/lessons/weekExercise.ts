// The course's own programming exercise: the moons, a network 2-5-2-1 with ReLU, B = 64, 5,000 epochs. Its settings,
// for the cards that repeat it.

const stepsPerEpoch = 5

/** Returns the exercise with these runs, as fields of an experiment file. */
export const weekExercise = (runs: readonly object[]) => ({
  objective: {
    kind: 'network',
    layers: [2, 5, 2, 1],
    activation: 'relu',
    dataset: { kind: 'moons', m: 300, noise: 0.2 },
  },
  start: undefined,
  batchSize: 64,
  steps: 5000 * stepsPerEpoch,
  costEvery: 'epoch',
  runs,
})
