// Where a race starts: the experiment's own start, or its objective's.

import type { DescentExperiment } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/index.ts'

/** θ₀ of an objective of two parameters. A bowl's does not depend on its examples, so two of them do. */
export function startOf({ start, objective }: DescentExperiment): readonly number[] {
  if (start) return start
  if (objective.kind === 'network') return [0, 0]
  return [...createObjective(objective.kind === 'bowl' ? { ...objective, m: 2 } : { ...objective }, 1).start]
}
