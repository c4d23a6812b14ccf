// The words of a lesson's step: text, terms, prediction, challenge, exercise, cards, the summary at the end, and the
// navigation.

import { Suspense, useEffect, useRef } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { lessons } from '../lessons/index.ts'
import type { Lesson } from '../course/lesson.ts'
import { CardList } from '../course/CardList.tsx'
import { ChallengePanel } from '../course/ChallengePanel.tsx'
import { Line } from '../panels/lesson/LessonText.tsx'
import { paragraphs } from '../panels/lesson/markup.ts'
import { PredictionPanel } from '../course/PredictionPanel.tsx'
import { Summary } from '../course/Summary.tsx'
import type { LessonParts } from '../labs/lessonParts.ts'
import { useCourse } from '../state/course.ts'
import { Button } from '../ui/Button.tsx'
import { useOwnWords } from '../state/arriving.ts'
import { WordCards, type WordCard } from './WordCards.tsx'
import { lettersOf, packed } from './packed.ts'
import type { Leg } from './useLessonNavigation.ts'
import textStyles from '../styles/Text.module.css'
import styles from './Lesson.module.css'

const TransferList = fetched(async () => (await import('./transfer/TransferList.tsx')).TransferList)

// The rule language loads only with lessons that ask for a rule.
const Exercise = fetched(async () => (await import('../panels/rule/Exercise.tsx')).Exercise)

interface Props {
  readonly lesson: Lesson
  readonly at: number
  readonly open: boolean
  readonly round: number
  readonly back: Leg | undefined
  readonly next: Leg
  readonly onGo: (step: number) => void
  readonly isReady: boolean
  /** Revealed answers may be shown. */
  readonly landed: boolean
  readonly onReveal: () => void
  readonly onLand: () => void
  readonly onShow: (card: number) => void
  readonly parts: Pick<LessonParts, 'Watch' | 'Verdict'>
}

export function LessonWords(props: Props) {
  const { lesson, at, landed, back, next, onGo } = props
  const open = props.open || !landed
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const own = words.lessons
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(at)
  useOwnWords()
  // Move the focus of keyboard and screen reader users to the new step's heading.
  useEffect(() => {
    if (before.current !== at) heading.current?.focus({ preventScroll: false })
    before.current = at
  }, [at])
  const number = lessons.findIndex(({ id }) => id === lesson.id) + 1
  const isLast = at === lesson.steps.length - 1
  const terms = (step.terms ?? []).map(({ term, note }) => ({
    key: term.en,
    term: inLanguage(term, language),
    note: inLanguage(note, language),
  }))
  const texts = packed([...paragraphs(inLanguage(step.text, language)), ...terms], (text) =>
    lettersOf(typeof text === 'string' ? text : text.term + text.note),
  )
  const cards: (WordCard | false | undefined)[] = [
    ...texts.map((card, i) => ({
      key: `text ${i}`,
      content: (
        <>
          {i === 0 && (
            <>
              <p className={styles.place}>
                {fill(words.common.lessonOf, { number, count: lessons.length })} ·{' '}
                {inLanguage(lessons[number - 1].title, language)}
              </p>
              <h1 ref={heading} tabIndex={-1}>
                <Line text={inLanguage(step.title, language)} />
              </h1>
            </>
          )}
          {card.map((text) =>
            typeof text === 'string' ? (
              <p key={text}>
                <Line text={text} />
              </p>
            ) : (
              <p className={styles.term} key={text.key}>
                <b>
                  <Line text={text.term} />
                </b>{' '}
                <Line text={text.note} />
              </p>
            ),
          )}
        </>
      ),
    })),
    step.prediction && {
      key: 'prediction',
      content: (
        <PredictionPanel
          key={`${name} ${props.round}`}
          name={name}
          prediction={step.prediction}
          isReady={props.isReady}
          landed={landed}
          onReveal={props.onReveal}
          onLand={props.onLand}
          Verdict={props.parts.Verdict}
        />
      ),
    },
    !open && step.cards && { key: 'cards', content: <CardList cards={step.cards} onShow={props.onShow} /> },
    !open &&
      step.challenge && {
        key: 'challenge',
        content: (
          <ChallengePanel
            key={`${name} challenge`}
            name={`${lesson.id}/${step.challenge.id}`}
            challenge={step.challenge}
            controls={step.controls}
            Watch={props.parts.Watch}
          />
        ),
      },
    !open &&
      step.exercise && {
        key: 'exercise',
        content: (
          <Suspense>
            <Exercise key={step.exercise} exercise={step.exercise} />
          </Suspense>
        ),
      },
    isLast &&
      !open &&
      lesson.summary.length > 0 && {
        key: 'summary',
        content: (
          <section className={styles.summary}>
            <h2>{own.summary}</h2>
            <Summary lesson={lesson} />
          </section>
        ),
      },
    isLast &&
      !open && {
        key: 'transfer',
        content: (
          <Suspense>
            <TransferList lesson={lesson} />
          </Suspense>
        ),
      },
  ]
  return (
    <article className={styles.words}>
      <WordCards cards={cards.filter((card) => card !== false && card !== undefined)} />
      <nav className={styles.way} aria-label={own.steps}>
        <StepDots lesson={lesson} at={at} onGo={onGo} />
        <div className={textStyles.buttonRow}>
          {back && <Button onClick={back.go}>{back.label}</Button>}
          <Button kind="primary" onClick={next.go}>
            {next.label}
          </Button>
        </div>
      </nav>
    </article>
  )
}

function StepDots({ lesson, at, onGo }: Pick<Props, 'lesson' | 'at' | 'onGo'>) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const seen = useCourse((state) => state.seen)
  return (
    <ol className={styles.stepDots}>
      {lesson.steps.map((step, i) => (
        <li key={step.id}>
          <button
            type="button"
            aria-current={i === at ? 'step' : undefined}
            aria-label={fill(words.lessons.goToStep, {
              number: i + 1,
              title: inLanguage(step.title, language),
            })}
            data-seen={seen[`${lesson.id}/${step.id}`]}
            onClick={() => onGo(i)}
          >
            {i + 1}
          </button>
        </li>
      ))}
    </ol>
  )
}
