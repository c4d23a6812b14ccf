// Rotates a valley: only its angle, or also the start around the minimum, so surface and start rotate together.

import type { BowlSpec, DescentExperiment, QuadraticSpec } from '../../engine/experiment.ts'
import { middleOf, startOf } from '../start.ts'

export function turned(experiment: DescentExperiment, angle: number, withStart: boolean): DescentExperiment {
  const objective = experiment.objective as BowlSpec | QuadraticSpec
  const turnedObjective = { ...objective, angle }
  if (!withStart) return { ...experiment, objective: turnedObjective }
  const by = ((angle - objective.angle) * Math.PI) / 180
  const [w, b] = middleOf(objective)
  const start = startOf(experiment)
  const [x, y] = [start[0] - w, start[1] - b]
  const [cos, sin] = [Math.cos(by), Math.sin(by)]
  return { ...experiment, objective: turnedObjective, start: [w + cos * x - sin * y, b + sin * x + cos * y] }
}
