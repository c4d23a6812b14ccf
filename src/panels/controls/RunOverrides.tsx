// Settings of a single run: batch size, number of steps, convention.

import { useShallow } from 'zustand/react/shallow'
import type { Convention } from '../../engine/experiment.ts'
import { useLanguage, useWords } from '../../i18n/index.ts'
import { changeRun, examplesOf, settle, useExperiment } from '../../state/experiment.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Toggle } from '../../ui/Toggle.tsx'
import { NumberOf } from './NumberOf.tsx'
import { inConvention, tellConvention } from './suitedAlpha.ts'

export function RunOverrides() {
  const words = useWords()
  const language = useLanguage()
  const index = useExperiment(({ view }) => view.selected)
  const run = useExperiment(
    useShallow(({ experiment, view }) => {
      const { batchSize, steps, convention } = experiment.runs[view.selected]
      return { batchSize, steps, convention }
    }),
  )
  const steps = { min: 0, max: 10_000_000, whole: true }
  return (
    <Disclosure label={words.playground.moreOfRun}>
      <Toggle
        label={words.controls.ownBatchSize}
        checked={run.batchSize !== undefined}
        onChange={(own) => {
          const { experiment } = useExperiment.getState()
          const batchSize = experiment.batchSize === 'all' ? examplesOf(experiment) : experiment.batchSize
          changeRun('own batch size', index, ({ batchSize: _, ...rest }) =>
            own ? { ...rest, batchSize } : rest,
          )
          settle()
        }}
      />
      <Toggle
        label={words.playground.ownSteps}
        checked={run.steps !== undefined}
        onChange={(own) => {
          const { steps: all } = useExperiment.getState().experiment
          changeRun('own steps', index, ({ steps: _, ...rest }) => (own ? { ...rest, steps: all } : rest))
          settle()
        }}
      />
      {run.steps !== undefined && (
        <NumberOf
          label={words.playground.ownSteps}
          value={run.steps}
          allowed={steps}
          onCommit={(own) => {
            changeRun('own steps', index, (before) => ({ ...before, steps: own }))
            settle()
          }}
        />
      )}
      <Choice<Convention | 'same'>
        label={words.playground.ownConvention}
        value={run.convention ?? 'same'}
        options={{ same: words.playground.asAll, ...words.controls.conventions }}
        onChange={(own) => {
          const { experiment } = useExperiment.getState()
          const to = own === 'same' ? experiment.convention : own
          changeRun('convention', index, (before) => {
            const { convention: from = experiment.convention, ...rest } = before
            const kept = inConvention(rest, from, to)
            return own === 'same' ? kept : { ...kept, convention: own }
          })
          settle()
          tellConvention(experiment.runs, to, words, language)
        }}
      />
    </Disclosure>
  )
}
