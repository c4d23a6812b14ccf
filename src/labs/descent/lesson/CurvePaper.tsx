// A drawn prediction: log₁₀ J of a run against steps. The paper is empty until something is drawn. The truth appears
// with the reveal, and the drawing stays over it, dashed.

import { useMemo, useRef, useState } from 'react'
import { column } from '../../../engine/row.ts'
import { lessonsWords } from '../../../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../../i18n/index.ts'
import { runColor, seriesLayer, type Layer, type PlotHandle } from '../../../plot/index.ts'
import { predict, useCourse } from '../../../state/course.ts'
import { cursor } from '../../../state/playback.ts'
import { race } from '../../../state/traces.ts'
import { formatNumber } from '../../../ui/number.ts'
import { DrawPrediction, drawingOf, drawnPlaces, emptyDrawing } from '../../../panels/DrawPrediction.tsx'
import { useFrame } from '../../../panels/useFrame.ts'
import type { CurvePrediction } from '../../../course/tasks.ts'
import { curveVerdict } from './curveVerdict.ts'
import { Line } from '../../../panels/lesson/LessonText.tsx'
import { useLooks } from '../../../panels/runs.ts'

interface Props {
  readonly name: string
  readonly prediction: CurvePrediction
}

const leastDrawn = 5

/** Returns log₁₀ J at a step, or NaN if it is not computed yet. */
function powerAt(run: number, step: number): number {
  const trace = race.traces[run]
  const row = trace?.at(step)
  if (!row || row.rows[row.from] !== step) return NaN
  const cost = row.rows[row.from + column.cost]
  return cost > 0 ? Math.log10(cost) : NaN
}

export function CurvePaper({ name, prediction, height }: Props & { readonly height?: string }) {
  const looks = useLooks()
  const words = useWords(lessonsWords)
  const own = words.lessons.predict
  const { run, steps, powers } = prediction
  const places = steps + 1
  const stored = useCourse((state) => state.predictions[name])
  const revealed = stored?.revealed ?? false
  const [drawing, setDrawing] = useState(() => drawingOf(stored?.answer, places))
  const plot = useRef<PlotHandle | null>(null)
  useFrame(() => plot.current?.draw())
  const shown =
    stored?.answer === undefined && revealed === false && drawing.revision === 0
      ? emptyDrawing(places)
      : drawing
  const truth = useMemo(
    (): Layer[] => [
      seriesLayer({
        key: 'truth',
        points: {
          length: () => Math.min(places, cursor.step + 1),
          revision: () => race.version,
          x: (i) => i,
          y: (i) => powerAt(run, i),
        },
        color: runColor(looks[run]),
        label: () => own.actual,
      }),
    ],
    [run, looks, places, own],
  )
  const count = drawnPlaces(shown)
  const text = (power: number): string => (Number.isNaN(power) ? '' : formatNumber(10 ** power, 2))
  return (
    <DrawPrediction
      name={own.drawName}
      caption={
        <>
          {own.drawName} <i>J</i>
        </>
      }
      words={{ showTable: words.plots.showAsTable, hideTable: words.plots.hideTable }}
      x={{ name: words.plots.axes.step, first: 0, last: steps }}
      y={{ name: 'log₁₀ J', domain: powers }}
      pen={own.pen}
      penValue={(step, power) => fill(own.penValue, { step, value: text(power) })}
      penStart={(powers[0] + powers[1]) / 2}
      known={[]}
      truth={truth}
      revealed={revealed}
      drawing={shown}
      onDraw={(next) => {
        setDrawing(next)
        if (drawnPlaces(next) >= leastDrawn) predict(name, { answer: [...next.values], revealed: false })
      }}
      summary={() => fill(own.drawn, { count })}
      table={{
        columns: [words.plots.axes.step, own.drawing, ...(revealed ? [own.actual] : [])],
        rows: () =>
          Array.from(shown.values, (power, step) => [
            step,
            text(power),
            ...(revealed ? [text(step <= cursor.step ? powerAt(run, step) : NaN)] : []),
          ]),
      }}
      height={height}
      handle={(node) => (plot.current = node)}
    />
  )
}

/** Shows one sentence about the drawing. */
export function CurveVerdict({ name, prediction }: Props) {
  const language = useLanguage()
  const stored = useCourse((state) => state.predictions[name])
  const [there, setThere] = useState(false)
  useFrame(() => {
    const done = race.traces[prediction.run]?.done ?? false
    if (done !== there) setThere(done)
  })
  if (!there || !Array.isArray(stored?.answer)) return null
  const drawn = (stored.answer as readonly (number | null)[]).map((power) => power ?? NaN)
  const truth = drawn.map((_, step) => powerAt(prediction.run, step))
  return (
    <p>
      <Line text={inLanguage(curveVerdict(prediction, drawn, truth), language)} />
    </p>
  )
}
