// What became of the runs, in a sentence each, where there is something to say: a run that diverged, and why where the
// rule holds.

import { useWords } from '../i18n/index.ts'
import { MathText } from '../ui/MathText.tsx'
import { divergenceSentence } from './limits.ts'
import { divergedAtCursor, useLooks } from './runs.ts'
import { useRunSentences } from './useRunSentences.ts'
import { runVariable } from '../plot/index.ts'

export function OutcomeNote() {
  const looks = useLooks()
  const words = useWords()
  const sentences = useRunSentences(
    (_, run) => divergedAtCursor(run),
    (experiment, run, name, step) => divergenceSentence(words, experiment, run, name, step),
  )
  return (
    <ul className="outcomes" aria-live="polite">
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
