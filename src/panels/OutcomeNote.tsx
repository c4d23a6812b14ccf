// What became of the runs, in a sentence each, where there is something to say: a run that diverged, and why where the
// rule holds.

import { useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useWords } from '../i18n/index.ts'
import { useExperiment } from '../state/experiment.ts'
import { divergenceSentence } from './limits.ts'
import { divergedAtCursor, runColour, useRunNames } from './runs.ts'
import { useFrame } from './useFrame.ts'

export function OutcomeNote() {
  const words = useWords()
  const names = useRunNames()
  const [steps, setSteps] = useState<readonly (number | undefined)[]>([])
  const shown = useRef('')
  const sentences = useExperiment(
    useShallow(({ experiment }) =>
      steps.map((step, i) =>
        step === undefined || i >= names.length
          ? undefined
          : divergenceSentence(words, experiment, i, names[i], step),
      ),
    ),
  )
  useFrame(() => {
    const { experiment, view } = useExperiment.getState()
    const now = experiment.runs.map((_, i) => (view.hidden.includes(i) ? undefined : divergedAtCursor(i)))
    const key = now.join()
    if (key === shown.current) return
    shown.current = key
    setSteps(now)
  })
  return (
    <ul className="outcomes" aria-live="polite">
      {sentences.map((sentence, i) =>
        sentence === undefined ? null : (
          <li key={i} style={{ borderColor: runColour(i) }}>
            {sentence}
          </li>
        ),
      )}
    </ul>
  )
}
