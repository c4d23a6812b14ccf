// A prediction on the map: the learner drags a point to where a run will be. After the reveal it stays, dashed,
// connected to the truth.

import { useState, type ReactNode } from 'react'
import { column } from '../../../engine/row.ts'
import { lessonsWords } from '../../../i18n/areas/lessons.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../../../i18n/index.ts'
import { Handle, ring, type Overlay } from '../../../plot/index.ts'
import { predict, useCourse } from '../../../state/course.ts'
import { useExperiment } from '../../../state/experiment.ts'
import { race } from '../../../state/traces.ts'
import { formatNumber } from '../../../ui/number.ts'
import { startOf } from '../../../panels/start.ts'
import { MapPanel, type MapPanelProps } from '../../../panels/map/MapPanel.tsx'
import { useFrame } from '../../../panels/useFrame.ts'
import type { PointPrediction } from '../../../course/tasks.ts'
import { Line } from '../../../panels/lesson/LessonText.tsx'

interface Props {
  readonly name: string
  readonly prediction: PointPrediction
}

interface OnMapProps extends Props {
  readonly withoutRuns: boolean
  /** Replaces the page's map. The stage has its own. */
  readonly map?: (props: Pick<MapPanelProps, 'withoutRuns' | 'marks' | 'children'>) => ReactNode
}

/** Returns the answer if it is a point. A stored answer may belong to an earlier form of the question. */
const pointOf = (answer: unknown): readonly [number, number] | undefined =>
  Array.isArray(answer) && answer.length === 2 ? (answer as [number, number]) : undefined

/** Returns where the run was at that step, or undefined until it is computed. */
function truthOf({ run, step }: PointPrediction): readonly [number, number] | undefined {
  const trace = race.traces[run]
  const row = trace?.at(step)
  if (!trace || !row || row.rows[row.from] !== step || trace.columnOf('w') < 0) return undefined
  return [row.rows[row.from + column.theta], row.rows[row.from + column.theta + 1]]
}

export function MapPrediction({ name, prediction, withoutRuns, map }: OnMapProps) {
  const words = useWords(lessonsWords)
  const stored = useCourse((state) => state.predictions[name])
  const swapped = useExperiment((state) => state.view.swapped)
  const revealed = stored?.revealed ?? false
  const [w, b] = pointOf(stored?.answer) ?? prediction.from
  const own = words.lessons.predict
  const place = fill(own.place, { w: formatNumber(w, 3), b: formatNumber(b, 3) })
  const move = (x: number, y: number): void =>
    predict(name, { answer: swapped ? [y, x] : [x, y], revealed: false })
  const marks = (over: Overlay, at: (w: number, b: number) => readonly [number, number]): void => {
    const { pen, scales } = over
    const { ink, paper } = scales.palette
    const [x, y] = at(w, b)
    const other = revealed ? truthOf(prediction) : startOf(useExperiment.getState().experiment)
    pen.save()
    pen.setLineDash(revealed ? [5, 4] : [1, 5])
    if (other) {
      const [tx, ty] = at(other[0], other[1])
      pen.strokeStyle = ink
      pen.lineWidth = 1.5 * scales.size
      pen.beginPath()
      pen.moveTo(x, y)
      pen.lineTo(tx, ty)
      pen.stroke()
    }
    if (revealed)
      ring(pen, x, y, 9 * scales.size, { color: ink, width: 1.8 * scales.size, paper, dash: [4, 3] })
    pen.restore()
    over.label({ x, y, text: own.yours, color: ink, bold: true, distance: 14 * scales.size })
  }
  const guess = !revealed && (
    <Handle
      name={own.point}
      look="guess"
      x={swapped ? b : w}
      y={swapped ? w : b}
      valueText={place}
      onMove={move}
    />
  )
  return map ? (
    map({ withoutRuns, marks, children: guess })
  ) : (
    <MapPanel withoutRuns={withoutRuns} locked={!revealed} marks={marks}>
      {guess}
    </MapPanel>
  )
}

/** Says in words how far off the prediction was. */
export function PointVerdict({ name, prediction }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const stored = useCourse((state) => state.predictions[name])
  const [truth, setTruth] = useState<readonly [number, number]>()
  useFrame(() => {
    const now = truthOf(prediction)
    if (now && (!truth || now[0] !== truth[0] || now[1] !== truth[1])) setTruth(now)
  })
  const answer = pointOf(stored?.answer)
  if (!truth || !answer) return null
  const distance = Math.hypot(answer[0] - truth[0], answer[1] - truth[1])
  const point = ([w, b]: readonly [number, number]): string =>
    `(${formatNumber(w, 3)}, ${formatNumber(b, 3)})`
  return (
    <p>
      {fill(words.lessons.predict.distance, {
        distance: formatNumber(distance, 2),
        predicted: point(answer),
        actual: point(truth),
      })}
      {sentenceGap(language)}
      <Line
        text={inLanguage(distance <= prediction.tolerance ? prediction.near : prediction.far, language)}
      />
    </p>
  )
}
