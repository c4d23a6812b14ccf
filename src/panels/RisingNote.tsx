// The alarm of batch gradient descent: J has risen, and why. Silent wherever a rise is harmless.

import { useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { networkWords } from '../i18n/areas/network.ts'
import { useWords } from '../i18n/index.ts'
import { useExperiment } from '../state/experiment.ts'
import { stepOf } from '../state/playback.ts'
import { race, type Trace } from '../state/traces.ts'
import { MathText } from '../ui/MathText.tsx'
import { limitOf } from './limits.ts'
import { firstRise, mustFall, risingSentence } from './rising.ts'
import { divergedAtCursor, useRunNames } from './runs.ts'
import { useFrame } from './useFrame.ts'

export function RisingNote() {
  const words = useWords(networkWords)
  const names = useRunNames()
  const [steps, setSteps] = useState<readonly (number | undefined)[]>([])
  const known = useRef(new WeakMap<Trace, { length: number; step: number | undefined }>())
  const shown = useRef('')
  const sentences = useExperiment(
    useShallow(({ experiment }) =>
      steps.map((step, run) =>
        step === undefined || run >= names.length
          ? undefined
          : risingSentence(words, experiment, run, names[run], step),
      ),
    ),
  )
  useFrame(() => {
    const { experiment, view } = useExperiment.getState()
    const now = experiment.runs.map((_, run) => {
      const trace = race.traces[run]
      if (!trace || view.hidden.includes(run) || !mustFall(experiment, run)) return undefined
      // Its end says the same, and why.
      if (divergedAtCursor(run) !== undefined && limitOf(experiment, experiment.runs[run])) return undefined
      let found = known.current.get(trace)
      if (!found || (found.step === undefined && found.length !== trace.length)) {
        found = { length: trace.length, step: firstRise(trace, trace.length) }
        known.current.set(trace, found)
      }
      return found.step !== undefined && found.step <= stepOf(run) ? found.step : undefined
    })
    const key = now.join()
    if (key === shown.current) return
    shown.current = key
    setSteps(now)
  })
  return (
    <ul className="outcomes" aria-live="polite">
      {sentences.map((sentence, run) =>
        sentence === undefined ? null : (
          <li key={run} style={{ borderColor: 'var(--fault)' }}>
            <MathText text={sentence} />
          </li>
        ),
      )}
    </ul>
  )
}
