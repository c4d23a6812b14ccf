// The frame of a lesson, whatever its lab: the words, the way through the steps, and in front of a class the presses of
// a clicker: ask, count the votes, reveal, go on.

import { useEffect, useState, type ReactNode } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import type { LabState, Lesson } from '../lessons/lesson.ts'
import type { Stage } from '../panels/lesson/PredictionPanel.tsx'
import { predict, see, useCourse, wait } from '../state/course.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { LessonWords } from './LessonWords.tsx'
import { hiddenParts } from './session.ts'
import { usePresenting } from './theme.ts'
import { useAskedAgain } from './useAskedAgain.ts'
import { useWay } from './useWay.ts'

export interface LessonFrameProps {
  readonly lesson: Lesson
  readonly at: number
  /** A prediction waits for its answer. */
  readonly open: boolean
  /** The rows that a reveal shows are there. */
  readonly isReady?: boolean
  readonly onGo: (step: number) => void
  readonly onReveal: () => void
  /** The question of an answered step is asked once more. */
  readonly onAskedAgain: () => void
  readonly onShow: (state: LabState) => void
  readonly children: (shows: (part: string) => boolean) => ReactNode
}

export function LessonFrame(props: LessonFrameProps) {
  const { lesson, at, open, isReady = true, onGo, onReveal, onShow, children } = props
  const words = useWords(lessonsWords)
  const language = useLanguage()
  const presenting = usePresenting()
  const [sheet, setSheet] = useState(true)
  const [asked, setAsked] = useState<{ readonly at: number; readonly stage: Stage | 'text' }>()
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const stored = useCourse((state) => state.predictions[name])
  const stage = asked?.at === at ? asked.stage : 'text'
  const way = useWay(lesson, at, onGo)
  /** How often the question was asked anew: the votes are counted anew. */
  const [round, setRound] = useState(0)
  useAskedAgain(name, () => {
    setAsked(undefined)
    setRound((before) => before + 1)
    props.onAskedAgain()
  })
  useEffect(() => see(name), [name])
  useEffect(() => (open ? wait(name) : undefined), [open, name])
  useEffect(() => {
    document.title = `${inLanguage(lesson.title, language)} · ${words.common.ravine}`
    return () => void (document.title = words.common.ravine)
  }, [lesson, language, words])

  const reveal = (): void => {
    if (!isReady) return
    predict(name, { ...stored, revealed: true })
    onReveal()
  }
  const next = (): void => {
    if (!presenting || !open) return way.next.go()
    if (stage === 'text') setAsked({ at, stage: 'ask' })
    else if (stage === 'ask' && step.prediction?.kind === 'choice') setAsked({ at, stage: 'tally' })
    else reveal()
  }
  const nextWords = (): string => {
    const own = words.lessons.predict
    if (!presenting || !open) return way.next.label
    if (stage === 'text') return own.title
    return stage === 'ask' && step.prediction?.kind === 'choice' ? own.presentTally : own.reveal
  }
  useClicker(presenting, next, way.back?.go)

  const hidden = hiddenParts()
  const shows = (part: string): boolean => !hidden.includes(part)
  return (
    <main className="lab lesson" id="main" tabIndex={-1}>
      {shows('lesson') && (
        <Sheet label={words.lessons.lesson} open={sheet} onToggle={setSheet}>
          <LessonWords
            lesson={lesson}
            at={at}
            round={round}
            open={open}
            presenting={presenting}
            stage={stage}
            back={way.back}
            next={{ label: nextWords(), go: next }}
            onGo={onGo}
            isReady={isReady}
            onReveal={reveal}
            onShow={onShow}
          />
        </Sheet>
      )}
      {children(shows)}
    </main>
  )
}

/** Page Down and Page Up, which is what clickers send. */
function useClicker(on: boolean, next: () => void, back: (() => void) | undefined): void {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const act = event.key === 'PageDown' ? next : event.key === 'PageUp' ? back : undefined
      if (!act || document.activeElement?.getAttribute('role') === 'slider') return
      if (document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'range')
        return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
