// Predict, then reveal. Before: the question, the answers, one button. Then the run plays. After it: the right answer
// and the learner's own, feedback on that and, a moment later, what happens and a sentence on each other answer.

import { useCallback, useEffect, useId, useRef, useState, type ComponentType } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../i18n/index.ts'
import { predict, useCourse } from '../state/course.ts'
import { Button } from '../ui/Button.tsx'
import { letterOf } from './CardShape.tsx'
import { choiceOf } from './asks.ts'
import type { Answer, ChoicePrediction, Prediction } from './tasks.ts'
import { LessonText, Line } from '../panels/lesson/LessonText.tsx'
import { VoteCard } from './VoteCard.tsx'
import textStyles from '../styles/Text.module.css'
import styles from './Question.module.css'

export interface VerdictProps {
  readonly name: string
  readonly prediction: Prediction
}

export interface PredictionPanelProps {
  /** `momentum/limit`: its name in the course. */
  readonly name: string
  readonly prediction: Prediction
  /** Whether the rows that show the answer are computed. */
  readonly isReady: boolean
  /** What the reveal shows has been seen to its end. */
  readonly landed: boolean
  readonly onReveal: () => void
  /** Goes to the end at once. */
  readonly onLand: () => void
  /** The lab's words on an answer that is no choice. */
  readonly Verdict?: ComponentType<VerdictProps> | undefined
}

export function PredictionPanel(props: PredictionPanelProps) {
  const { name, prediction, landed, onReveal, Verdict } = props
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const stored = useCourse((state) => state.predictions[name])
  const [refused, setRefused] = useState(false)
  const section = useRef<HTMLElement>(null)
  // Skip goes when it is pressed or when the run ends. The question takes its focus.
  const skipRow = useCallback(
    (row: HTMLElement | null) => () => {
      if (row?.contains(document.activeElement)) section.current?.focus({ preventScroll: true })
    },
    [],
  )
  const own = words.lessons.predict
  const revealed = stored?.revealed ?? false
  const told = revealed && landed
  /** Whoever has just seen the run reads the verdict before the reasons. */
  const flew = useRef(false)
  useEffect(() => {
    if (revealed && !landed) flew.current = true
    // While the run plays, the question and the way to its end are in view, then the right answer and the learner's own.
    if (flew.current && revealed) section.current?.scrollIntoView({ block: 'start' })
  }, [revealed, landed])
  const ready = stored?.answer !== undefined
  const chosen = typeof stored?.answer === 'number' ? stored.answer : undefined
  const choice = choiceOf({ prediction })
  const mine = chosen === undefined ? undefined : choice?.answers[chosen]
  const reveal = (): void => {
    if (!ready) return setRefused(true)
    // The button disappears, so move the focus to the question, where the answer will be.
    section.current?.focus({ preventScroll: true })
    onReveal()
  }
  return (
    <section
      ref={section}
      className={styles.prediction}
      aria-label={own.title}
      tabIndex={-1}
      data-open={!revealed || undefined}
      data-fresh={(told && flew.current) || undefined}
    >
      <h2>{own.title}</h2>
      <p className={styles.question}>
        <Line text={inLanguage(prediction.question, language)} />
      </p>
      {told && choice && <Answers prediction={choice} chosen={chosen} shows={isMain} />}
      {told && (
        <div className={styles.verdict} role="status">
          {mine && (
            <p>
              <strong>{mine.right ? own.correct : own.wrong}</strong>
              {sentenceGap(language)}
              <Line text={inLanguage(mine.says, language)} />
            </p>
          )}
          {Verdict && <Verdict name={name} prediction={prediction} />}
        </div>
      )}
      {choice
        ? !told && (
            <Choices
              name={own.title}
              answers={choice.answers}
              chosen={chosen}
              isClosed={revealed}
              onChoose={(answer) => {
                setRefused(false)
                predict(name, { answer, revealed: false })
              }}
            />
          )
        : !revealed && <p className={textStyles.note}>{prediction.kind === 'point' ? own.drag : own.draw}</p>}
      {told && (
        <div className={styles.verdictAfter}>
          <LessonText text={inLanguage(prediction.after, language)} />
        </div>
      )}
      {told && choice && (
        <Answers prediction={choice} chosen={chosen} shows={(answer, isOwn) => !isMain(answer, isOwn)} />
      )}
      {revealed && !landed && (
        <div ref={skipRow} className={textStyles.buttonRow}>
          <Button onClick={props.onLand}>{own.skip}</Button>
        </div>
      )}
      {!revealed && (
        <div className={textStyles.buttonRow}>
          <Button kind="primary" disabled={!props.isReady} onClick={reveal}>
            {own.reveal}
          </Button>
          {choice && chosen !== undefined && <VoteCard answer={chosen} answers={choice.answers} />}
          {refused && (
            <p className={textStyles.refusal} role="status">
              {choice
                ? own.choose
                : prediction.kind === 'point'
                  ? own.unmoved
                  : fill(own.undrawn, { count: 5 })}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

interface ChoicesProps {
  readonly name: string
  readonly answers: readonly Answer[]
  readonly chosen: number | undefined
  /** It is answered, and the run is on its way. */
  readonly isClosed: boolean
  readonly onChoose: (answer: number) => void
}

function Choices({ name, answers, chosen, isClosed, onChoose }: ChoicesProps) {
  const language = useLanguage()
  const group = useId()
  return (
    <div className={styles.answers} role="radiogroup" aria-label={name}>
      {answers.map((answer, i) => (
        <label key={i} className={styles.answer} data-chosen={chosen === i || undefined}>
          <input
            type="radio"
            name={group}
            checked={chosen === i}
            disabled={isClosed}
            onChange={() => onChoose(i)}
          />
          <span className={styles.answerLetter} aria-hidden="true">
            {letterOf(i)}
          </span>
          <span>
            <Line text={inLanguage(answer.text, language)} />
          </span>
        </label>
      ))}
    </div>
  )
}

/** The right answer and one's own stand above the verdict, the others below the reasons. */
const isMain = ({ right }: Answer, isOwn: boolean): boolean => right === true || isOwn

interface AnswersProps {
  readonly prediction: ChoicePrediction
  readonly chosen: number | undefined
  readonly shows: (answer: Answer, isOwn: boolean) => boolean
}

function Answers({ prediction, chosen, shows }: AnswersProps) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const own = words.lessons.predict
  const inOrder = prediction.answers
    .map((answer, i) => ({ answer, i }))
    .filter(({ answer, i }) => shows(answer, chosen === i))
    .toSorted((one, other) => Number(other.answer.right ?? 0) - Number(one.answer.right ?? 0))
  if (inOrder.length === 0) return null
  return (
    <ul className={`${styles.answers} ${styles.revealed}`}>
      {inOrder.map(({ answer, i }) => (
        <li
          key={i}
          className={styles.answer}
          data-right={answer.right}
          data-yours={chosen === i || undefined}
        >
          <span>
            <Line text={inLanguage(answer.text, language)} />
            {answer.right && ' '}
            {answer.right && <small>· {own.right}</small>}
            {chosen === i && ' '}
            {chosen === i && <small>· {own.yours}</small>}
          </span>
          {/* The learner's own sentence is the verdict. */}
          {chosen !== i && (
            <span className={textStyles.note}>
              <Line text={inLanguage(answer.says, language)} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
