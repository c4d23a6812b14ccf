// “Did it click?”: the transfer questions at the end of a lesson.

import { lessonsWords } from '../../i18n/areas/lessons.ts'
import { inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import { numberOf, type Lesson } from '../../course/lesson.ts'
import { nameOf } from '../../course/transfer.ts'
import { questions } from '../../lessons/transfer/questions.ts'
import { TransferQuestion } from './TransferQuestion.tsx'
import textStyles from '../../styles/Text.module.css'
import styles from './Transfer.module.css'

export function TransferList({ lesson }: { readonly lesson: Lesson }) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const own = words.lessons.transfer
  return (
    <section className={styles.transfers} aria-label={own.title}>
      <h2>{own.title}</h2>
      <p className={textStyles.note}>{own.lead}</p>
      {questions[lesson.id].map((question, i) => {
        const at = lesson.steps.findIndex(({ id }) => id === question.step)
        return (
          <TransferQuestion
            key={question.id}
            name={nameOf(lesson.id, question)}
            number={i + 1}
            heading="h3"
            question={question}
            again={{
              href: `#/${lesson.id}${at > 0 ? `?at=${numberOf(lesson, at)}` : ''}`,
              title: inLanguage(lesson.steps[at].title, language),
            }}
          />
        )
      })}
      {lesson.id === 'local-optima' && (
        <p>
          <a href="#/questions">{own.toTwelve}</a>
        </p>
      )}
    </section>
  )
}
