// Twelve questions from the whole course, drawn by seed, and the steps to review. Answers are stored per set: opening
// the same set shows them again, another one starts fresh.

import styles from './Transfer.module.css'
import { useEffect, useMemo, useState } from 'react'
import { useAddress } from '../../document/routes.ts'
import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { lessonEntry, loadLesson } from '../catalog.ts'
import { numberOf, type Lesson } from '../../course/lesson.ts'
import { isRight, nameOf } from '../../course/transfer.ts'
import { mostSeed, seedNow, twelve, type Drawn } from './twelve.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { TransferQuestion } from './TransferQuestion.tsx'
import { useCourse } from '../../state/course.ts'
import { Button } from '../../ui/Button.tsx'
import { useNothingRuns } from '../useNothingRuns.ts'
import textStyles from '../../styles/Text.module.css'

export function Questions() {
  const words = useWords(lessonsWords)
  const own = words.lessons.transfer
  const seed = useAddress(seedNow)
  useNothingRuns()
  const set = useMemo(() => twelve(seed), [seed])
  return (
    <main className={styles.questions} id="main" tabIndex={-1}>
      <h1>{words.common.questions}</h1>
      <p>{own.twelveLead}</p>
      {set.map(({ lesson, question }, i) => (
        <TransferQuestion
          key={`${seed} ${nameOf(lesson, question)}`}
          name={keptAs(seed, { lesson, question })}
          number={i + 1}
          heading="h2"
          question={question}
        />
      ))}
      <Result set={set} seed={seed} />
      <div className={textStyles.buttonRow}>
        <Button
          onClick={() => {
            location.hash = `#/questions?seed=${(seed + 1) % (mostSeed + 1)}`
            document.getElementById('main')?.scrollIntoView()
          }}
        >
          {own.another}
        </Button>
      </div>
    </main>
  )
}

const keptAs = (seed: number, { lesson, question }: Drawn): string => `${seed} ${nameOf(lesson, question)}`

/** How many were right, once all are answered, and the steps to review. */
function Result({ set, seed }: { readonly set: readonly Drawn[]; readonly seed: number }) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const kept = useCourse((state) => state.transfer)
  const own = words.lessons.transfer
  const answers = set.map((drawn) => kept[keptAs(seed, drawn)] as number | undefined)
  const open = answers.filter((answer) => answer === undefined).length
  const wrong = set.filter(({ question }, i) => answers[i] !== undefined && !isRight(question, answers[i]))
  return (
    <section className={styles.questionsResult} aria-label={own.result}>
      <h2>{own.result}</h2>
      <p role="status">
        {open > 0
          ? fill(own.left, { count: open })
          : fill(own.right, { right: set.length - wrong.length, count: set.length })}
      </p>
      {wrong.length > 0 && (
        <>
          <h3>{own.lookAgain}</h3>
          <ul>
            {wrong.map((drawn) => (
              <li key={nameOf(drawn.lesson, drawn.question)}>
                <StepLink drawn={drawn} />
              </li>
            ))}
          </ul>
        </>
      )}
      {open === 0 && wrong.length === 0 && <p>{inLanguage(allRight, language)}</p>}
    </section>
  )
}

const allRight = {
  en: 'All of them. You can read a training run now.',
  zh: '全部答对。现在你能读懂一次训练了。',
}

/** A link to a question's step, by its title once its lesson has loaded. */
function StepLink({ drawn: { lesson: id, question } }: { readonly drawn: Drawn }) {
  const language = useLanguage()
  const [lesson, setLesson] = useState<Lesson>()
  useEffect(() => {
    let wanted = true
    loadLesson(id)
      .then((loaded) => wanted && setLesson(loaded))
      .catch(() => {})
    return () => void (wanted = false)
  }, [id])
  const at = lesson?.steps.findIndex((step) => step.id === question.step) ?? 0
  const title = inLanguage(lessonEntry(id)!.title, language)
  return (
    <a href={`#/${id}${lesson && at > 0 ? `?at=${numberOf(lesson, at)}` : ''}`}>
      {title}
      {lesson && (
        <>
          {': '}
          <Line text={inLanguage(lesson.steps[at].title, language)} />
        </>
      )}
    </a>
  )
}
