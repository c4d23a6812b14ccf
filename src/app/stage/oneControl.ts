// Which of a step's controls is among the presenter's tools: its first slider.

import type { ControlName } from '../../course/LessonControls.tsx'

const sliders: readonly ControlName[] = [
  'alpha',
  'beta',
  'beta1',
  'beta2',
  'rho',
  'epsilon',
  'batchSize',
  'kappa',
  'angle',
  'noise',
  'm',
  'labelNoise',
  'mislabelled',
  'lambda',
  'steps',
]

export const oneOf = (controls: readonly ControlName[] = []): readonly ControlName[] =>
  controls.filter((name) => sliders.includes(name)).slice(0, 1)
