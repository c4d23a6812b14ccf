// The alarm of batch gradient descent: J has risen, and why. Silent wherever a rise is harmless.

import { useRef } from 'react'
import { networkWords } from '../i18n/areas/network.ts'
import { useWords } from '../i18n/index.ts'
import { stepOf } from '../state/playback.ts'
import { race, type Trace } from '../state/traces.ts'
import { MathText } from '../ui/MathText.tsx'
import { limitOf } from './limits.ts'
import { firstRise, mustFall, risingSentence } from './rising.ts'
import { divergedAtCursor } from './runs.ts'
import { useRunSentences } from './useRunSentences.ts'

export function RisingNote() {
  const words = useWords(networkWords)
  const known = useRef(new WeakMap<Trace, { length: number; step: number | undefined }>())
  const sentences = useRunSentences(
    (experiment, run) => {
      const trace = race.traces[run]
      if (!trace || !mustFall(experiment, run)) return undefined
      // Its end says the same, and why.
      if (divergedAtCursor(run) !== undefined && limitOf(experiment, experiment.runs[run])) return undefined
      let found = known.current.get(trace)
      if (!found || (found.step === undefined && found.length !== trace.length)) {
        found = { length: trace.length, step: firstRise(trace, trace.length) }
        known.current.set(trace, found)
      }
      return found.step !== undefined && found.step <= stepOf(run) ? found.step : undefined
    },
    (experiment, run, name, step) => risingSentence(words, experiment, run, name, step),
  )
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
