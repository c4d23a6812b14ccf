// The last scene: the key points and the link to everything. No plan, no answer.

import { stageWords } from '../../i18n/areas/stage.ts'
import { inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import type { Lesson } from '../../course/lesson.ts'
import { takeHome } from '../../lessons/paths.ts'
import type { Words } from '../../engine/words.ts'
import { Line } from '../../panels/lesson/LessonText.tsx'
import { Qr } from './Qr.tsx'
import { classAddress, classLink, type Way } from './way.ts'
import styles from './Stage.module.css'

/** Returns the sentences of a way: a lesson's summary, or those of the path's own steps. */
export function sentencesOf(way: Way, lesson: Lesson): readonly Words[] {
  if (!way.path) return lesson.summary
  return takeHome[way.path].flatMap((name) => {
    const stop = way.stops.find(({ lesson: own, at }) => `${own.id}/${own.steps[at].id}` === name)
    const sentence = stop?.lesson.steps[stop.at].teaching?.sentence
    return sentence ? [sentence] : []
  })
}

export function TakeHome({ way, lesson }: { readonly way: Way; readonly lesson: Lesson }) {
  const words = useWords(stageWords)
  const language = useLanguage()
  const own = words.stage.wall
  const hash = way.path ? '#/' : `#/${lesson.id}`
  return (
    <div className={`${styles.scene} ${styles.takeHome}`} data-phase="home">
      <h1>{own.home}</h1>
      <ul>
        {sentencesOf(way, lesson)
          .slice(0, 5)
          .map((sentence) => (
            <li key={sentence.en}>
              <Line text={inLanguage(sentence, language)} />
            </li>
          ))}
      </ul>
      <p className={styles.takeHomeLink}>
        <Qr text={classAddress(hash)} />
        <span>
          {own.homeLink} <b>{classLink(hash)}</b>
        </span>
      </p>
    </div>
  )
}
