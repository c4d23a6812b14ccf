// The figures of lessons on descent, by name. To add one, add its name in src/course/figures.ts and a line here.

import type { ReactNode } from 'react'
import { LinePanel } from '../../../panels/LinePanel.tsx'
import { MapPanel } from '../../../panels/map/MapPanel.tsx'
import { layVeil } from '../../../panels/map/veil.ts'
import { CostPanel } from '../../../panels/series/CostPanel.tsx'
import { MemoryPanel } from '../../../panels/series/MemoryPanel.tsx'
import { RatePanel } from '../../../panels/series/RatePanel.tsx'
import { CurvePaper } from './CurvePaper.tsx'
import { MapPrediction } from './MapPrediction.tsx'
import { fetched, type Fetched } from '../../../fetch/fetched.tsx'
import type { DescentFigure } from '../../../course/figures.ts'
import type { Figure, FigureProps } from '../../lessonParts.ts'
import labStyles from '../../../ui/Lab.module.css'

const CurvatureMap = fetched(
  async () => (await import('../../../panels/curvature/CurvaturePanel.tsx')).CurvatureMap,
)
const Curvature = fetched(
  async () => (await import('../../../panels/curvature/CurvaturePanel.tsx')).CurvaturePanel,
)
const SaddleOdds = fetched(async () => (await import('../../../panels/curvature/SaddleOdds.tsx')).SaddleOdds)
const TwoDirections = fetched(
  async () => (await import('../../../panels/curvature/TwoDirections.tsx')).TwoDirections,
)
const Schedules = fetched(
  async () => (await import('../../../panels/schedules/SchedulesPanel.tsx')).SchedulesPanel,
)
const CloudPanel = fetched(async () => (await import('../../../panels/cloud/CloudPanel.tsx')).CloudPanel)
const ParabolaPanel = fetched(
  async () => (await import('../../../panels/cloud/ParabolaPanel.tsx')).ParabolaPanel,
)
const NetworkView = fetched(async () => (await import('../../../panels/network/NetworkView.tsx')).NetworkView)
const Microscope = fetched(async () => (await import('../../../panels/network/Microscope.tsx')).Microscope)
const ChoosingPanel = fetched(
  async () => (await import('../../../panels/network/ChoosingPanel.tsx')).ChoosingPanel,
)
const BatchesPanel = fetched(
  async () => (await import('../../../panels/batches/BatchesPanel.tsx')).BatchesPanel,
)
const StepRace = fetched(async () => (await import('../../../panels/network/StepRace.tsx')).StepRace)
const EffectiveSteps = fetched(
  async () => (await import('../../../panels/series/EffectiveStepPanel.tsx')).EffectiveStepPanel,
)
const Arrows = fetched(async () => (await import('../../../panels/moments/index.ts')).ArrowsPanel)
const FindAlpha = fetched(async () => (await import('../../../panels/moments/index.ts')).FindAlpha)
const Agreement = fetched(async () => (await import('../../../panels/moments/index.ts')).AgreementPanel)
const Tank = fetched(async () => (await import('../../../panels/schedules/TankPanel.tsx')).TankPanel)

/** A figure whose panel is in a file of its own. */
const lazy = <Props extends object>(panel: Fetched<Props>, draw: (props: FigureProps) => ReactNode): Figure =>
  Object.assign(draw, { fetch: panel.fetch })

/** What a step shows that names no figures. */
export const usual = { picture: 'map', strips: ['cost'] } as const

/** Maps, which go to the edges of the page. */
export const flush: ReadonlySet<DescentFigure> = new Set(['map', 'curvatureMap'])

/** Tables of a network's losses, which need the whole width of a narrow page. */
export const onNetwork: ReadonlySet<DescentFigure> = new Set(['microscope', 'choosing'])

export const descentFigures: Readonly<Record<DescentFigure, Figure>> = {
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
  batches: lazy(BatchesPanel, ({ hides }) => <BatchesPanel uncut={hides.has('paths')} />),
  curve: ({ step, name }) =>
    step.prediction?.kind === 'curve' ? (
      <CurvePaper name={name} prediction={step.prediction} height="100%" />
    ) : null,
  curvatureMap: lazy(CurvatureMap, ({ hides, open }) => (
    <CurvatureMap withoutRuns={hides.has('paths')} locked={open} />
  )),
  curvature: lazy(Curvature, ({ hides }) => <Curvature concealed={hides.has('numbers')} />),
  odds: lazy(SaddleOdds, ({ hides }) => (hides.has('numbers') ? <TwoDirections /> : <SaddleOdds />)),
  schedules: lazy(Schedules, ({ hides }) => <Schedules all concealed={hides.has('curves')} />),
  ownSchedules: lazy(Schedules, ({ hides }) => <Schedules concealed={hides.has('curves')} />),
  cloud: lazy(CloudPanel, ({ hides }) => <CloudPanel concealed={hides.has('paths')} />),
  slice: lazy(ParabolaPanel, ({ hides }) => <ParabolaPanel direction={0} concealed={hides.has('paths')} />),
  sliceAcross: lazy(ParabolaPanel, ({ hides }) => (
    <ParabolaPanel direction={1} concealed={hides.has('paths')} />
  )),
  network: lazy(NetworkView, ({ hides, open }) => (
    <NetworkView concealed={hides.has('paths')} locked={open} />
  )),
  microscope: lazy(Microscope, ({ hides }) => (hides.has('numbers') ? null : <Microscope />)),
  choosing: lazy(ChoosingPanel, () => <ChoosingPanel />),
  stepRace: lazy(StepRace, ({ hides }) => <StepRace concealed={hides.has('curves')} />),
  effective: lazy(EffectiveSteps, ({ hides }) => (
    <EffectiveSteps height="100%" concealed={hides.has('memory')} />
  )),
  arrows: lazy(Arrows, ({ hides }) => <Arrows concealed={hides.has('paths')} />),
  alphas: lazy(FindAlpha, ({ hides }) => <FindAlpha concealed={hides.has('numbers')} />),
  agreement: lazy(Agreement, ({ hides }) => <Agreement concealed={hides.has('paths')} />),
  tank: lazy(Tank, ({ hides }) => <Tank concealed={hides.has('numbers')} />),
}
