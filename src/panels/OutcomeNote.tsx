// What became of the runs, in a sentence each, where there is something to say: a run that diverged, and why where the
// rule holds.

import { useRef, useState } from 'react'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useExperiment } from '../state/experiment.ts'
import { divergenceSentence } from './limits.ts'
import { divergedAtCursor, runColour, runNames } from './runs.ts'
import { useFrame } from './useFrame.ts'

export function OutcomeNote() {
  const words = useWords()
  const language = useLanguage()
  const { experiment, view } = useExperiment()
  const names = runNames(experiment, language)
  const [steps, setSteps] = useState<readonly (number | undefined)[]>([])
  const shown = useRef('')
  useFrame(() => {
    const now = experiment.runs.map((_, i) => (view.hidden.includes(i) ? undefined : divergedAtCursor(i)))
    const key = now.join()
    if (key === shown.current) return
    shown.current = key
    setSteps(now)
  })
  return (
    <ul className="outcomes" aria-live="polite">
      {steps.map((step, i) =>
        step === undefined || i >= names.length ? null : (
          <li key={i} style={{ borderColor: runColour(i) }}>
            {divergenceSentence(words, experiment, i, names[i], step)}
          </li>
        ),
      )}
    </ul>
  )
}
