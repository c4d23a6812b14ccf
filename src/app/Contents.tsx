// The contents: the lessons with a small real run each, the learner's progress, the labs, and the plans for teachers.

import styles from './Contents.module.css'
import heroStyles from './hero/Hero.module.css'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { fetched } from '../fetch/fetched.tsx'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { fill, inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { loadLesson } from './catalog.ts'
import type { LessonEntry } from '../course/lesson.ts'
import { labs } from '../labs/index.ts'
import { lessons } from '../lessons/index.ts'
import { isPath, pathNames } from '../course/paths.ts'
import { thumbnailOf } from '../labs/thumbnails.ts'
import { forgetCourse, useCourse } from '../state/course.ts'
import { useAddress } from '../document/routes.ts'
import { addressSays } from '../document/session.ts'
import { notify } from '../state/notice.ts'
import { Button } from '../ui/Button.tsx'
import { Plan } from './Plan.tsx'
import { useNothingRuns } from './useNothingRuns.ts'
import { Thumbnail } from './Thumbnail.tsx'
import { useOwnWords } from '../state/arriving.ts'
import { openStep } from './useLessonNavigation.ts'
import textStyles from '../styles/Text.module.css'
import buttonStyles from '../ui/Button.module.css'

const Hero = fetched(async () => (await import('./hero/Hero.tsx')).Hero)

const [firstOne, ...others] = Object.values(labs)

const pathNow = (): string | undefined => addressSays('path')

export function Contents({ fetchLessons }: { readonly fetchLessons: () => Promise<unknown> }) {
  const words = useWords(lessonsWords)
  const own = words.lessons.contents
  const seen = useCourse((state) => state.seen)
  const path = useAddress(pathNow)
  // A visitor of this page will soon open a lesson.
  useEffect(() => {
    const timer = setTimeout(() => void fetchLessons().catch(() => {}), 1000)
    return () => clearTimeout(timer)
  }, [fetchLessons])
  useNothingRuns()
  useOwnWords()
  if (isPath(path)) return <Plan path={path} />
  const placeOf = ({ route, name }: (typeof others)[number]) =>
    [route, words.common[name], own[`${name}Says`]] as const
  const begun = Object.keys(seen).length > 0
  const last = [...lessons]
    .reverse()
    .find(({ id }) => Object.keys(seen).some((step) => step.startsWith(`${id}/`)))
  return (
    <main className={heroStyles.front} id="main" tabIndex={-1}>
      <header className={heroStyles.hero}>
        <Suspense>
          <Hero />
        </Suspense>
        <h1>{own.title}</h1>
        <p>{own.hero}</p>
        <div className={textStyles.buttonRow}>
          {begun && last ? (
            <a className={`${buttonStyles.button} ${buttonStyles.primary}`} href={`#/${last.id}`}>
              {own.goOn}
            </a>
          ) : (
            <a className={`${buttonStyles.button} ${buttonStyles.primary}`} href={`#/${lessons[0].id}`}>
              {own.begin}
            </a>
          )}
          <a className={heroStyles.free} href={`#/${firstOne.route}`}>
            {own.freely} <span aria-hidden="true">›</span>
          </a>
        </div>
      </header>
      <div className={styles.contents}>
        <p className={heroStyles.contentsLead}>{own.lead}</p>
        <ol className={styles.lessons}>
          {lessons.map((entry, i) => (
            <LessonTile key={entry.id} entry={entry} number={i + 1} />
          ))}
        </ol>
        <div className={styles.more}>
          <nav aria-label={own.labs}>
            <h2>{own.labs}</h2>
            <ul>
              {(
                [
                  placeOf(firstOne),
                  ['questions', words.common.questions, own.questionsSays],
                  ['gallery', words.common.gallery, own.gallerySays],
                  ...others.map(placeOf),
                  ['verify', words.common.verify, own.verifySays],
                ] as const
              ).map(([route, name, says]) => (
                <li key={route}>
                  <a href={`#/${route}`}>{name}</a> <span>{says}</span>
                </li>
              ))}
            </ul>
          </nav>
          <nav aria-label={own.teachers}>
            <h2>{own.teachers}</h2>
            <ul>
              {pathNames.map((name) => (
                <li key={name}>
                  <a href={`#/?path=${name}`}>{own.paths[name]}</a>
                </li>
              ))}
            </ul>
            {begun && (
              <Button
                onClick={() => {
                  forgetCourse()
                  notify(own.sure)
                }}
              >
                {own.forget}
              </Button>
            )}
          </nav>
        </div>
      </div>
    </main>
  )
}

function LessonTile({ entry, number }: { readonly entry: LessonEntry; readonly number: number }) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const seen = useCourse((state) => state.seen)
  const done = Object.keys(seen).filter((step) => step.startsWith(`${entry.id}/`))
  const [count, setCount] = useState<number>()
  const picture = useCallback(() => thumbnailOf(entry.drawn), [entry])
  const own = words.lessons.contents
  useEffect(() => {
    // Load only lessons that were begun to count their steps. The others are not needed yet.
    if (done.length > 0) void loadLesson(entry.id).then((lesson) => setCount(lesson.steps.length))
  }, [done.length, entry])
  return (
    <li>
      <a
        className={styles.tile}
        href={`#/${entry.id}`}
        onPointerEnter={() => void loadLesson(entry.id)}
        onFocus={() => void loadLesson(entry.id)}
        onClick={(event) => {
          if (done.length === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
          // Continues where the learner left the lesson.
          event.preventDefault()
          void loadLesson(entry.id).then((lesson) => {
            const next = lesson.steps.findIndex((step) => !seen[`${entry.id}/${step.id}`])
            void openStep(entry.id, next < 0 ? 0 : next)
          })
        }}
      >
        <Thumbnail make={picture} />
        <span className={styles.tileTitle}>
          <b>{number}</b> {inLanguage(entry.title, language)}
        </span>
        <span className={styles.tileQuestion}>{inLanguage(entry.question, language)}</span>
        {count !== undefined && (
          <span className={styles.tileProgress}>
            <progress max={count} value={Math.min(count, done.length)} aria-hidden="true" />
            {fill(own.stepsSeen, { seen: Math.min(count, done.length), count })}
          </span>
        )}
      </a>
    </li>
  )
}
