// A transfer question: the explanation follows the answer. The first answer is stored, and it is the one that counts.

import styles from './Transfer.module.css'
import { useId, useState, type FormEvent } from 'react'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, inLanguage, sentenceGap, useLanguage, useWords } from '../../i18n/index.ts'
import { isRight, orderShown, type ChoiceQuestion, type Question } from '../../course/transfer.ts'
import { answerFirst, useCourse } from '../../state/course.ts'
import { Button } from '../../ui/Button.tsx'
import { parseNumber, plainNumber } from '../../ui/number.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import questionStyles from '../../course/Question.module.css'
import textStyles from '../../styles/Text.module.css'
import buttonStyles from '../../ui/Button.module.css'
import numberBoxStyles from '../../ui/NumberBox.module.css'

interface Props {
  /** The storage key of the first answer. */
  readonly name: string
  readonly number: number
  readonly heading: 'h2' | 'h3'
  readonly question: Question
  /** The step to review after a wrong answer. */
  readonly again?: { readonly href: string; readonly title: string }
}

export function TransferQuestion({ name, number, heading: Heading, question, again }: Props) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const id = useId()
  const first = useCourse((state) => state.transfer[name] as number | undefined)
  const own = words.lessons.transfer
  return (
    <section className={styles.transfer} aria-labelledby={id}>
      <Heading id={id}>
        <b>{number}</b> <Line text={inLanguage(question.question, language)} />
      </Heading>
      {first === undefined ? (
        'answers' in question ? (
          <Choices name={name} labelledBy={id} question={question} />
        ) : (
          <NumberAnswer name={name} />
        )
      ) : (
        <div role="status">
          <p>
            {own.yours}{' '}
            <b>
              {'answers' in question ? (
                <Line text={inLanguage(question.answers[first] ?? question.answers[0], language)} />
              ) : (
                plainNumber(first)
              )}
            </b>
          </p>
          <p>
            <strong>{isRight(question, first) ? words.lessons.predict.correct : own.wrong}</strong>
            {sentenceGap(language)}
            <Line text={inLanguage(question.because, language)} />
          </p>
          {again && !isRight(question, first) && (
            <p>
              <a href={again.href}>{fill(own.again, { title: again.title })}</a>
            </p>
          )}
        </div>
      )}
    </section>
  )
}

interface ChoicesProps {
  readonly name: string
  readonly labelledBy: string
  readonly question: ChoiceQuestion
}

function Choices({ name, labelledBy, question }: ChoicesProps) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const group = useId()
  const [chosen, setChosen] = useState<number>()
  const [refused, setRefused] = useState(false)
  const own = words.lessons
  // The right one comes first in the list. Its display position depends on the question's name.
  const order = orderShown(question)
  return (
    <>
      <div className={questionStyles.answers} role="radiogroup" aria-labelledby={labelledBy}>
        {order.map((answer) => (
          <label key={answer} className={questionStyles.answer} data-chosen={chosen === answer || undefined}>
            <input
              type="radio"
              name={group}
              checked={chosen === answer}
              onChange={() => {
                setRefused(false)
                setChosen(answer)
              }}
            />
            <span className={questionStyles.answerLetter} aria-hidden="true" />
            <span>
              <Line text={inLanguage(question.answers[answer], language)} />
            </span>
          </label>
        ))}
      </div>
      <div className={textStyles.buttonRow}>
        <Button onClick={() => (chosen === undefined ? setRefused(true) : answerFirst(name, chosen))}>
          {own.transfer.check}
        </Button>
        {refused && (
          <p className={textStyles.refusal} role="status">
            {own.predict.choose}
          </p>
        )}
      </div>
    </>
  )
}

function NumberAnswer({ name }: { readonly name: string }) {
  const words = useWords(lessonsWords)
  const own = words.lessons.transfer
  const [text, setText] = useState('')
  const [refused, setRefused] = useState(false)
  const check = (event: FormEvent): void => {
    event.preventDefault()
    const value = parseNumber(text)
    if (value === null) setRefused(true)
    else answerFirst(name, value)
  }
  return (
    <form className={textStyles.buttonRow} onSubmit={check}>
      <label>
        {own.number}{' '}
        <input
          className={numberBoxStyles.numberBox}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={text}
          onChange={(event) => {
            setRefused(false)
            setText(event.currentTarget.value)
          }}
        />
      </label>
      <button className={buttonStyles.button} type="submit">
        {own.check}
      </button>
      {refused && (
        <p className={textStyles.refusal} role="status">
          {own.notNumber}
        </p>
      )}
    </form>
  )
}
