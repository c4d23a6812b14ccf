// λ of the penalty λ/(2B) Σ ‖W‖², and how much more it weighs on mini-batches than in J.

import type { NetworkSpec } from '../../engine/experiment.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { examplesOf, useExperiment } from '../../state/experiment.ts'
import { formatNumber } from '../../ui/number.ts'
import { Quantity } from '../controls/Quantity.tsx'
import { batchSizeOf } from '../runs.ts'
import { changeNetwork } from './dataset.ts'

export function LambdaSlider() {
  const words = useWords(networkWords)
  const { experiment, view } = useExperiment()
  const { lambda } = experiment.objective as NetworkSpec
  const m = examplesOf(experiment)
  const batch = batchSizeOf(experiment, experiment.runs[view.selected], m)
  return (
    <Quantity
      label={words.controls.sliders.lambda}
      value={lambda}
      scale="linear"
      min={0}
      max={10}
      step={0.05}
      allowed={{ min: 0 }}
      note={
        lambda > 0 && batch < m
          ? fill(words.network.lambdaNote, { factor: formatNumber(m / batch, 3) })
          : undefined
      }
      onChange={(to) => changeNetwork('objective lambda', (spec) => ({ ...spec, lambda: to }))}
    />
  )
}
