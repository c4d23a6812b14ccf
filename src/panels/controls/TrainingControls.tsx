// Settings common to all runs: batch size, number of steps, seed, convention, reshuffling.

import { useShallow } from 'zustand/react/shallow'
import type { Convention } from '../../engine/experiment.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import {
  changeExperiment,
  changeRun,
  examplesOf,
  newSeed,
  settle,
  useExperiment,
} from '../../state/experiment.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { formatNumber } from '../../ui/number.ts'
import { batchSizeOf } from '../runs.ts'
import { NumberOf } from './NumberOf.tsx'
import type { OnlyProps } from './ObjectiveControls.tsx'
import { Quantity } from './Quantity.tsx'
import { inConvention, tellConvention } from './suitedAlpha.ts'

const largestSeed = 4294967295

function BatchSizeSlider() {
  const words = useWords()
  const m = useExperiment(({ experiment }) => examplesOf(experiment))
  const size = useExperiment(({ experiment, view }) =>
    batchSizeOf(experiment, experiment.runs[view.selected], examplesOf(experiment)),
  )
  const { means } = words.controls
  const count = Math.ceil(m / size)
  const meaning = size === m ? means.allExamples : size === 1 ? means.oneExample : means.stepsPerEpoch
  const set = (value: number): void => {
    const batchSize = value >= m ? 'all' : value
    const { experiment, view } = useExperiment.getState()
    if (experiment.runs[view.selected].batchSize === undefined)
      changeExperiment('batch size', (before) => ({ ...before, batchSize }))
    else changeRun('batch size', view.selected, (before) => ({ ...before, batchSize }))
  }
  return (
    <Quantity
      label={words.controls.sliders.batchSize}
      value={size}
      scale="powersOfTwo"
      min={1}
      max={m}
      whole
      allowed={{ min: 1, max: m }}
      valueText={fill(meaning, { value: formatNumber(size), count: formatNumber(count) })}
      note={fill(meaning, { value: `B = ${formatNumber(size)}`, count: formatNumber(count) })}
      onChange={set}
    />
  )
}

export function TrainingControls({ only }: OnlyProps) {
  const words = useWords()
  const language = useLanguage()
  const { steps, seed, reshuffle, convention } = useExperiment(
    useShallow(({ experiment }) => {
      const { steps, seed, reshuffle, convention } = experiment
      return { steps, seed, reshuffle, convention }
    }),
  )
  const shows = (name: string): boolean => !only || only.includes(name)
  const seeds = { min: 0, max: largestSeed, whole: true }
  return (
    <section aria-label={words.playground.training}>
      {!only && <h2>{words.playground.training}</h2>}
      {shows('batchSize') && <BatchSizeSlider />}
      {shows('steps') && (
        <Quantity
          label={words.controls.sliders.steps}
          value={steps}
          scale="log"
          min={10}
          max={1_000_000}
          whole
          allowed={{ min: 0, max: 10_000_000 }}
          onChange={(to) => changeExperiment('steps', (before) => ({ ...before, steps: to }))}
        />
      )}
      {shows('seed') && (
        <NumberOf
          label={words.controls.boxes.seed}
          value={seed}
          allowed={seeds}
          onCommit={(to) => {
            changeExperiment('seed', (before) => ({ ...before, seed: to }))
            settle()
          }}
        >
          <Button onClick={newSeed}>{words.controls.buttons.newSeed}</Button>
        </NumberOf>
      )}
      {shows('reshuffle') && (
        <Toggle
          label={words.controls.reshuffle}
          checked={reshuffle}
          note={words.playground.reshuffleNote}
          onChange={(to) => {
            changeExperiment('reshuffle', (before) => ({ ...before, reshuffle: to }))
            settle()
          }}
        />
      )}
      {shows('convention') && (
        <Choice<Convention>
          label={words.controls.choices.convention}
          value={convention}
          options={words.controls.conventions}
          onChange={(to) => {
            const { experiment, view } = useExperiment.getState()
            changeExperiment('convention', (before) => ({
              ...before,
              convention: to,
              runs: before.runs.map((run) =>
                run.convention || view.oneAlpha ? run : inConvention(run, before.convention, to),
              ),
            }))
            settle()
            tellConvention(experiment.runs, to, words, language)
          }}
        />
      )}
    </section>
  )
}
