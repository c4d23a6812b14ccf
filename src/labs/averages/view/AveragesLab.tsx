// The averages lab: one series, its averages, one day in detail, and the errors. Fills the page below the header.

import { useEffect, useLayoutEffect, useState } from 'react'
import styles from './Averages.module.css'
import { useWords } from '../../../i18n/index.ts'
import { changeAverages, lengthOfSeries, lookAtAverages, settleAverages, useAverages } from '../document.ts'
import { hiddenParts, pageView, setOwn, useOpened } from '../../../document/session.ts'
import { notify } from '../../../state/notice.ts'
import { Button } from '../../../ui/Button.tsx'
import { Toggle } from '../../../ui/Toggle.tsx'
import { useDrop } from '../../../ui/useDrop.ts'
import { AveragePanel } from './AveragePanel.tsx'
import { CurveControls } from './CurveControls.tsx'
import { DayEquations } from './DayEquations.tsx'
import { ErrataCards } from './ErrataCards.tsx'
import { ErrorPanel } from './ErrorPanel.tsx'
import { MomentumLine } from './MomentumLine.tsx'
import { OutlierReport } from './OutlierReport.tsx'
import { OwnSeries } from './OwnSeries.tsx'
import { DaySlider } from './DaySlider.tsx'
import { PurpleLine } from './PurpleLine.tsx'
import { SeriesControls } from './SeriesControls.tsx'
import { WeightFacts } from './WeightFacts.tsx'
import { WeightsPanel } from './WeightsPanel.tsx'
import { WindowControls } from './WindowControls.tsx'
import { useAverageWords } from './averageWords.ts'
import textStyles from '../../../styles/Text.module.css'

/** The parameter that lets the user draw the purple line: `draw=1`. */
export const drawing = 'draw'

const draws = (): boolean => pageView().own?.[drawing] === '1'

/** Sets up the state in which the purple line is drawn. */
function takePaper(): void {
  changeAverages('predict', { betas: [0.98], biasCorrection: true, windows: [], changes: [] })
  settleAverages()
  lookAtAverages({ selected: 0, lag: false, day: 1 })
}

export function AveragesLab() {
  const hidden = hiddenParts()
  const shows = (part: string): boolean => !hidden.includes(part)
  const { words } = useAverageWords()
  const { notices } = useWords()
  const [owning, setOwning] = useState(false)
  const [dropped, setDropped] = useState<Blob>()

  const kind = useAverages((state) => state.experiment.series.kind)
  const openings = useOpened((state) => state.openings)
  const [opened, setOpened] = useState(0)
  const [predicting, setPredicting] = useState(false)
  // Each address that is opened decides whether the line is drawn.
  if (openings !== opened) {
    setOpened(openings)
    setPredicting(draws())
  }
  useLayoutEffect(() => {
    if (draws() && !useAverages.getState().experiment.biasCorrection) takePaper()
  }, [openings])
  useEffect(() => setOwn(drawing, predicting ? '1' : undefined), [predicting])
  // After undo to a state without correction, there is no green line to draw next to.
  useEffect(
    () => useAverages.subscribe(({ experiment }) => !experiment.biasCorrection && setPredicting(false)),
    [],
  )
  useDrop((given) => {
    if (!given) return notify(notices.nothingDropped)
    setDropped(given)
    setOwning(true)
  })
  const predict = (): void => {
    takePaper()
    setPredicting(true)
  }
  return (
    <main id="main" tabIndex={-1} data-part="lab" className={styles.lab}>
      <h1 className={textStyles.spoken}>{words.title}</h1>
      {predicting ? (
        <div className={styles.prediction}>
          <Button onClick={() => setPredicting(false)}>{words.prediction.close}</Button>
          <PurpleLine name={`averages-lab/purple-${kind}`} height="clamp(17rem, 50vh, 42rem)" />
        </div>
      ) : (
        <div data-part="page" className={styles.page} data-controls={shows('controls') || undefined}>
          <div data-part="pictures" className={styles.pictures}>
            <p className={textStyles.note}>
              <span className={textStyles.withHover}>{words.lead}</span>
              <span className={textStyles.withoutHover}>{words.leadTouch}</span>
            </p>
            <AveragePanel height="clamp(17rem, 48vh, 42rem)" />
            {shows('playback') && <DayTimeline />}
            <div data-part="more" className={styles.day}>
              <div>
                <WeightsPanel />
                <WeightFacts />
              </div>
              <DayEquations />
            </div>
          </div>
          {shows('controls') && (
            <aside data-part="controls" className={styles.controls}>
              <CurveControls />
              <CorrectionControls />
              <Button kind="primary" onClick={predict}>
                {words.prediction.open}
              </Button>
              <MomentumLine />
              <SeriesControls onOwn={() => setOwning(true)} />
              <OutlierReport />
              <WindowControls />
              <ErrorPanel />
              <ErrataCards />
            </aside>
          )}
        </div>
      )}
      <OwnSeries
        open={owning}
        dropped={dropped}
        onClose={() => {
          setOwning(false)
          setDropped(undefined)
        }}
      />
    </main>
  )
}

function DayTimeline() {
  const series = useAverages((state) => state.experiment.series)
  const pinned = useAverages((state) => state.view.day)
  return <DaySlider days={lengthOfSeries(series)} t={pinned} />
}

/** Switches for bias correction and the measured lag. */
export function CorrectionControls() {
  const { words, controls } = useAverageWords()
  const correction = useAverages((state) => state.experiment.biasCorrection)
  const kind = useAverages((state) => state.experiment.series.kind)
  const lag = useAverages((state) => state.view.lag)
  return (
    <section className={styles.curves}>
      <Toggle
        label={controls.biasCorrection}
        checked={correction}
        onChange={(checked) => {
          changeAverages('biasCorrection', { biasCorrection: checked })
          settleAverages()
        }}
        note={correction ? words.correction.note : words.correction.off}
      />
      <Toggle
        label={words.lag.toggle}
        checked={lag}
        onChange={(checked) => lookAtAverages({ lag: checked })}
        note={lag ? (kind === 'synthetic' ? words.lag.noteSeason : words.lag.note) : undefined}
      />
    </section>
  )
}
