// "Write it yourself": the course notes' lines with a gap, or an empty page, a check on hidden problems, and three
// hints about the rule's behavior. The device stores which exercises are solved.

import { useState } from 'react'
import {
  checkExercise,
  exerciseSolution,
  exerciseStart,
  type ExerciseKey,
  type ExerciseResult,
} from '../../engine/language/exercises.ts'
import { ruleWords } from '../../i18n/areas/rule.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { solve, useCourse } from '../../state/course.ts'
import { Button } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { formatWhole } from '../../ui/number.ts'
import { raceOf } from './raceOf.ts'
import { RuleBox } from './RuleBox.tsx'
import { toldApart } from './toldApart.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './RuleEditor.module.css'

type Form = 'hole' | 'empty'

export function Exercise({ exercise }: { readonly exercise: ExerciseKey }) {
  const words = useWords(ruleWords)
  const own = words.rule.exercise
  const solved = useCourse((state) => state.solved[exercise])
  const [form, setForm] = useState<Form>('hole')
  const [text, setText] = useState(() => exerciseStart(exercise, 'hole'))
  /** The checked text and its result. An edited text is unchecked. */
  const [checked, setChecked] = useState<{ readonly text: string; readonly result: ExerciseResult }>()
  const result = checked?.text === text ? checked.result : undefined

  const check = (): void => {
    const found = checkExercise(exercise, text)
    setChecked({ text, result: found })
    if (found.kind === 'right') solve(exercise)
  }
  return (
    <section className={styles.exercise} aria-label={own.title}>
      <h2>{own.title}</h2>
      <p>{own.lead[exercise]}</p>
      <Segments<Form>
        label={own.form}
        value={form}
        options={{ hole: own.hole, empty: own.empty }}
        onChange={(to) => {
          setForm(to)
          setText(exerciseStart(exercise, to))
        }}
      />
      <RuleBox value={text} onText={setText} telling={checked !== undefined || !isStart(exercise, text)} />
      <p className={textStyles.buttonRow}>
        <Button kind="primary" onClick={check}>
          {own.check}
        </Button>
        {solved && <span className={styles.solved}>{own.solved}</span>}
      </p>
      <div role="status">{result && <Verdict result={result} />}</div>
      {result?.kind === 'wrong' && <Hints key={result.mistake} hints={result.hints} />}
      {result?.kind === 'right' && (
        <>
          <a href={raceOf(exercise, text)}>{own.play}</a>
          <p className={textStyles.note}>{own.solution}</p>
          <pre className={styles.written}>{exerciseSolution(exercise).trimEnd()}</pre>
        </>
      )}
      <p className={textStyles.note}>{own.checkedOn}</p>
    </section>
  )
}

/** Whether nothing has been written yet, so there is no fault to show. */
const isStart = (exercise: ExerciseKey, text: string): boolean =>
  (['hole', 'empty'] as const).some((form) => exerciseStart(exercise, form) === text)

function Verdict({ result }: { readonly result: ExerciseResult }) {
  const own = useWords(ruleWords).rule.exercise
  if (result.kind === 'fault') return <p>{own.fault}</p>
  if (result.kind === 'right')
    return <p className={styles.right}>{result.otherConvention ? own.otherConvention : own.right}</p>
  const [mine, expected] = toldApart(result.own, result.expected)
  return <p>{fill(own.wrong, { step: formatWhole(result.step), own: mine, expected })}</p>
}

/** The hints, one per press. */
function Hints({ hints }: { readonly hints: Extract<ExerciseResult, { kind: 'wrong' }>['hints'] }) {
  const language = useLanguage()
  const own = useWords(ruleWords).rule.exercise
  const [shown, setShown] = useState(0)
  return (
    <>
      <ol className={styles.hints} aria-live="polite">
        {hints.slice(0, shown).map((hint, i) => (
          <li key={i}>
            <b>{fill(own.hintOf, { number: i + 1 })}</b> {inLanguage(hint, language)}
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        <p>
          <Button onClick={() => setShown(shown + 1)}>{shown === 0 ? own.hint : own.nextHint}</Button>
        </p>
      )}
    </>
  )
}
