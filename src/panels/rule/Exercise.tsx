// "Write it yourself": the course notes' lines with a gap, or an empty page, a check on hidden problems, and three
// hints about the rule's behavior. The device stores which exercises are solved. On the stage the rule is also typeset.

import { useMemo, useRef } from 'react'
import { exerciseSolution, type ExerciseKey, type ExerciseResult } from '../../engine/language/exercises.ts'
import { parseRule } from '../../engine/language/parse.ts'
import { typesetRule } from '../../engine/language/typeset.ts'
import type { Words } from '../../engine/words.ts'
import { ruleWords } from '../../i18n/areas/rule.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { useCourse } from '../../state/course.ts'
import { Button } from '../../ui/Button.tsx'
import { Formula } from '../../ui/Formula.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { formatWhole } from '../../ui/number.ts'
import { raceOf } from './raceOf.ts'
import { RuleBox } from './RuleBox.tsx'
import { toldApart } from './toldApart.ts'
import { begin, check, isBlank, showHint, useWritings, write, type Form } from './writings.ts'
import textStyles from '../../styles/Text.module.css'
import styles from './RuleEditor.module.css'

interface Props {
  readonly exercise: ExerciseKey
  /** In front of a class: the rule is typeset, and no link leads away. */
  readonly onStage?: boolean
}

export function Exercise({ exercise, onStage = false }: Props) {
  const words = useWords(ruleWords)
  const own = words.rule.exercise
  const solved = useCourse((state) => state.solved[exercise])
  const writing = useWritings((state) => state[exercise])
  const { form, text, checked } = writing
  const result = checked?.text === text ? checked.result : undefined
  const hints = result?.kind === 'wrong' ? result.hints : []
  const hint = writing.hints < hints.length && (
    <Button onClick={() => showHint(exercise)}>{writing.hints === 0 ? own.hint : own.nextHint}</Button>
  )
  const checking = (
    <p className={textStyles.buttonRow}>
      <Button kind="primary" onClick={() => check(exercise)}>
        {own.check}
      </Button>
      {onStage && hint}
      {solved && <span className={styles.solved}>{own.solved}</span>}
    </p>
  )
  return (
    <section aria-label={own.title}>
      <div className={styles.writing}>
        <h2>{own.title}</h2>
        <p>{own.lead[exercise]}</p>
        <Segments<Form>
          label={own.form}
          value={form}
          options={{ hole: own.hole, empty: own.empty }}
          onChange={(to) => begin(exercise, to)}
        />
        <RuleBox
          value={text}
          onText={(to) => write(exercise, to)}
          telling={checked !== undefined || !isBlank(exercise, writing)}
        />
        {!onStage && checking}
      </div>
      <div className={styles.said}>
        {/* On the stage the lower edge belongs to the presenter's tools. */}
        {onStage && checking}
        <div role="status">{result && <Verdict result={result} />}</div>
        {hints.length > 0 && <Hints hints={hints.slice(0, writing.hints)} />}
        {!onStage && hint && <p>{hint}</p>}
        {onStage && <Typeset text={text} />}
        {result?.kind === 'right' && (
          <>
            {!onStage && <a href={raceOf(exercise, text)}>{own.play}</a>}
            <p className={textStyles.note}>{own.solution}</p>
            <pre className={styles.written}>{exerciseSolution(exercise).trimEnd()}</pre>
          </>
        )}
        <p className={textStyles.note}>{own.checkedOn}</p>
      </div>
    </section>
  )
}

/** The last text without a fault as formulas. */
function Typeset({ text }: { readonly text: string }) {
  const parsed = useMemo(() => parseRule(text), [text])
  const shown = useRef<ReturnType<typeof typesetRule>>([])
  if (parsed.ok) shown.current = typesetRule(parsed.value)
  if (shown.current.length === 0) return null
  return (
    <div className={styles.typeset} data-old={!parsed.ok || undefined}>
      {shown.current.map((nodes, i) => (
        <Formula key={i} nodes={nodes} />
      ))}
    </div>
  )
}

function Verdict({ result }: { readonly result: ExerciseResult }) {
  const own = useWords(ruleWords).rule.exercise
  if (result.kind === 'fault') return <p>{own.fault}</p>
  if (result.kind === 'right')
    return <p className={styles.right}>{result.otherConvention ? own.otherConvention : own.right}</p>
  const [mine, expected] = toldApart(result.own, result.expected)
  return <p>{fill(own.wrong, { step: formatWhole(result.step), own: mine, expected })}</p>
}

/** The hints so far, one per press. */
function Hints({ hints }: { readonly hints: readonly Words[] }) {
  const language = useLanguage()
  const own = useWords(ruleWords).rule.exercise
  return (
    <ol className={styles.hints} aria-live="polite">
      {hints.map((hint, i) => (
        <li key={i}>
          <b>{fill(own.hintOf, { number: i + 1 })}</b> {inLanguage(hint, language)}
        </li>
      ))}
    </ol>
  )
}
