// Moment 2, "Draw the purple line": real temperatures and the green, corrected curve are shown, and the learner draws
// days 1 to 60 of the same average without correction. Then purple appears, the bar of weights so far fills with the
// day, and dividing by 1 − βᵗ lifts the point to green.

import { useMemo, useRef } from 'react'
import { s } from '../../../engine/formula.ts'
import { warmUp } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { seriesLayer, type Overlay, type PlotHandle, type TableSource } from '../../../plot/index.ts'
import { useAverages } from '../document.ts'
import { averagesPicture } from '../pagePicture.ts'
import { Button } from '../../../ui/Button.tsx'
import { Formula } from '../../../ui/Formula.tsx'
import { MathText } from '../../../ui/MathText.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { Toggle } from '../../../ui/Toggle.tsx'
import { enter } from './AveragePanel.tsx'
import { rawDots } from './averageLayers.ts'
import { useAverageWords } from './averageWords.ts'
import { greenPaint, purplePaint, uncorrectedDash } from './curveLook.ts'
import { DaySlider } from './DaySlider.tsx'
import { DrawPrediction, drawnPlaces } from '../../../panels/DrawPrediction.tsx'
import { picturePairs, pointsOf } from './picturePoints.ts'
import { drawPurpleOverlay } from './purpleOverlay.ts'
import { purpleVerdict } from './purpleVerdict.ts'
import { UnitChoice } from './SeriesControls.tsx'
import { leastDrawn, usePurpleLine } from './usePurpleLine.ts'
import { WarmUpMeter } from './WeightFacts.tsx'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

/** A day as a subscript: V₂. */
const lowered = (t: number): string => String(t).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)])

export interface PurpleLineProps {
  /** The storage key of the drawing: `bias-correction/purple`. */
  readonly name: string
  readonly height?: string
}

/** Requires an experiment with bias correction. Its first curve is the one in question. */
export function PurpleLine({ name, height }: PurpleLineProps) {
  const { words, plots, unit, temperature } = useAverageWords()
  const series = useAverages((state) => state.experiment.series)
  const own = words.prediction
  const plot = useRef<PlotHandle | null>(null)
  const model = usePurpleLine(name, plot)
  const { days, beta, drawing, revealed, refused, divided, firstDay, domain, t, v, at } = model

  const known = useMemo(
    () => [
      ...rawDots(),
      seriesLayer({
        key: 'green',
        points: pointsOf(picturePairs((picture) => picture.curves[0])),
        color: greenPaint,
      }),
    ],
    [],
  )
  const truth = useMemo(
    () => [
      seriesLayer({
        key: 'purple',
        points: pointsOf(picturePairs((picture) => picture.uncorrected[0])),
        color: purplePaint,
        dash: uncorrectedDash,
      }),
    ],
    [],
  )
  const section = useRef<HTMLElement>(null)
  const reveal = (): void => {
    // The button disappears, so move the focus to the question.
    if (model.reveal()) section.current?.focus({ preventScroll: true })
  }
  const sum = warmUp(beta, t)

  const overlay = (over: Overlay): void =>
    drawPurpleOverlay(over, {
      days,
      corrected: (place) => at('curves', place),
      uncorrected: (place) => at('uncorrected', place),
      drawn: drawing.values,
      revealed,
      divided,
      t,
      v,
      sum,
      words: own,
    })

  const table: TableSource = {
    columns: [
      own.table.day,
      own.table.theta,
      own.table.green,
      own.table.yours,
      ...(revealed ? [own.table.purple] : []),
    ],
    rows: () => {
      const raw = averagesPicture.current?.raw
      if (!raw) return []
      return Array.from({ length: days }, (_, i) => [
        i + 1,
        formatNumber(raw[2 * i + 1]),
        formatNumber(at('curves', i)),
        Number.isNaN(drawing.values[i]) ? '' : formatNumber(drawing.values[i]),
        ...(revealed ? [formatNumber(at('uncorrected', i))] : []),
      ])
    },
  }
  const count = drawnPlaces(drawing)
  const summary = (): string =>
    revealed
      ? fill(own.summaryAfter, {
          first: temperature(at('uncorrected', 0)),
          last: temperature(at('uncorrected', days - 1)),
          green: temperature(at('curves', days - 1)),
          days,
          count,
        })
      : fill(own.summaryBefore, { days, count })
  const one = Number((1 - beta).toPrecision(6))
  const each = (pick: 'curves' | 'uncorrected'): number[] =>
    Array.from({ length: days }, (_, i) => at(pick, i))
  const verdict = () => purpleVerdict(drawing.values, each('curves'), each('uncorrected'))
  const numbers = {
    one: formatNumber(one),
    first: temperature(at('uncorrected', 0)),
    days,
    percent: formatNumber(100 * warmUp(beta, days), 2),
  }

  return (
    <section ref={section} data-part="drawing" className={styles.purpleLine} tabIndex={-1}>
      <h2>{own.title}</h2>
      <p>
        <MathText text={fill(own.question, { beta })} />
      </p>
      <Formula nodes={[s('V_t'), ` = ${beta} · `, s('V_t−1'), ` + ${one} · `, s('theta_t')]} />
      <p>
        <MathText text={fill(own.task, { days })} />
      </p>
      <div className={styles.purpleUnit}>
        <p className={textStyles.note}>{fill(own.unit, { value: temperature(firstDay) })}</p>
        {series.kind !== 'inline' && <UnitChoice hideLabel />}
      </div>
      <DrawPrediction
        name={plots.names.averages}
        caption={
          <>
            {plots.names.averages}{' '}
            <span className={styles.captionNote}>{revealed ? own.figureAfter : own.figureBefore}</span>
          </>
        }
        words={{ showTable: plots.showAsTable, hideTable: plots.hideTable }}
        x={{ name: plots.axes.day, first: 1, last: days }}
        y={{ name: unit ? fill(words.axis, { name: plots.axes.temperature, unit }) : 'θ', domain }}
        pen={own.pen}
        penValue={(place, value) => fill(own.penValue, { t: place, value: temperature(value) })}
        penStart={domain[1] / 2}
        known={known}
        truth={truth}
        revealed={revealed}
        drawing={drawing}
        onDraw={model.draw}
        overlay={overlay}
        summary={summary}
        table={table}
        height={height}
        handle={(node) => {
          plot.current = node
          enter(node)
        }}
      />
      {revealed ? (
        <>
          {count > 0 && (
            <p className={styles.verdict} role="status">
              <MathText text={fill(own[verdict()], numbers)} />
            </p>
          )}
          <DaySlider days={days} t={t} />
          <WarmUpMeter beta={beta} t={t} />
          <Toggle label={own.divideToggle} checked={divided} onChange={model.divide} />
          {divided && (
            <p>
              <MathText
                text={fill(own.divide, {
                  t: lowered(t),
                  v: formatNumber(v),
                  sum: formatNumber(sum),
                  corrected: temperature(v / sum),
                })}
              />
            </p>
          )}
          <Button onClick={model.again}>{own.again}</Button>
        </>
      ) : (
        <>
          <p className={textStyles.note}>{own.how}</p>
          <div className={textStyles.buttonRow}>
            <Button kind="primary" onClick={reveal}>
              {own.reveal}
            </Button>
            {refused && <p className={textStyles.refusal}>{fill(own.undrawn, { count: leastDrawn })}</p>}
          </div>
        </>
      )}
    </section>
  )
}
