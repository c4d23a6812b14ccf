// The effective step of each axis against steps, for the selected run: RMSprop and Adam change it, gradient descent and
// momentum do not.

import { useMemo } from 'react'
import { settingsOf } from '../../engine/optimizers/index.ts'
import { fill, useWords } from '../../i18n/index.ts'
import { lessonPanelsWords } from '../../i18n/areas/lessonPanels.ts'
import { runColor, seriesLayer, thinEvenly, type Layer, runVariable } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { stepOf } from '../../state/playback.ts'
import { race, type Trace } from '../../state/traces.ts'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { EffectiveSteps } from './effectiveSteps.ts'
import { StepPlot } from './StepPlot.tsx'

const none = () => []
const nothing = { low: Infinity, high: -Infinity, positive: Infinity }

export function EffectiveStepPanel({ height, concealed }: { height?: string; concealed?: boolean }) {
  const looks = useLooks()
  const words = useWords(lessonPanelsWords)
  const own = words.lessonPanels.effectiveStep
  const { experiment, view } = useExperiment()
  const { selected } = view
  const run = experiment.runs[selected]
  const names = useRunNames()
  const axes = axisNames(experiment.objective.kind)
  const settings = useMemo(() => settingsOf(run, experiment.convention), [run, experiment.convention])
  const effective = useMemo(() => {
    const known = new WeakMap<Trace, EffectiveSteps>()
    return (): EffectiveSteps | undefined => {
      const trace = race.traces[selected]
      if (!trace || trace.detail !== 'full' || trace.dimension !== 2) return undefined
      let found = known.get(trace)
      if (!found) known.set(trace, (found = new EffectiveSteps(trace, run.optimizer, settings)))
      return found.learn()
    }
  }, [selected, run.optimizer, settings])
  /** Number of rows up to the cursor. */
  const shown = (): number => (race.traces[selected]?.rowAt(stepOf(selected)) ?? -1) + 1
  const stepAt = (row: number): number => {
    const trace = race.traces[selected]!
    return trace.rows[row * trace.width]
  }
  const layers = useMemo(
    (): Layer[] =>
      ([0, 1] as const).map((axis) =>
        seriesLayer({
          key: `effective ${axis} ${selected}`,
          points: {
            length: () => (effective() ? (race.traces[selected]?.rowAt(stepOf(selected)) ?? -1) + 1 : 0),
            revision: () => race.version,
            x: (row) => race.traces[selected]!.rows[row * race.traces[selected]!.width],
            y: (row) => effective()!.along[axis][row],
          },
          color: runColor(looks[selected]),
          dash: axis === 1 ? [5, 3] : [],
          label: () => fill(own.along, { axis: axes[axis] }),
        }),
      ),
    [effective, selected, looks, axes, own],
  )
  const valueAt = (axis: 0 | 1, row: number): string => {
    const value = effective()?.along[axis][row] ?? NaN
    return Number.isNaN(value) ? '–' : formatNumber(value, 3)
  }
  const others = experiment.runs.map((_, i) => i).filter((i) => i !== selected)
  return (
    <StepPlot
      name={own.figure}
      note={own.small}
      layers={layers}
      columns={none}
      range={() => effective() ?? nothing}
      hidden={others}
      yName=""
      log
      height={height}
      concealed={concealed}
      readout={(step) => {
        const row = race.traces[selected]?.rowAt(step) ?? -1
        return ([0, 1] as const).map((axis) => ({
          label: fill(own.along, { axis: axes[axis] }),
          value: valueAt(axis, row),
          color: runVariable(looks[selected]),
        }))
      }}
      summary={() =>
        fill(own.summary, {
          run: names[selected],
          first: axes[0],
          second: axes[1],
          a: valueAt(0, shown() - 1),
          b: valueAt(1, shown() - 1),
        })
      }
      table={{
        columns: [words.plots.axes.step, ...axes.map((axis) => fill(own.along, { axis }))],
        rows: () => thinEvenly(shown(), 240).map((row) => [stepAt(row), valueAt(0, row), valueAt(1, row)]),
      }}
    />
  )
}
