// Which of a step's controls is among the presenter's tools: its first slider.

import type { ControlName } from '../../../course/controls.ts'
import { hyperparameters } from '../../../engine/hyperparameters.ts'
import { objectiveFields } from '../../../engine/objectives/fields.ts'

const sliders: readonly string[] = [
  'alpha',
  ...Object.keys(hyperparameters),
  ...Object.values(objectiveFields).map(({ control }) => control),
  ...['batchSize', 'lambda', 'steps'],
]

export const oneOf = (controls: readonly ControlName[] = []): readonly ControlName[] =>
  controls.filter((name) => sliders.includes(name)).slice(0, 1)
