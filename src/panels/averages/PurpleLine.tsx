// Moment 2, "Draw the purple line": real temperatures and the green, corrected curve are there; days 1 to 60 of the same
// average without correction are to be drawn. Then purple comes, the bar of weights given so far fills with the day, and
// dividing by 1 − βᵗ lifts the point to green.

import { useEffect, useMemo, useRef, useState } from 'react'
import { s } from '../../engine/formula.ts'
import { warmUp } from '../../engine/weights.ts'
import { fill } from '../../i18n/index.ts'
import {
  arrow,
  disc,
  resolvePaint,
  seriesLayer,
  type Overlay,
  type PlotHandle,
  type TableSource,
} from '../../plot/index.ts'
import { lookAtAverages, useAverages } from '../../state/averages.ts'
import { averagesPicture, keepAverages, showDays, useReadings } from '../../state/averagesPicture.ts'
import { onFrame } from '../../state/frame.ts'
import { Button } from '../../ui/Button.tsx'
import { Formula } from '../../ui/Formula.tsx'
import { MathText } from '../../ui/MathText.tsx'
import { formatNumber } from '../../ui/number.ts'
import { Toggle } from '../../ui/Toggle.tsx'
import { picturePoints, rawDots } from './averageLayers.ts'
import { useAverageWords } from './averageWords.ts'
import { curvePaint, purplePaint, uncorrectedDash } from './curveLook.ts'
import { DaySlider } from './DaySlider.tsx'
import { DrawPrediction, drawnPlaces, emptyDrawing } from './DrawPrediction.tsx'
import { WarmUpMeter } from './WeightFacts.tsx'

/** The notes' green, whichever place the curve has. */
const green = 1
const leastDrawn = 10

export interface PurpleLineProps {
  readonly days?: number
  readonly height?: string
  readonly onReveal?: () => void
}

