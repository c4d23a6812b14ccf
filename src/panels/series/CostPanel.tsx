// The cost against steps: raw J^{t} of the selected run thin, full J of every run thick, and on demand an average of
// J^{t} under its own name, because an average lags.

import { useCallback, useEffect, useMemo, useState } from 'react'
import { column } from '../../engine/row.ts'
import { retried } from '../../fetch/retried.ts'
import { fill, useWords } from '../../i18n/index.ts'
import {
  runColor,
  runDash,
  seriesLayer,
  type Layer,
  type LogKind,
  runVariable,
  type SeriesOptions,
} from '../../plot/index.ts'
import { changeView, examplesOf, settle, useExperiment } from '../../state/experiment.ts'
import { stepAt } from '../../state/axis.ts'
import { stepOf } from '../../state/playback.ts'
import { inspect, useMicroscope } from '../../state/microscope.ts'
import { race, type Trace } from '../../state/traces.ts'
import { Segments } from '../../ui/Segments.tsx'
import { formatNumber } from '../../ui/number.ts'
import { endSentence } from '../limits.ts'
import {
  batchSizeOf,
  costAtCursor,
  fullCostOf,
  endAtCursor,
  noValueOf,
  pointsOf as pointsOfSteps,
  useLooks,
  useRunNames,
} from '../runs.ts'
import { useMapParts } from '../map/mapParts.ts'
import type * as costExtras from './costExtras.ts'
import { AxisChoice, onAxis } from './AxisChoice.tsx'
import { StepPlot } from './StepPlot.tsx'
import { raceTable } from './table.ts'
import textStyles from '../../styles/Text.module.css'

type PointPlaces = [Parameters<typeof pointsOfSteps>[1], Parameters<typeof pointsOfSteps>[2]]

