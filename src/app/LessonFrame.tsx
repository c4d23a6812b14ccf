// The frame of a lesson in any lab: the words, the navigation through the steps, and the pictures next to them.

import { useEffect, useState, type ReactNode } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import type { Lesson } from '../course/lesson.ts'
import { predict, see, useCourse, wait } from '../state/course.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { LessonWords } from './LessonWords.tsx'
import { hiddenParts } from '../document/session.ts'
import { useLanding } from './useLanding.ts'
import { useSmallFrame } from './useSmallFrame.ts'
import { useQuestionReset } from './useQuestionReset.ts'
import { useLessonNavigation } from './useLessonNavigation.ts'
import labStyles from '../ui/Lab.module.css'

export interface LessonFrameProps {
  readonly lesson: Lesson
  readonly at: number
  /** A prediction is unanswered. */
  readonly open: boolean
  /** The rows that a reveal shows are computed. */
  readonly isReady?: boolean
  readonly onGo: (step: number) => void
  readonly onReveal: () => void
  /** Whether the reveal's run is still playing. */
  readonly moving: boolean
  /** Skips to its end. */
  readonly onLand: () => void
  /** Called when the question of an answered step is asked again. */
  readonly onAskedAgain: () => void
  /** Shows the state of a card, by index. */
  readonly onShow: (card: number) => void
  readonly children: (shows: (part: string) => boolean) => ReactNode
}

export function LessonFrame(props: LessonFrameProps) {
  const { lesson, at, open, isReady = true, onGo, onReveal, moving, onLand, onShow, children } = props
  const words = useWords(lessonsWords)
  const language = useLanguage()
  // In a small frame of another page the picture comes first, and the words are collapsed.
  const folded = useSmallFrame()
  const [sheet, setSheet] = useState(!folded)
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const stored = useCourse((state) => state.predictions[name])
  const way = useLessonNavigation(lesson, at, onGo)
  /** How often the question was asked again. */
  const [round, setRound] = useState(0)
  useQuestionReset(name, () => {
    setRound((before) => before + 1)
    props.onAskedAgain()
  })
  useEffect(() => see(name), [name])
  useEffect(() => (open ? wait(name) : undefined), [open, name])
  useEffect(() => {
    document.title = `${inLanguage(lesson.title, language)} · ${words.common.ravine}`
    return () => void (document.title = words.common.ravine)
  }, [lesson, language, words])

  const { landed, depart, land } = useLanding(name, moving, onLand)
  const reveal = (): void => {
    if (!isReady) return
    predict(name, { ...stored, revealed: true })
    depart()
    onReveal()
  }

  const hidden = hiddenParts()
  const shows = (part: string): boolean => !hidden.includes(part)
  return (
    <main className={`${labStyles.lab} ${labStyles.lesson}`} id="main" tabIndex={-1}>
      {shows('lesson') && (
        <Sheet label={folded ? words.lessons.read : words.lessons.lesson} open={sheet} onToggle={setSheet}>
          <LessonWords
            lesson={lesson}
            at={at}
            round={round}
            open={open}
            back={way.back}
            next={way.next}
            onGo={onGo}
            isReady={isReady}
            landed={landed}
            onReveal={reveal}
            onLand={land}
            onShow={onShow}
          />
        </Sheet>
      )}
      {children(shows)}
    </main>
  )
}
