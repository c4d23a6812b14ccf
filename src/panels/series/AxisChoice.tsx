// The horizontal axis of the cost, the same for all runs. Offered if it makes a difference between runs.

import { useWords } from '../../i18n/index.ts'
import type { Points } from '../../plot/index.ts'
import { along, axes, type Axis } from '../../state/axis.ts'
import { changeView, examplesOf, settle, useExperiment } from '../../state/experiment.ts'
import { cursor, lastStep, seek } from '../../state/playback.ts'
import { Choice } from '../../ui/Choice.tsx'
import { batchSizeOf } from '../runs.ts'

/** Converts points whose x is a step of a run to places on the axis. */
export const onAxis = (axis: Axis, run: number, points: Points): Points =>
  axis === 'step' ? points : { ...points, x: (i) => along(axis, run, points.x(i)) }

export function AxisChoice() {
  const words = useWords()
  const across = useExperiment(({ view }) => view.axis)
  const offered = useExperiment(({ experiment }) => {
    const m = examplesOf(experiment)
    const whole = experiment.runs.every((run) => batchSizeOf(experiment, run, m) === m)
    return !whole || experiment.objective.kind === 'network'
  })
  if (!offered && across === 'step') return null
  return (
    <Choice<Axis>
      label={words.plots.across}
      hideLabel
      value={across}
      groups={[{ options: axes.map((value) => ({ value, label: words.plots.axes[value] })) }]}
      onChange={(axis) => {
        const atEnd = cursor.target >= lastStep()
        changeView('axis', { axis })
        settle()
        seek(atEnd ? lastStep() : Math.min(cursor.target, lastStep()))
      }}
    />
  )
}
