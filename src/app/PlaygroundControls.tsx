// Every number of the playground to turn: the runs, the selected run, the surface, the training, the view.

import { ObjectiveControls } from '../panels/controls/ObjectiveControls.tsx'
import { RunControls } from '../panels/controls/RunControls.tsx'
import { RunsPanel } from '../panels/controls/RunsPanel.tsx'
import { TrainingControls } from '../panels/controls/TrainingControls.tsx'
import { ViewControls } from '../panels/controls/ViewControls.tsx'
import { RulePanel } from '../panels/lesson/RulePanel.tsx'
import { useWords } from '../i18n/index.ts'
import { useExperiment } from '../state/experiment.ts'
import { Disclosure } from '../ui/Disclosure.tsx'

export function PlaygroundControls() {
  const words = useWords()
  const plane = useExperiment(({ experiment }) => experiment.objective.kind !== 'network')
  return (
    <>
      <RunsPanel />
      <RunControls />
      {plane && (
        <Disclosure label={words.playground.rule}>
          <RulePanel code />
        </Disclosure>
      )}
      <ObjectiveControls />
      <TrainingControls />
      <ViewControls />
    </>
  )
}
