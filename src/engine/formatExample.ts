// The experiment format's own example (doc/experiment.md), exact in binary: two runs, two steps.

export const formatExample = {
  objective: { kind: 'quadratic', curvature: [1, 4] },
  start: [-4, 1],
  steps: 2,
  runs: [
    { optimizer: 'gd', alpha: 0.25 },
    { optimizer: 'momentum', alpha: 0.25, beta: 0.5 },
  ],
}