/** Needs an experiment with bias correction; its first curve is the one in question. */
export function PurpleLine({ days = 60, height, onReveal }: PurpleLineProps) {
  const { words, plots, unit, temperature } = useAverageWords()
  const own = words.prediction
  const beta = useAverages((state) => state.experiment.betas[0])
  const day = useReadings((state) => state.day)
  const [drawing, setDrawing] = useState(() => emptyDrawing(days))
  const [revealed, setRevealed] = useState(false)
  const [refused, setRefused] = useState(false)
  const [divided, setDivided] = useState(false)
  const [firstDay, setFirstDay] = useState(NaN)
  const [domain, setDomain] = useState<readonly [number, number]>([-2, 20])
  const plot = useRef<PlotHandle | null>(null)
  const t = Math.min(days, day?.t ?? 1)

  useEffect(keepAverages, [])
  useEffect(() => showDays(1, days, 400), [days])
  useEffect(() => lookAtAverages({ day: 1 }), [])
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
        points: picturePoints((picture) => picture.curves[0]),
        color: curvePaint(green),
      }),
    ],
    [],
  )
  const truth = useMemo(
    () => [
      seriesLayer({
        key: 'purple',
        points: picturePoints((picture) => picture.uncorrected[0]),
        color: purplePaint,
        dash: uncorrectedDash,
      }),
    ],
    [],
  )
  const at = (pick: 'curves' | 'uncorrected', place: number): number =>
    averagesPicture.current?.[pick][0]?.[2 * place + 1] ?? NaN

  const reveal = (): void => {
    if (drawnPlaces(drawing) < leastDrawn) return setRefused(true)
    setRefused(false)
    setRevealed(true)
    onReveal?.()
  }
  const sum = warmUp(beta, t)
  const v = day?.v[0] ?? NaN

  const overlay = (over: Overlay): void => {
    const { pen, scales } = over
    const { palette } = scales
    const middle = Math.floor(days * 0.62)
    const name = (
      value: number,
      place: number,
      text: string,
      color: string,
      side: 'above' | 'below',
    ): void => {
      if (value === value)
        over.label({ x: scales.x(place + 1), y: scales.y(value), text, color, bold: true, side, distance: 9 })
    }
    name(at('curves', middle), middle, own.green, resolvePaint(curvePaint(green), palette), 'above')
    const last = drawing.values.findLastIndex((value) => value === value)
    if (revealed && last >= 0) name(drawing.values[last], last, own.yours, palette.ink, 'below')
    if (!revealed || !(v === v)) return
    name(at('uncorrected', middle), middle, own.purple, purplePaint(palette), 'below')
    const x = scales.x(t)
    disc(pen, x, scales.y(v), 5 * scales.size, purplePaint(palette), palette.paper)
    if (!divided) return
    const color = resolvePaint(curvePaint(green), palette)
    arrow(pen, x, scales.y(v), x, scales.y(v / sum) + 6, {
      color,
      width: 2 * scales.size,
      paper: palette.paper,
    })
    disc(pen, x, scales.y(v / sum), 5 * scales.size, color, palette.paper)
  }

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

  return (
    <section className="purple-line">
      <h2>{own.title}</h2>
      <p>
        <MathText text={fill(own.question, { beta })} />
      </p>
      <Formula nodes={[s('V_t'), ` = ${beta} · `, s('V_t−1'), ` + ${one} · `, s('theta_t')]} />
      <p>
        <MathText text={fill(own.task, { days })} />
      </p>
      <p className="note">{fill(own.unit, { value: temperature(firstDay) })}</p>
      <DrawPrediction
        name={plots.names.averages}
        caption={
          <>
            {plots.names.averages}{' '}
            <span className="caption-note">{revealed ? own.figureAfter : own.figureBefore}</span>
          </>
        }
        words={{ showTable: plots.showAsTable, hideTable: plots.hideTable }}
        x={{ name: plots.axes.day, first: 1, last: days }}
        y={{ name: unit ? `${plots.axes.temperature}, ${unit}` : 'θ', domain }}
        pen={own.pen}
        penValue={(place, value) => fill(own.penValue, { t: place, value: temperature(value) })}
        penStart={domain[1] / 2}
        known={known}
        truth={truth}
        revealed={revealed}
        drawing={drawing}
        onDraw={(next) => {
          setDrawing(next)
          setRefused(false)
        }}
        overlay={overlay}
        summary={summary}
        table={table}
        height={height}
        handle={(node) => (plot.current = node)}
      />
      {revealed ? (
        <>
          <p className="verdict" role="status">
            <MathText text={verdict(drawing.values, at('uncorrected', 0), warmUp(beta, days), beta)} />
          </p>
          <DaySlider days={days} t={t} />
          <WarmUpMeter beta={beta} t={t} />
          <Toggle label={own.divideToggle} checked={divided} onChange={setDivided} />
          {divided && (
            <p>
              <MathText
                text={fill(own.divide, {
                  t,
                  v: formatNumber(v),
                  sum: formatNumber(sum),
                  corrected: temperature(v / sum),
                })}
              />
            </p>
          )}
          <Button
            onClick={() => {
              setRevealed(false)
              setDivided(false)
              setDrawing(emptyDrawing(days))
            }}
          >
            {own.again}
          </Button>
        </>
      ) : (
        <>
          <p className="note">{own.how}</p>
          <div className="button-row">
            <Button kind="primary" onClick={reveal}>
              {own.reveal}
            </Button>
            {refused && <p className="refusal">{fill(own.undrawn, { count: leastDrawn })}</p>}
          </div>
        </>
      )}
    </section>
  )

  /** One sentence for what was drawn, naming the misconception behind it. */
  function verdict(values: Float64Array, first: number, share: number, curve: number): string {
    const green0 = at('curves', 0)
    const begun = values.find((value) => value === value) ?? NaN
    const end = values.findLastIndex((value) => value === value)
    const truthEnd = at('uncorrected', end)
    const numbers = {
      one: formatNumber(1 - curve),
      first: temperature(first),
      days,
      percent: formatNumber(100 * share, 2),
    }
    if (Math.abs(begun - first) > 0.35 * Math.abs(green0 - first)) return fill(own.high, numbers)
    const gap = Math.abs(at('curves', end) - truthEnd) || Math.abs(green0) * 0.3
    if (values[end] > truthEnd + 0.6 * gap) return fill(own.fast, numbers)
    if (values[end] < truthEnd - 0.35 * Math.abs(truthEnd)) return fill(own.slow, numbers)
    return fill(own.good, numbers)
  }
}
