// Moment 2, "Draw the purple line": real temperatures and the green, corrected curve are shown, and the learner draws
// days 1 to 60 of the same average without correction. Then purple appears, the bar of weights so far fills with the
// day, and dividing by 1 − βᵗ lifts the point to green.

import { useEffect, useMemo, useRef, useState } from 'react'
import { s } from '../../../engine/formula.ts'
import { warmUp } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import { seriesLayer, type Overlay, type PlotHandle, type TableSource } from '../../../plot/index.ts'
import { changeAverages, lengthOfSeries, lookAtAverages, settleAverages, useAverages } from '../document.ts'
import { averagesPicture, keepAverages, showDays, useReadings } from '../pagePicture.ts'
import { predict, useCourse, wait } from '../../../state/course.ts'
import { onFrame } from '../../../state/frame.ts'
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
import { DrawPrediction, drawingOf, drawnPlaces, type Drawing } from '../../../panels/DrawPrediction.tsx'
import { picturePairs, pointsOf } from './picturePoints.ts'
import { drawPurpleOverlay } from './purpleOverlay.ts'
import { purpleVerdict } from './purpleVerdict.ts'
import { UnitChoice } from './SeriesControls.tsx'
import { WarmUpMeter } from './WeightFacts.tsx'
import textStyles from '../../../styles/Text.module.css'
import styles from './Averages.module.css'

const leastDrawn = 10
const mostDays = 60
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
  const days = useAverages((state) => Math.min(mostDays, lengthOfSeries(state.experiment.series)))
  const series = useAverages((state) => state.experiment.series)
  const scale = useAverages((state) => state.experiment.unit)
  const stored = useCourse((state) => state.predictions[name])
  const revealed = stored?.revealed ?? false
  const own = words.prediction
  const beta = useAverages((state) => state.experiment.betas[0])
  const day = useReadings((state) => state.day)
  // Stored in the series' own unit, so °F shows the same drawing.
  const drawing = useMemo(() => {
    const shown = (value: number): number => (scale === 'fahrenheit' ? value * 1.8 + 32 : value)
    return drawingOf(stored?.answer, days, shown)
  }, [stored?.answer, days, scale])
  const draw = ({ values }: Drawing): void => {
    const own = (value: number): number => (scale === 'fahrenheit' ? (value - 32) / 1.8 : value)
    predict(name, { answer: Array.from(values, (value) => Number(own(value).toFixed(6))), revealed: false })
    setRefused(false)
  }
  const [refused, setRefused] = useState(false)
  const [divided, setDivided] = useState(false)
  // Asked again, by its own button or by Reset, so undo the division.
  if (divided && !revealed) setDivided(false)
  const [firstDay, setFirstDay] = useState(NaN)
  const [domain, setDomain] = useState<readonly [number, number]>([-2, 20])
  const plot = useRef<PlotHandle | null>(null)
  const t = Math.min(days, day?.t ?? 1)

  useEffect(keepAverages, [])
  useEffect(() => (revealed ? undefined : wait(name)), [revealed, name])
  useEffect(() => showDays(1, days, 400), [days])
  useEffect(() => {
    if (useAverages.getState().view.day > days) lookAtAverages({ day: 1 })
  }, [days])
  useEffect(() => {
    // Without correction there is no green line to start from, whatever the address says.
    if (useAverages.getState().experiment.biasCorrection) return
    changeAverages('predict', { biasCorrection: true })
    settleAverages()
  }, [])
  useEffect(
    () =>
      onFrame(() => {
        const raw = averagesPicture.current?.raw
        if (!raw) return
        let [low, high] = [0, 0]
        for (let i = 0; i < raw.length && raw[i] <= days; i += 2) {
          low = Math.min(low, raw[i + 1])
          high = Math.max(high, raw[i + 1])
        }
        const room = (high - low) * 0.08
        setDomain((before) =>
          before[0] === low - room && before[1] === high + room ? before : [low - room, high + room],
        )
        setFirstDay(raw[1])
        plot.current?.draw('over')
      }),
    [days],
  )

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
  /** Once the uncorrected line has joined the corrected one, they are the same. */
  const at = (pick: 'curves' | 'uncorrected', place: number): number => {
    const picture = averagesPicture.current
    return picture?.[pick][0]?.[2 * place + 1] ?? picture?.curves[0]?.[2 * place + 1] ?? NaN
  }

  const section = useRef<HTMLElement>(null)
  const reveal = (): void => {
    if (drawnPlaces(drawing) < Math.min(leastDrawn, days)) return setRefused(true)
    // The button disappears, so move the focus to the question.
    section.current?.focus({ preventScroll: true })
    predict(name, { ...stored, revealed: true })
  }
  const sum = warmUp(beta, t)
  const v = day?.v[0] ?? NaN

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
    <section ref={section} className={styles.purpleLine} tabIndex={-1}>
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
        onDraw={draw}
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
          <Toggle label={own.divideToggle} checked={divided} onChange={setDivided} />
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
          <Button onClick={() => predict(name, undefined)}>{own.again}</Button>
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
