// The averages lab's pictures and controls for lessons, loaded only by lessons that show them.

import { CorrectionControls } from '../panels/averages/AveragesLab.tsx'
import { AveragePanel } from '../panels/averages/AveragePanel.tsx'
import { CurveControls } from '../panels/averages/CurveControls.tsx'
import { DayEquations } from '../panels/averages/DayEquations.tsx'
import { ErrorPanel } from '../panels/averages/ErrorPanel.tsx'
import { OutlierReport } from '../panels/averages/OutlierReport.tsx'
import { DaySlider } from '../panels/averages/DaySlider.tsx'
import { PurpleLine } from '../panels/averages/PurpleLine.tsx'
import { SeriesControls } from '../panels/averages/SeriesControls.tsx'
import { WarmUpMeter, WeightFacts } from '../panels/averages/WeightFacts.tsx'
import { WeightsPanel } from '../panels/averages/WeightsPanel.tsx'
import { WindowControls } from '../panels/averages/WindowControls.tsx'
import { lengthOfSeries, useAverages } from '../state/averages.ts'
import type { PanelProps } from './panels.tsx'

/** With nothing below, the picture fills the space. Not on a phone, where the text is there. */
const alone = 'clamp(17rem, min(100vh - 11rem, 52vw), 60rem)'
/** Before the answer and after it: the eye compares the same place. */
const withStrips = 'clamp(17rem, min(56vh, 52vw), 46rem)'

export const Averages = ({ hides, step }: PanelProps) => (
  <AveragePanel concealed={hides.has('curves')} height={step.strips?.length === 0 ? alone : withStrips} />
)

export const Weights = ({ hides }: PanelProps) =>
  hides.has('numbers') ? null : (
    <div>
      <WeightsPanel />
      <WeightFacts />
    </div>
  )
export const WarmUp = ({ hides }: PanelProps) => {
  const beta = useAverages(({ experiment, view }) => experiment.betas[view.selected])
  const day = useAverages((state) => state.view.day)
  return hides.has('numbers') || beta === undefined ? null : <WarmUpMeter beta={beta} t={day} />
}
export const Equations = ({ hides }: PanelProps) => (hides.has('numbers') ? null : <DayEquations />)
export const Errors = ({ hides }: PanelProps) => (hides.has('numbers') ? null : <ErrorPanel />)
export const Windows = ({ hides }: PanelProps) => (hides.has('numbers') ? null : <WindowControls />)

/** Moment 2. */
export const Purple = ({ name }: PanelProps) => <PurpleLine name={name} height="clamp(17rem, 44vh, 36rem)" />

export function Timeline() {
  const series = useAverages((state) => state.experiment.series)
  const day = useAverages((state) => state.view.day)
  return <DaySlider days={lengthOfSeries(series)} t={day} />
}

/** The controls `curves`, `correction`, `series`, `outlier`, `window` of a step of the averages lab. */
export function AveragesControls({ only }: { readonly only: readonly string[] }) {
  return (
    <>
      {only.includes('curves') && <CurveControls open={false} />}
      {only.includes('correction') && <CorrectionControls />}
      {only.includes('series') && <SeriesControls />}
      {only.includes('outlier') && <OutlierReport />}
      {only.includes('window') && <WindowControls />}
    </>
  )
}
