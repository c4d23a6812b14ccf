// α against steps: constant, or the schedule's stairs, one per epoch.

import { useCallback, useEffect, useMemo } from 'react'
import { column } from '../../engine/row.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { runColor, runDash, seriesLayer, type Layer, runVariable } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { isHighlighted, highlight, useHighlight } from '../../state/highlight.ts'
import { cursor } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { pointsOf, rowAtCursor, useLooks, useRunNames } from '../runs.ts'
import { StepPlot } from './StepPlot.tsx'
import { raceTable } from './table.ts'

/** Pixels within which the pointer hits the curve. */
const reach = 8

interface Props {
  readonly height?: string
  readonly concealed?: boolean
  /** Without an axis of steps. */
  readonly small?: boolean
}

export function RatePanel({ height, concealed, small }: Props) {
  const looks = useLooks()
  const words = useWords()
  const { hidden, selected } = useExperiment((state) => state.view)
  const names = useRunNames()
  const layers = useMemo(
    (): Layer[] =>
      names.flatMap((name, run) =>
        hidden.includes(run)
          ? []
          : [
              seriesLayer({
                key: `alpha ${run}`,
                points: pointsOf(
                  run,
                  () => column.step,
                  () => column.alpha,
                ),
                color: runColor(looks[run]),
                dash: runDash(looks[run]),
                label: () => name,
                highlighted: () => run === selected && isHighlighted('alpha'),
              }),
            ],
      ),
    [hidden, names, looks, selected],
  )
  useEffect(() => useHighlight.subscribe(requestDraw), [])
  const columns = useCallback(() => [column.alpha], [])
  return (
    <StepPlot
      name={words.plots.names.alpha}
      caption={
        <>
          {words.plots.names.alpha} <i>α</i>
        </>
      }
      layers={layers}
      columns={columns}
      hidden={hidden}
      yName="α"
      log
      height={height}
      concealed={concealed}
      steps={small ? 'hidden' : undefined}
      onPoint={(at) => {
        const row = at && race.traces[selected]?.at(Math.min(at.x, cursor.step))
        const alpha = row ? row.rows[row.from + column.alpha] : NaN
        highlight(at && at.away(alpha) <= reach ? 'alpha' : null)
      }}
      readout={(step) =>
        names.flatMap((label, run) => {
          const row = hidden.includes(run) ? undefined : race.traces[run]?.at(step)
          if (!row) return []
          return [
            {
              label,
              value: `α ${formatNumber(row.rows[row.from + column.alpha], 4)}`,
              color: runVariable(looks[run]),
            },
          ]
        })
      }
      summary={() =>
        names
          .map((run, i) => {
            const row = rowAtCursor(i)
            const alpha = row ? formatNumber(row.rows[row.from + column.alpha]) : '–'
            return fill(words.playground.summaryRate, { run, alpha })
          })
          .join(' ')
      }
      table={raceTable(words.plots.run, words.plots.axes.step, names, hidden, [
        { label: 'α', at: () => column.alpha },
      ])}
    />
  )
}
