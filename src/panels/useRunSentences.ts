// A sentence for each run about its state at the cursor: computed in the frame, rendered only when the step or the
// sentence changes.

import { useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { DescentExperiment } from '../engine/experiment.ts'
import { useExperiment } from '../state/experiment.ts'
import { useRunNames } from './runs.ts'
import { useFrame } from './useFrame.ts'

/** `find` returns the relevant step of a visible run, and `say` the sentence. Undefined if there is none. */
export function useRunSentences(
  find: (experiment: DescentExperiment, run: number) => number | undefined,
  say: (experiment: DescentExperiment, run: number, name: string, step: number) => string,
): readonly (string | undefined)[] {
  const names = useRunNames()
  const [steps, setSteps] = useState<readonly (number | undefined)[]>([])
  const shown = useRef('')
  useFrame(() => {
    const { experiment, view } = useExperiment.getState()
    const now = experiment.runs.map((_, run) =>
      view.hidden.includes(run) ? undefined : find(experiment, run),
    )
    const key = now.join()
    if (key === shown.current) return
    shown.current = key
    setSteps(now)
  })
  return useExperiment(
    useShallow(({ experiment }) =>
      steps.map((step, run) =>
        step === undefined || run >= names.length ? undefined : say(experiment, run, names[run], step),
      ),
    ),
  )
}
