// The pictures available to a step, by name. To add one, add a line here. A step refers to it by name.

import type { ComponentType } from 'react'
import { LinePanel } from '../panels/LinePanel.tsx'
import { MapPanel } from '../panels/map/MapPanel.tsx'
import { layVeil } from '../panels/map/veil.ts'
import { CostPanel } from '../panels/series/CostPanel.tsx'
import { MemoryPanel } from '../panels/series/MemoryPanel.tsx'
import { RatePanel } from '../panels/series/RatePanel.tsx'
import { CurvePaper } from './CurvePaper.tsx'
import { MapPrediction } from './MapPrediction.tsx'
import { fetched } from '../fetch/fetched.tsx'
import type { Hidden, Lesson, Step } from './lesson.ts'
import labStyles from '../ui/Lab.module.css'

export interface PanelProps {
  /** What the open prediction hides. Empty once it is answered. */
  readonly hides: ReadonlySet<Hidden>
  /** Whether a prediction is unanswered. */
  readonly open: boolean
  readonly step: Step
  /** `momentum/limit`: the step's name in the course. */
  readonly name: string
}

const AveragePanels = {
  averages: fetched(async () => (await import('./averagesPanels.tsx')).Averages),
  weights: fetched(async () => (await import('./averagesPanels.tsx')).Weights),
  warmUp: fetched(async () => (await import('./averagesPanels.tsx')).WarmUp),
  purpleLine: fetched(async () => (await import('./averagesPanels.tsx')).Purple),
  averageErrors: fetched(async () => (await import('./averagesPanels.tsx')).Errors),
  dayEquations: fetched(async () => (await import('./averagesPanels.tsx')).Equations),
  windows: fetched(async () => (await import('./averagesPanels.tsx')).Windows),
}

const CurvatureMap = fetched(
  async () => (await import('../panels/curvature/CurvaturePanel.tsx')).CurvatureMap,
)
const Curvature = fetched(async () => (await import('../panels/curvature/CurvaturePanel.tsx')).CurvaturePanel)
const SaddleOdds = fetched(async () => (await import('../panels/curvature/SaddleOdds.tsx')).SaddleOdds)
const TwoDirections = fetched(
  async () => (await import('../panels/curvature/TwoDirections.tsx')).TwoDirections,
)
const Schedules = fetched(async () => (await import('../panels/schedules/SchedulesPanel.tsx')).SchedulesPanel)
const CloudPanel = fetched(async () => (await import('../panels/cloud/CloudPanel.tsx')).CloudPanel)
const ParabolaPanel = fetched(async () => (await import('../panels/cloud/ParabolaPanel.tsx')).ParabolaPanel)
const NetworkView = fetched(async () => (await import('../panels/network/NetworkView.tsx')).NetworkView)
const Microscope = fetched(async () => (await import('../panels/network/Microscope.tsx')).Microscope)
const ChoosingPanel = fetched(async () => (await import('../panels/network/ChoosingPanel.tsx')).ChoosingPanel)
const BatchesPanel = fetched(async () => (await import('../panels/batches/BatchesPanel.tsx')).BatchesPanel)
const StepRace = fetched(async () => (await import('../panels/network/StepRace.tsx')).StepRace)
const EffectiveSteps = fetched(
  async () => (await import('../panels/series/EffectiveStepPanel.tsx')).EffectiveStepPanel,
)
const Arrows = fetched(async () => (await import('../panels/moments/index.ts')).ArrowsPanel)
const FindAlpha = fetched(async () => (await import('../panels/moments/index.ts')).FindAlpha)
const Agreement = fetched(async () => (await import('../panels/moments/index.ts')).AgreementPanel)
const Tank = fetched(async () => (await import('../panels/schedules/TankPanel.tsx')).TankPanel)

