// Training examples m of a generated set. Measured sets have a fixed size.

import { mostExamples, objectiveFields } from '../../engine/objectives/fields.ts'
import type { DatasetSpec, NetworkSpec } from '../../engine/experiment.ts'
import { useWords } from '../../i18n/index.ts'
import { changeExperiment, useExperiment } from '../../state/experiment.ts'
import { Quantity } from '../controls/Quantity.tsx'

/** Above this m, computing full J at every step would be most of the work. */
export const mostForEveryStep = 10_000

export function ExamplesSlider() {
  const words = useWords()
  const { dataset } = useExperiment(({ experiment }) => experiment.objective as NetworkSpec)
  return 'm' in dataset ? (
    <Quantity
      label={words.controls.sliders.m}
      value={dataset.m}
      {...objectiveFields.m.range}
      max={mostExamples}
      onChange={setM}
    />
  ) : null
}

function setM(m: number): void {
  changeExperiment('objective m', (before) => {
    const objective = before.objective as NetworkSpec
    const costEvery = m > mostForEveryStep ? 'epoch' : before.costEvery
    return {
      ...before,
      costEvery,
      objective: { ...objective, dataset: { ...objective.dataset, m } as DatasetSpec },
    }
  })
}
