// What the playground shows at first: gradient descent and momentum on one elongated bowl, the whole batch, no noise, no
// decay, each at about its best α there.

import { validate } from '../engine/validate.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { plainView, type Document } from '../state/experiment.ts'

/** A file's object with its defaults filled in; for the project's own experiments, which a test holds to be valid. */
export function completed(json: object): DescentExperiment {
  const result = validate({ version: 1, lab: 'descent', ...json })
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return result.experiment as DescentExperiment
}

export const playground: Document = {
  experiment: completed({
    objective: { kind: 'bowl', curvature: [1, 100] },
    start: [-8, 1.5],
    steps: 200,
    runs: [
      { optimizer: 'gd', alpha: 0.018 },
      { optimizer: 'momentum', alpha: 0.05 },
    ],
  }),
  view: plainView,
}
