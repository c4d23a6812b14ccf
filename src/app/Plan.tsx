// For teachers: a lecture on one printed page, made of the lessons' steps. Minute, question, expected votes, the idea
// behind wrong answers, the sentence to say. For students alone the page has instructions instead, without answers.

import { use } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { lessonEntry, loadLesson } from './catalog.ts'
import { choiceOf, commonMistake } from '../course/asks.ts'
import type { Lesson, Step } from '../course/lesson.ts'
import type { PathName, PathStep } from '../course/paths.ts'
import { paths } from './paths.ts'
import { Line } from '../panels/lesson/LessonText.tsx'
import { letterOf } from '../course/CardShape.tsx'
import { Button } from '../ui/Button.tsx'
import { openStep } from './useLessonNavigation.ts'
import textStyles from '../styles/Text.module.css'
import styles from './Contents.module.css'
import { TableHead } from '../ui/TableHead.tsx'

const loading = new Map<PathName, Promise<readonly Lesson[]>>()

function lessonsOf(path: PathName): Promise<readonly Lesson[]> {
  const promise = loading.get(path) ?? Promise.all(paths[path].map(({ lesson }) => loadLesson(lesson)))
  loading.set(path, promise)
  return promise
}

/** The one-file app, if this site has it. The build writes its address into the page. */
const singleFile = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="ravine-single"]')?.content

export function Plan({ path }: { readonly path: PathName }) {
  const words = useWords(lessonsWords)
  const lessons = use(lessonsOf(path))
  const own = words.lessons.plan
  const single = singleFile()
  const alone = path === 'lab90'
  return (
    <main className={styles.plan} id="main" tabIndex={-1}>
      <header>
        <h1>{own.titles[path]}</h1>
        <p className={textStyles.note}>{alone ? own.noteAlone : own.note}</p>
        <div className={textStyles.buttonRow}>
          <Button
            kind="primary"
            onClick={() => void openStep(paths[path][0].lesson, paths[path][0].step, path)}
          >
            {own.begin}
          </Button>
          <Button onClick={() => print()}>{own.print}</Button>
          {single !== undefined && (
            <a href={single} download>
              {own.single}
            </a>
          )}
        </div>
      </header>
      <table>
        <TableHead
          names={[
            own.minute,
            own.step,
            ...(alone ? [own.todo] : [own.question, own.misconception, own.sentence]),
          ]}
        />
        <tbody>
          {paths[path].map((place, i) => {
            const step = lessons[i].steps.find(({ id }) => id === place.step)
            return step && <Row key={`${place.lesson}/${place.step}`} place={place} step={step} path={path} />
          })}
        </tbody>
      </table>
    </main>
  )
}

function Row({
  place,
  step,
  path,
}: {
  readonly place: PathStep
  readonly step: Step
  readonly path: PathName
}) {
  const language = useLanguage()
  const say = (words: { readonly en: string; readonly zh: string } | undefined) =>
    words && <Line text={inLanguage(words, language)} />
  const { prediction, challenge, teaching } = step
  const choice = choiceOf(step)
  return (
    <tr>
      <th scope="row">{place.minute}</th>
      <td>
        <a
          href={`#/${place.lesson}`}
          onClick={(event) => {
            event.preventDefault()
            void openStep(place.lesson, place.step, path)
          }}
        >
          {say(lessonEntry(place.lesson)?.title)}
          {inLanguage({ en: ': ', zh: '：' }, language)}
          {say(step.title)}
        </a>
      </td>
      {path === 'lab90' ? (
        <td>
          <p>{say(prediction?.question ?? (challenge ? undefined : teaching?.question))}</p>
          {challenge && <p>{say(challenge.task)}</p>}
        </td>
      ) : (
        <>
          <td>
            <p>{say(teaching?.question ?? prediction?.question)}</p>
            {choice && (
              <ul>
                {choice.answers.map((answer, i) => (
                  <li key={i} data-right={answer.right}>
                    {letterOf(i)} {say(answer.text)}
                    {choice.votes && <b> {choice.votes[i]}%</b>}
                  </li>
                ))}
              </ul>
            )}
          </td>
          <td>{say(teaching?.misconception ?? choice?.answers[commonMistake(choice)].says)}</td>
          <td>{say(teaching?.sentence ?? prediction?.after)}</td>
        </>
      )}
    </tr>
  )
}