export const panels = {
  map: ({ hides, open, step, name }) =>
    step.prediction?.kind === 'point' ? (
      <MapPrediction name={name} prediction={step.prediction} withoutRuns={hides.has('paths')} />
    ) : (
      <MapPanel withoutRuns={hides.has('paths')} locked={open} mist={layVeil} />
    ),
  cost: ({ hides }) => <CostPanel height="100%" concealed={hides.has('curves')} />,
  alpha: ({ hides }) => <RatePanel height="100%" concealed={hides.has('curves')} />,
  memory: ({ hides }) => (
    <div className={labStyles.memory}>
      <MemoryPanel direction={0} height="100%" concealed={hides.has('memory')} />
      <MemoryPanel direction={1} height="100%" concealed={hides.has('memory')} />
    </div>
  ),
  memoryAlong: ({ hides }) => <MemoryPanel direction={0} height="100%" concealed={hides.has('memory')} />,
  memoryAcross: ({ hides }) => <MemoryPanel direction={1} height="100%" concealed={hides.has('memory')} />,
  // Open the switches if the answer changes one of them.
  line: ({ open, step }) => (
    <LinePanel locked={open} open={'objective' in (step.prediction?.reveal?.experiment ?? {})} />
  ),
  batches: ({ hides }) => <BatchesPanel uncut={hides.has('paths')} />,
  curve: ({ step, name }) =>
    step.prediction?.kind === 'curve' ? (
      <CurvePaper name={name} prediction={step.prediction} height="100%" />
    ) : null,
  ...AveragePanels,
  curvatureMap: ({ hides, open }) => <CurvatureMap withoutRuns={hides.has('paths')} locked={open} />,
  curvature: ({ hides }) => <Curvature concealed={hides.has('numbers')} />,
  odds: ({ hides }) => (hides.has('numbers') ? <TwoDirections /> : <SaddleOdds />),
  schedules: ({ hides }) => <Schedules all concealed={hides.has('curves')} />,
  ownSchedules: ({ hides }) => <Schedules concealed={hides.has('curves')} />,
  cloud: ({ hides }) => <CloudPanel concealed={hides.has('paths')} />,
  slice: ({ hides }) => <ParabolaPanel direction={0} concealed={hides.has('paths')} />,
  sliceAcross: ({ hides }) => <ParabolaPanel direction={1} concealed={hides.has('paths')} />,
  network: ({ hides, open }) => <NetworkView concealed={hides.has('paths')} locked={open} />,
  microscope: ({ hides }) => (hides.has('numbers') ? null : <Microscope />),
  choosing: () => <ChoosingPanel />,
  stepRace: ({ hides }) => <StepRace concealed={hides.has('curves')} />,
  effective: ({ hides }) => <EffectiveSteps height="100%" concealed={hides.has('memory')} />,
  arrows: ({ hides }) => <Arrows concealed={hides.has('paths')} />,
  alphas: ({ hides }) => <FindAlpha concealed={hides.has('numbers')} />,
  agreement: ({ hides }) => <Agreement concealed={hides.has('paths')} />,
  tank: ({ hides }) => <Tank concealed={hides.has('numbers')} />,
} satisfies Readonly<Record<string, ComponentType<PanelProps>>>

export type PanelName = keyof typeof panels

const chunks: Partial<Record<PanelName, { fetch(): Promise<unknown> }>> = {
  ...AveragePanels,
  curvatureMap: CurvatureMap,
  curvature: Curvature,
  odds: SaddleOdds,
  schedules: Schedules,
  ownSchedules: Schedules,
  cloud: CloudPanel,
  slice: ParabolaPanel,
  sliceAcross: ParabolaPanel,
  network: NetworkView,
  microscope: Microscope,
  choosing: ChoosingPanel,
  stepRace: StepRace,
  arrows: Arrows,
  alphas: FindAlpha,
  agreement: Agreement,
  tank: Tank,
  effective: EffectiveSteps,
}

/** Preloads what the steps of a lesson show. */
export function fetchPanels({ steps }: Lesson): void {
  for (const { picture = 'map', strips = [] } of steps)
    // A part that cannot be fetched now reports it when it is shown.
    for (const name of [picture, ...strips]) chunks[name]?.fetch().catch(() => {})
}
