// One sentence per run that ended early: it diverged, and why if the theory applies, or it reached a point where J has
// no value.

import { useWords } from '../i18n/index.ts'
import { MathText } from '../ui/MathText.tsx'
import { endSentence } from './limits.ts'
import { endAtCursor, noValueOf, useLooks } from './runs.ts'
import { useRunSentences } from './useRunSentences.ts'
import { runVariable } from '../plot/index.ts'
import labStyles from '../ui/Lab.module.css'

export function OutcomeNote() {
  const looks = useLooks()
  const words = useWords()
  const sentences = useRunSentences(
    (_, run) => endAtCursor(run),
    (experiment, run, name, step) =>
      endSentence(words, experiment, run, name, { step, noValue: noValueOf(run) }),
  )
  return (
    <ul className={labStyles.outcomes} aria-live="polite">
      {sentences.map((sentence, i) =>
        sentence === undefined ? null : (
          <li key={i} style={{ borderColor: runVariable(looks[i]) }}>
            <MathText text={sentence} />
          </li>
        ),
      )}
    </ul>
  )
}
