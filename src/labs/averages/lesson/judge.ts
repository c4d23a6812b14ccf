// Whether a challenge on averages is met, and if not, why.

import { best } from '../../../course/challenge.ts'
import type { ControlName } from '../../../course/controls.ts'
import { changed, only, type Fields } from '../../../course/sameProblem.ts'
import type { Challenge, Outcome } from '../../../course/tasks.ts'
import type { AveragesExperiment } from '../../../engine/experiment.ts'
import type { AveragesFacts } from './facts.ts'
import { ofCurves } from './ofCurves.ts'

const ofSeries: Fields = {
  series: [['series'], { en: 'series', zh: '序列' }],
  seed: [['series'], { en: 'year', zh: '年份' }],
  unit: [['series'], { en: 'unit', zh: '单位' }],
  changes: [['outlier'], { en: 'measured days', zh: '实测气温' }],
}

/** `preset` and `controls` are the step's own. */
export function judgeCurves(
  challenge: Challenge,
  preset: AveragesExperiment,
  controls: readonly ControlName[],
  facts: AveragesFacts,
): Outcome {
  const other = changed(ofSeries, preset, facts.experiment, (names) =>
    names.some((name) => controls.includes(name)),
  )
  return other ? { done: false, says: only(other) } : best(challenge, ofCurves(challenge, facts))
}
