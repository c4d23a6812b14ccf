// The few controls of a lesson's step: the playground's own, by name. Each slider exists once per page and has the same
// name everywhere.

import { Suspense } from 'react'
import type { HyperparameterName } from '../engine/experiment.ts'
import { hyperparameters } from '../engine/hyperparameters.ts'
import { fetched } from '../fetch/fetched.tsx'
import { useWords } from '../i18n/index.ts'
import { changeView, settle, useExperiment } from '../state/experiment.ts'
import { Toggle } from '../ui/Toggle.tsx'
import { axisNames } from '../panels/axisNames.ts'
import { ObjectiveControls } from '../panels/controls/ObjectiveControls.tsx'
import { RunControls } from '../panels/controls/RunControls.tsx'
import { RunsPanel } from '../panels/controls/RunsPanel.tsx'
import { TrainingControls } from '../panels/controls/TrainingControls.tsx'
import { ViewControls } from '../panels/controls/ViewControls.tsx'

// A network's own controls load with the network.
const LambdaSlider = fetched(async () => (await import('../panels/network/LambdaSlider.tsx')).LambdaSlider)

const BuildAdam = fetched(async () => (await import('../panels/moments/index.ts')).BuildAdam)

const ofRun = [
  ...(['optimizer', 'alpha', 'oneAlpha'] as const),
  ...(Object.keys(hyperparameters) as HyperparameterName[]),
]
const ofRunMore = ['biasCorrection', 'decay', 'overrides'] as const
const ofObjective = [
  'objective',
  'network',
  'kappa',
  'angle',
  'turnStart',
  'm',
  'labelNoise',
  'mislabelled',
  'noise',
  'scale',
] as const
const ofTraining = ['batchSize', 'steps', 'seed', 'reshuffle', 'convention'] as const
const ofAverages = ['curves', 'correction', 'series', 'outlier', 'window'] as const

/**
 * `runs` is the list of runs, `addRuns` adds buttons to add and remove them, `axes` swaps w and b, `build` assembles
 * Adam from its parts.
 */
export type ControlName =
  | 'runs'
  | 'addRuns'
  | 'axes'
  | 'average'
  | 'lambda'
  | 'build'
  | (typeof ofRun)[number]
  | (typeof ofRunMore)[number]
  | (typeof ofObjective)[number]
  | (typeof ofTraining)[number]
  | (typeof ofAverages)[number]

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
      {any([...ofRun, ...ofRunMore]) && <RunControls only={only} />}
      {any(ofObjective) && <ObjectiveControls only={only} />}
      {only.includes('lambda') && (
        <Suspense>
          <LambdaSlider />
        </Suspense>
      )}
      {any(ofTraining) && <TrainingControls only={only} />}
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
