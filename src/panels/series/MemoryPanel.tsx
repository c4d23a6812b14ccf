// A run's memory, one strip per direction: dW thin, what the rule keeps of it (V, √S) thick. Across a ravine dW
// alternates and V stays nearly flat. Along it dW adds up. It is the selected run's, or the first one's that keeps any.

import { useCallback, useEffect, useMemo } from 'react'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { column } from '../../engine/row.ts'
import { optimizerOf } from '../../engine/optimizers/index.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { runColor, seriesLayer, type Layer, type Points } from '../../plot/index.ts'
import { useExperiment, type ExperimentState } from '../../state/experiment.ts'
import { isHighlighted, highlight, useHighlight } from '../../state/highlight.ts'
import { requestDraw } from '../../state/frame.ts'
import { race, type Trace } from '../../state/traces.ts'
import { stepOf } from '../../state/playback.ts'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { useLooks, pointsOf, rowAtCursor, useRunNames } from '../runs.ts'
import { StepPlot, type Pointed } from './StepPlot.tsx'
import { raceTable } from './table.ts'
import labStyles from '../../ui/Lab.module.css'

const rooted: readonly string[] = ['S', 'G']
/** Pixels within which the pointer hits a curve. */
const reach = 8

/** Returns the selected run if it keeps anything, or else the first visible one that does. */
function rememberingRun({ runs }: DescentExperiment, { selected, hidden }: ExperimentState['view']): number {
  const remembers = (run: number): boolean => optimizerOf(runs[run]).slots.length > 0
  if (remembers(selected)) return selected
  const other = runs.findIndex((_, run) => !hidden.includes(run) && remembers(run))
  return other < 0 ? selected : other
}

interface Props {
  readonly direction: 0 | 1
  readonly height?: string
  readonly concealed?: boolean
  /** Beside a plot that names the steps. */
  readonly unnamed?: boolean
}

export function MemoryPanel({ direction, height, concealed, unnamed }: Props) {
  const looks = useLooks()
  const words = useWords()
  const { experiment, view } = useExperiment()
  const shown = rememberingRun(experiment, view)
  const run = experiment.runs[shown]
  const names = useRunNames()
  const axis = axisNames(experiment.objective.kind)[direction]
  const slots: readonly string[] = optimizerOf(run).slots
  const place = useCallback(
    (name: string) => (): number => {
      const at = race.traces[shown]?.columnOf(name) ?? -1
      return at < 0 ? -1 : at + direction
    },
    [shown, direction],
  )

  useEffect(() => useHighlight.subscribe(requestDraw), [])
  const layers = useMemo((): Layer[] => {
    const line = (name: string, weight: 'thin' | 'thick', points: Points): Layer =>
      seriesLayer({
        key: `${name} ${shown}`,
        points,
        color: runColor(looks[shown]),
        weight,
        label: () => name,
        highlighted: () => isHighlighted(name.replace('√', ''), direction),
        dash: rooted.includes(name.slice(1)) ? [5, 3] : [],
      })
    const gradient = pointsOf(shown, () => column.step, place('dW'))
    return [
      line('dW', 'thin', gradient),
      ...slots.map((slot) => {
        const points = pointsOf(shown, () => column.step, place(slot))
        return rooted.includes(slot)
          ? line(`√${slot}`, 'thick', { ...points, y: (i) => Math.sqrt(points.y(i)) })
          : line(slot, 'thick', points)
      }),
    ]
  }, [shown, looks, place, slots, direction])
  /** Returns the quantity whose curve passes closest to the pointer. */
  const pointed = (at?: Pointed): string | null => {
    const trace = race.traces[shown]
    if (!at || !trace) return null
    const row = Math.min(trace.rowAt(at.x), trace.rowAt(stepOf(shown)) - 1)
    if (row < 0) return null
    const far = (name: string): number => {
      const column = place(name)()
      const [before, after] = [row, row + 1].map((one) => {
        const value = trace.rows[one * trace.width + column]
        return rooted.includes(name) ? Math.sqrt(value) : value
      })
      const [from, to] = [row, row + 1].map((one) => trace.rows[one * trace.width])
      const share = Math.max(0, Math.min(1, (at.x - from) / (to - from || 1)))
      // The start has no gradient yet.
      const value = Number.isNaN(before) ? after : before + share * (after - before)
      return at.away(value)
    }
    const [nearest] = [...slots, 'dW']
      .map((name) => ({ name, far: far(name) }))
      .filter((one) => one.far <= reach)
      .sort((a, b) => a.far - b.far)
    return nearest?.name ?? null
  }
  const columns = useCallback(
    (index: number, trace: Trace) => {
      if (index !== shown || trace.detail !== 'full') return []
      return [
        trace.columnOf('dW') + direction,
        ...(trace.columnOf('V') < 0 ? [] : [trace.columnOf('V') + direction]),
      ]
    },
    [shown, direction],
  )
  const others = experiment.runs.map((_, i) => i).filter((i) => i !== shown)
  const name = `${words.plots.names.memory}, ${axis}`
  const none = optimizerOf(experiment.runs[view.selected]).slots.length === 0
  const of = shown !== view.selected && fill(words.playground.memoryOf, { run: names[shown], along: '' })
  const [before, after] = words.playground[of ? 'across' : 'memoryAlong'].split('{name}')
  return (
    <StepPlot
      name={name}
      entry={`memory ${direction}`}
      caption={
        <>
          {of && <span className={labStyles.memoryOf}>{of}</span>}
          {before}
          <i>{axis}</i>
          {after}
          {none && <small>{fill(words.playground.noMemory, { run: names[view.selected] })}</small>}
        </>
      }
      layers={layers}
      columns={columns}
      hidden={others}
      yName=""
      symmetric
      height={height}
      concealed={concealed}
      steps={unnamed ? 'unnamed' : undefined}
      onPoint={concealed ? undefined : (at) => highlight(pointed(at), direction)}
      summary={() => {
        const row = rowAtCursor(shown)
        const value = (slot: string): string => {
          const at = place(slot)()
          return row && at >= 0 ? formatNumber(row.rows[row.from + at], 3) : '–'
        }
        return [slots[0] ?? 'α'].map((slot) =>
          fill(words.playground.summaryMemory, {
            run: names[shown],
            gradient: value('dW'),
            slot,
            value: value(slot),
          }),
        )[0]
      }}
      table={raceTable(
        words.plots.run,
        words.plots.axes.step,
        names,
        others,
        ['dW', ...slots].map((slot) => ({ label: `${slot}_${axis}`, at: place(slot) })),
      )}
    />
  )
}
