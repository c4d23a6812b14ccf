// Every number of the playground to turn: the runs, the selected run, the surface, the training, the view.

import { ObjectiveControls } from '../panels/controls/ObjectiveControls.tsx'
import { RunControls } from '../panels/controls/RunControls.tsx'
import { RunsPanel } from '../panels/controls/RunsPanel.tsx'
import { TrainingControls } from '../panels/controls/TrainingControls.tsx'
import { ViewControls } from '../panels/controls/ViewControls.tsx'

export function PlaygroundControls() {
  return (
    <>
      <RunsPanel />
      <RunControls />
      <ObjectiveControls />
      <TrainingControls />
      <ViewControls />
    </>
  )
}
