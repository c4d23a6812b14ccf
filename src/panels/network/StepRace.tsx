// How far each run is after equally many examples: the steps taken at one place of the axis of examples. Each run's
// point is at its cost. A run that has not finished its first batch has not moved. While a prediction holds time at 0,
// both points are at their start and nothing is announced.

import styles from './Network.module.css'
import { useMemo, useRef, type CSSProperties } from 'react'
import { column } from '../../engine/row.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useWords } from '../../i18n/index.ts'
import type { Layer, PlotHandle } from '../../plot/index.ts'
import { Plot, runColor, runDash, runVariable, seriesLayer } from '../../plot/index.ts'
import { along, examplesSeen, pacer, shapeOf, stepAt } from '../../state/axis.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor, cursorPlace, seek } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { plotWords } from '../plotWords.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { useLiveTexts } from '../useLiveText.ts'
import labStyles from '../../ui/Lab.module.css'

const axis = 'examples'

const laneStyle = (color: string) => ({ borderColor: color, '--lane': color }) as CSSProperties

/**
 * J where it was computed, at the start and at the end of an epoch. In between the average of J^{t}, which every step
 * has.
 */
function costOf(run: number, row: number): number {
  const trace = race.traces[run]
  if (!trace || row < 0) return NaN
  const cost = trace.rows[row * trace.width + column.cost]
  return Number.isNaN(cost) ? trace.rows[(row + 1) * trace.width - 1] : cost
}

/** Rows of a run up to the cursor's place, as stairs: J is constant while a batch is read and jumps at the step. */
function pointsOf(run: number) {
  /** Point k is row k/2. Between two rows is the corner: the later place at the earlier J. */
  const row = (k: number): number => (k + 1) >> 1
  return {
    length: () => {
      const trace = race.traces[run]
      return trace ? Math.max(0, 2 * (trace.rowAt(stepAt(axis, run, cursorPlace())) + 1) - 1) : 0
    },
    revision: () => race.version,
    x: (k: number) => along(axis, run, race.traces[run]!.rows[row(k) * race.traces[run]!.width]),
    y: (k: number) => costOf(run, k >> 1),
  }
}

export function StepRace({ concealed = false }: { concealed?: boolean }) {
  const looks = useLooks()
  const words = useWords(networkWords)
  const { experiment } = useExperiment()
  const names = useRunNames()
  const plot = useRef<PlotHandle>(null)
  const own = words.network
  const end = examplesSeen(shapeOf(pacer(axis)), shapeOf(pacer(axis)).steps)

  const layers = useMemo(
    (): Layer[] =>
      experiment.runs.map((_, run) =>
        seriesLayer({
          key: `run ${run}`,
          points: pointsOf(run),
          color: runColor(looks[run]),
          dash: runDash(looks[run]),
          present: true,
          label: () => names[run],
        }),
      ),
    [experiment.runs, names, looks],
  )
  const lines = (): string[] =>
    names.flatMap((run, i) => {
      if (!race.traces[i]?.length) return []
      const place = Math.min(end, cursorPlace())
      return fill(own.stepsTaken, {
        run,
        count: formatNumber(stepAt(axis, i, place)),
        examples: formatNumber(place),
        cost: formatNumber(costOf(i, race.traces[i]?.rowAt(stepAt(axis, i, place)) ?? -1), 3),
      })
    })
  const list = useLiveTexts<HTMLUListElement>(lines)
  useFrame(() => {
    // The lane of a run fills palely while it reads, and strongly up to its last step.
    const place = Math.min(end, cursorPlace())
    for (const [i, lane] of [...(list.current?.children ?? [])].entries()) {
      const stepped = along(axis, i, stepAt(axis, i, place))
      ;(lane as HTMLElement).style.setProperty('--read', String(place / end))
      ;(lane as HTMLElement).style.setProperty('--stepped', String(stepped / end))
    }
    const first = race.traces[0]
    const high = first && first.length > 0 ? first.rows[column.cost] * 1.12 : 1
    plot.current?.setDomain([0, end * 1.02], [0, high])
    plot.current?.draw()
  })
  return (
    <div className={labStyles.panel}>
      <Plot
        ref={plot}
        name={words.plots.names.cost}
        words={plotWords(words)}
        x={{ name: words.plots.axes.examples, symbol: false, integer: true, domain: [0, end * 1.02] }}
        y={{ name: 'J', domain: [0, 1] }}
        layers={layers}
        height="100%"
        cursor={() => along(axis, pacer(axis), cursor.step)}
        onSeek={(x) => seek(stepAt(axis, pacer(axis), x))}
        summary={concealed ? undefined : () => lines().join(' ')}
        table={
          concealed
            ? undefined
            : {
                columns: [words.plots.run, words.plots.axes.step, words.plots.axes.examples],
                rows: () =>
                  names.map((run, i) => {
                    const place = Math.min(end, cursorPlace())
                    return [run, formatNumber(stepAt(axis, i, place)), formatNumber(place)]
                  }),
              }
        }
      />
      {!concealed && (
        <ul className={`${styles.stepFacts} ${styles.large} ${styles.lanes}`} ref={list}>
          {names.map((run, i) => (
            <li key={run} style={laneStyle(runVariable(looks[i]))} />
          ))}
        </ul>
      )}
    </div>
  )
}
