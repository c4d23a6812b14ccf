// The figures, the timeline and the controls of lessons on averages.

import { CorrectionControls } from '../view/AveragesLab.tsx'
import { AveragePanel } from '../view/AveragePanel.tsx'
import { CurveControls } from '../view/CurveControls.tsx'
import { DayEquations } from '../view/DayEquations.tsx'
import { ErrorPanel } from '../view/ErrorPanel.tsx'
import { OutlierReport } from '../view/OutlierReport.tsx'
import { DaySlider } from '../view/DaySlider.tsx'
import { PurpleLine } from '../view/PurpleLine.tsx'
import { SeriesControls } from '../view/SeriesControls.tsx'
import { WarmUpMeter, WeightFacts } from '../view/WeightFacts.tsx'
import { WeightsPanel } from '../view/WeightsPanel.tsx'
import { WindowControls } from '../view/WindowControls.tsx'
import { lengthOfSeries, useAverages } from '../document.ts'
import type { AveragesFigure } from '../../../course/figures.ts'
import type { Figure, FigureProps } from '../../lessonParts.ts'

/** With nothing below, the picture fills the space. Not on a phone, where the text is there. */
const alone = 'clamp(17rem, min(100vh - 11rem, 52vw), 60rem)'
/** Before the answer and after it: the eye compares the same place. */
const withStrips = 'clamp(17rem, min(max(56vh, 100vh - 25rem), 52vw), 60rem)'

/** What a step shows that names no figures. */
export const usual = { picture: 'averages', strips: [] } as const

function WarmUp({ hides }: FigureProps) {
  const beta = useAverages(({ experiment, view }) => experiment.betas[view.selected])
  const day = useAverages((state) => state.view.day)
  return hides.has('numbers') || beta === undefined ? null : <WarmUpMeter beta={beta} t={day} />
}

export const averagesFigures: Readonly<Record<AveragesFigure, Figure>> = {
  averages: ({ hides, step }) => (
    <AveragePanel concealed={hides.has('curves')} height={step.strips?.length === 0 ? alone : withStrips} />
  ),
  weights: ({ hides }) =>
    hides.has('numbers') ? null : (
      <div>
        <WeightsPanel height="11.5rem" />
        <WeightFacts />
      </div>
    ),
  warmUp: WarmUp,
  // Moment 2.
  purpleLine: ({ name }) => <PurpleLine name={name} height="clamp(17rem, 44vh, 36rem)" />,
  averageErrors: ({ hides }) => (hides.has('numbers') ? null : <ErrorPanel />),
  dayEquations: ({ hides }) => (hides.has('numbers') ? null : <DayEquations />),
  windows: ({ hides }) => (hides.has('numbers') ? null : <WindowControls />),
}

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
