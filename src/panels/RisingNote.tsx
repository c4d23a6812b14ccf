// The alarm of batch gradient descent: J has risen, and why. Silent wherever a rise is harmless.

import { useRef } from 'react'
import type { DescentExperiment } from '../engine/experiment.ts'
import { networkWords } from '../i18n/areas/network.ts'
import { useWords } from '../i18n/index.ts'
import { lastStep, stepOf } from '../state/playback.ts'
import { race, type Trace } from '../state/traces.ts'
import { MathText } from '../ui/MathText.tsx'
import { limitOf } from './limits.ts'
import { firstRise, mustFall, mustRise, risingSentence } from './rising.ts'
import { endAtCursor } from './runs.ts'
import { useRunSentences } from './useRunSentences.ts'
import labStyles from '../ui/Lab.module.css'

/** `keepsRoom` reserves space for a sentence to come, so nothing moves when it appears. */
export function RisingNote({ keepsRoom = true }: { readonly keepsRoom?: boolean }) {
  const words = useWords(networkWords)
  const known = useRef(new WeakMap<Trace, { length: number; step: number | undefined }>())
  const riseOf = (experiment: DescentExperiment, run: number): number | undefined => {
    const trace = race.traces[run]
    if (!trace || !mustFall(experiment, run)) return undefined
    // The note about its end says the same, and why.
    if (endAtCursor(run) !== undefined && limitOf(experiment, experiment.runs[run])) return undefined
    let found = known.current.get(trace)
    if (!found || (found.step === undefined && found.length !== trace.length)) {
      found = { length: trace.length, step: firstRise(trace, trace.length) }
      known.current.set(trace, found)
    }
    return found.step ?? (mustRise(experiment, run) ? Infinity : undefined)
  }
  const say = (experiment: DescentExperiment, run: number, name: string, step: number): string =>
    risingSentence(words, experiment, run, name, step)
  const sentences = useRunSentences((experiment, run) => {
    const step = riseOf(experiment, run)
    return step !== undefined && step <= stepOf(run) ? step : undefined
  }, say)
  const toCome = useRunSentences((experiment, run) => {
    const step = keepsRoom ? riseOf(experiment, run) : undefined
    return step !== undefined && step > stepOf(run) ? Math.min(step, lastStep()) : undefined
  }, say)
  return (
    <ul className={labStyles.outcomes} aria-live="polite">
      {sentences.map((sentence, run) =>
        sentence === undefined ? (
          toCome[run] !== undefined && <li key={run} data-room={toCome[run]} />
        ) : (
          <li key={run} style={{ borderColor: 'var(--fault)' }}>
            <MathText text={sentence} />
          </li>
        ),
      )}
    </ul>
  )
}
