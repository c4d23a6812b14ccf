// The frame of a lesson in any lab: the words, the navigation through the steps, and the pictures next to them.

import { useEffect, useState, type ReactNode } from 'react'
import { lessonEntry } from './catalog.ts'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import type { Hidden, Lesson } from '../course/lesson.ts'
import { figuresOf, type LessonDriver, type LessonParts } from '../labs/lessonParts.ts'
import { predict, see, useCourse, wait } from '../state/course.ts'
import { LabFrame } from '../ui/LabFrame.tsx'
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
  readonly hides: ReadonlySet<Hidden>
  readonly driver: LessonDriver
  readonly parts: LessonParts
  readonly children: (shows: (part: string) => boolean) => ReactNode
}

export function LessonFrame({ lesson, at, open, hides, driver, parts, children }: LessonFrameProps) {
  const words = useWords(lessonsWords)
  const language = useLanguage()
  // In a small frame of another page the picture comes first, and the words are collapsed.
  const folded = useSmallFrame()
  const [sheet, setSheet] = useState(!folded)
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const stored = useCourse((state) => state.predictions[name])
  const way = useLessonNavigation(lesson, at, driver.go)
  /** How often the question was asked again. */
  const [round, setRound] = useState(0)
  useQuestionReset(name, () => {
    setRound((before) => before + 1)
    driver.askAgain()
  })
  useEffect(() => see(name), [name])
  useEffect(() => (open ? wait(name) : undefined), [open, name])
  useEffect(() => {
    document.title = `${inLanguage(lessonEntry(lesson.id)!.title, language)} · ${words.common.ravine}`
    return () => void (document.title = words.common.ravine)
  }, [lesson, language, words])

  const { landed, depart, land } = useLanding(name, driver.moving, driver.land)
  const reveal = (): void => {
    if (!driver.isReady) return
    predict(name, { ...stored, revealed: true })
    depart()
    driver.reveal()
  }

  const hidden = hiddenParts()
  const shows = (part: string): boolean => !hidden.includes(part)
  const slider = parts.slides
    ? step.playback !== false && !hides.has('beyond')
    : !open && (step.controls?.length ?? 0) > 0
  return (
    <LabFrame
      className={labStyles.lesson}
      data-words={shows('lesson') || undefined}
      data-controls={shows('controls') || undefined}
      data-sliders={slider || undefined}
      data-rule={shows('controls') && step.rule ? (hides.has('numbers') ? 'awaited' : 'shown') : undefined}
      data-halves={figuresOf(parts, step)[1] === 'line' || undefined}
      data-asking={(open && !parts.slides) || undefined}
      data-open={(shows('lesson') && sheet) || undefined}
    >
      {shows('lesson') && (
        <Sheet label={folded ? words.lessons.read : words.lessons.lesson} open={sheet} onToggle={setSheet}>
          <LessonWords
            lesson={lesson}
            at={at}
            round={round}
            open={open}
            back={way.back}
            next={way.next}
            onGo={driver.go}
            isReady={driver.isReady}
            landed={landed}
            onReveal={reveal}
            onLand={land}
            onShow={(card) => driver.show(step.cards![card].load)}
            parts={parts}
          />
        </Sheet>
      )}
      {children(shows)}
    </LabFrame>
  )
}
