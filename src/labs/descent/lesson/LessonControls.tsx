// The few controls of a lesson's step: the playground's own, by name. Each slider exists once per page and has the same
// name everywhere.

import { Suspense } from 'react'
import {
  objectiveControls,
  runControls,
  trainingControls,
  type ControlName,
} from '../../../course/controls.ts'
import { fetched } from '../../../fetch/fetched.tsx'
import { useWords } from '../../../i18n/index.ts'
import { changeView, settle, useExperiment } from '../../../state/experiment.ts'
import { Toggle } from '../../../ui/Toggle.tsx'
import { axisNames } from '../../../panels/axisNames.ts'
import { ObjectiveControls } from '../../../panels/controls/ObjectiveControls.tsx'
import { RunControls } from '../../../panels/controls/RunControls.tsx'
import { RunsPanel } from '../../../panels/controls/RunsPanel.tsx'
import { TrainingControls } from '../../../panels/controls/TrainingControls.tsx'
import { ViewControls } from '../../../panels/controls/ViewControls.tsx'

// A network's own controls load with the network.
const LambdaSlider = fetched(
  async () => (await import('../../../panels/network/LambdaSlider.tsx')).LambdaSlider,
)

const BuildAdam = fetched(async () => (await import('../../../panels/moments/index.ts')).BuildAdam)

export function LessonControls({ only }: { readonly only: readonly ControlName[] }) {
  const any = (names: readonly ControlName[]): boolean => names.some((name) => only.includes(name))
  return (
    <>
      {only.includes('build') && (
        <Suspense>
          <BuildAdam />
        </Suspense>
      )}
      {any(['runs', 'addRuns']) && <RunsPanel fixed={!only.includes('addRuns')} />}
      {any(runControls) && <RunControls only={only} />}
      {any(objectiveControls) && <ObjectiveControls only={only} />}
      {only.includes('lambda') && (
        <Suspense>
          <LambdaSlider />
        </Suspense>
      )}
      {any(trainingControls) && <TrainingControls only={only} />}
      {only.includes('average') && (
        <Suspense>
          <ViewControls />
        </Suspense>
      )}
      {only.includes('axes') && <AxesControl />}
    </>
  )
}

/** Lets w be the steep axis instead of b. */
function AxesControl() {
  const words = useWords()
  const { experiment, view } = useExperiment()
  const [w, b] = axisNames(experiment.objective.kind)
  return w === 'w' && b === 'b' ? (
    <Toggle
      label={words.plots.swap}
      checked={view.swapped}
      onChange={(swapped) => {
        changeView('swap', { swapped })
        settle()
      }}
    />
  ) : null
}
