// What a map shows of the experiment: names, looks and visibility of the runs, and the start in the picture's own axes.

import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { fill, useWords } from '../../i18n/index.ts'
import { changeExperiment, useExperiment } from '../../state/experiment.ts'
import { useRegistries } from '../../state/registries.ts'
import { formatNumber } from '../../ui/number.ts'
import { axisNames } from '../axisNames.ts'
import { useLooks, useRunNames } from '../runs.ts'
import { startOf } from '../start.ts'

export function useMapContent(withoutRuns: boolean) {
  const words = useWords()
  const view = useExperiment((state) => state.view)
  const kind = useExperiment(({ experiment }) => experiment.objective.kind)
  const names = useRunNames()
  const looks = useLooks()
  const hidden = useMemo(
    () => (withoutRuns ? names.map((_, run) => run) : view.hidden),
    [withoutRuns, names, view.hidden],
  )
  const surfaces = useRegistries((state) => state.surfaces)
  const start = useExperiment(useShallow(({ experiment }) => startOf(experiment, surfaces)))
  const { swapped, stretched, selected } = view
  const axes = axisNames(kind)
  const [x, y] = swapped ? [start[1], start[0]] : start
  return {
    ...{ names, looks, hidden, selected, swapped, stretched, start, axes, x, y },
    /** The start in words. */
    place: fill(words.playground.place, {
      first: axes[0],
      second: axes[1],
      w: formatNumber(start[0]),
      b: formatNumber(start[1]),
    }),
    moveStart: (toX: number, toY: number): void =>
      changeExperiment('start', (before) => ({ ...before, start: swapped ? [toY, toX] : [toX, toY] })),
  }
}