export function CostPanel({ height, concealed }: { height?: string; concealed?: boolean }) {
  const looks = useLooks()
  const words = useWords()
  const { hidden, selected, costScale, average, smoothing, axis } = useExperiment(({ view }) => view)
  const names = useRunNames()
  const reshuffle = useExperiment(({ experiment }) => experiment.reshuffle)
  const network = useExperiment(({ experiment }) => experiment.objective.kind === 'network')
  const { run: inspectedRun, step: inspected } = useMicroscope()
  const noisy = useExperiment(({ experiment }) => {
    const m = examplesOf(experiment)
    return experiment.runs.map((run) => batchSizeOf(experiment, run, m) < m).join()
  })

  /** The kind of the logarithmic axis, if J is not positive everywhere. */
  const [kind, setKind] = useState<LogKind>('log')

  const parts = useMapParts()
  const [extras, setExtras] = useState<typeof costExtras>()
  const wanted = average || inspected !== undefined || noisy.includes('true')
  useEffect(() => {
    if (wanted) retried(() => import('./costExtras.ts')).then(setExtras, () => {})
  }, [wanted])

  const layers = useMemo((): Layer[] => {
    const pointsOf = (run: number, ...places: PointPlaces) => onAxis(axis, run, pointsOfSteps(run, ...places))
    const visible = names.map((_, i) => i).filter((i) => !hidden.includes(i))
    const isNoisy = (run: number): boolean => noisy.split(',')[run] === 'true'
    /** What jumps from step to step is a band where it would hatch. */
    const series = (run: number, options: SeriesOptions): Layer =>
      seriesLayer({ ...options, band: isNoisy(run) ? extras?.noiseBand(options.points) : undefined })
    const raw = visible
      .filter((run) => run === selected && isNoisy(run))
      .map((run) =>
        series(run, {
          key: `raw ${run}`,
          points: pointsOf(
            run,
            () => column.step,
            () => column.batchCost,
          ),
          color: runColor(looks[run]),
          weight: 'thin',
        }),
      )
    const full = visible.map((run) =>
      series(run, {
        key: `cost ${run}`,
        points: onAxis(axis, run, fullCostOf(run)),
        color: runColor(looks[run]),
        dash: runDash(looks[run]),
        label: () => names[run],
      }),
    )
    const smooth = average
      ? visible
          .filter((run) => run === selected)
          .flatMap((run) => [
            ...(extras && isNoisy(run) ? [extras.epochMeansLayer(axis, run)] : []),
            seriesLayer({
              key: `average ${run}`,
              points: pointsOf(
                run,
                () => column.step,
                (width) => width - 1,
              ),
              color: (palette) => palette.ink,
              dash: [1.5, 3],
              label: () => words.playground.averageShort,
            }),
          ])
      : []
    const spikes =
      inspected === undefined || !extras
        ? []
        : [extras.spikeLayer(axis, inspectedRun, inspected, !reshuffle, words.plots.returnsMarker)]
    const pinned = parts.flatMap(({ cost }) => cost?.(axis, () => looks[selected]) ?? [])
    return [
      ...(extras ? [extras.epochLayer(axis, selected)] : []),
      ...pinned,
      ...raw,
      ...full,
      ...smooth,
      ...spikes,
    ]
  }, [
    inspected,
    inspectedRun,
    reshuffle,
    hidden,
    selected,
    average,
    names,
    looks,
    noisy,
    words,
    axis,
    parts,
    extras,
  ])

  const columns = useCallback(
    (run: number, trace: Trace) => {
      const raw = run === selected && noisy.split(',')[run] === 'true'
      return [
        column.cost,
        ...(raw ? [column.batchCost] : []),
        ...(average && run === selected ? [trace.width - 1] : []),
      ]
    },
    [selected, noisy, average],
  )
  const count = formatNumber(1 / (1 - smoothing), 3)
  /** Opens the highest J^{t} near a click under the microscope. */
  const openSpike = (place: number, about: number): boolean => {
    const from = Math.max(1, stepAt(axis, selected, Math.max(0, place - about)))
    const step = extras?.highestSpike(race.traces[selected], from, stepAt(axis, selected, place + about))
    if (step === undefined || step > stepOf(selected)) return false
    inspect(selected, step)
    return true
  }
  return (
    <StepPlot
      name={words.plots.names.costPerBatch}
      entry="cost"
      note={words.plots.rawThin}
      actions={
        <>
          {costScale === 'log' && (kind === 'signed' || kind === 'linear') && (
            <span className={textStyles.note}>{words.playground.logKinds[kind]}</span>
          )}
          <AxisChoice />
          <Segments
            label={words.playground.costScaleChoice}
            hideLabel
            value={costScale}
            options={{ log: words.playground.logarithmic, linear: words.playground.linear }}
            onChange={(to) => {
              changeView('cost scale', { costScale: to })
              settle()
            }}
          />
        </>
      }
      axis={axis}
      onClick={network && noisy.split(',')[selected] === 'true' ? openSpike : undefined}
      layers={layers}
      columns={columns}
      hidden={hidden}
      yName="J"
      log={costScale === 'log'}
      onKind={setKind}
      height={height}
      concealed={concealed}
      readout={(place) => [
        ...(axis === 'step' ? [{ label: words.plots.axes.step, value: String(place) }] : []),
        ...names.flatMap((label, run) => {
          const row = hidden.includes(run) ? undefined : race.traces[run]?.at(stepAt(axis, run, place))
          if (!row) return []
          const cost = formatNumber(row.rows[row.from + column.cost], 4)
          const batch = formatNumber(row.rows[row.from + column.batchCost], 4)
          const raw = run === selected && noisy.split(',')[run] === 'true'
          const value = raw ? `J ${cost}, J^{t} ${batch}` : `J ${cost}`
          return [{ label, value, color: runVariable(looks[run]) }]
        }),
      ]}
      summary={() =>
        names
          .map((run, i) =>
            endAtCursor(i) === undefined
              ? fill(words.playground.summaryCost, { run, cost: formatNumber(costAtCursor(i), 4) })
              : endSentence(words, useExperiment.getState().experiment, i, run, {
                  step: endAtCursor(i)!,
                  noValue: noValueOf(i),
                }),
          )
          .join(' ') + (average ? ` ${fill(words.playground.averageNote, { count })}` : '')
      }
      table={raceTable(words.plots.run, words.plots.axes.step, names, hidden, [
        { label: 'J^{t}', at: () => column.batchCost },
        { label: 'J', at: () => column.cost },
        ...(average
          ? [
              {
                label: words.playground.averageShort,
                at: (run: number) => (race.traces[run]?.width ?? 0) - 1,
              },
            ]
          : []),
      ])}
    />
  )
}
