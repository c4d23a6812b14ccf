// A lesson: words left, pictures in the middle, the step's few controls right, time below the picture. A step sets the
// lab's state, undoably. While a prediction is open, its answer is nowhere on the page.

import { use, useEffect, useMemo } from 'react'
import { asks, hiddenBy } from '../course/asks.ts'
import { labOfLesson } from '../course/ids.ts'
import type { Lesson, LessonEntry, LessonId } from '../course/lesson.ts'
import { fetchFigures, lessonParts, type LessonParts } from '../labs/lessonParts.ts'
import { useLab } from '../labs/useLab.ts'
import { lessons } from '../lessons/index.ts'
import { useCourse } from '../state/course.ts'
import { usePresenting } from '../state/theme.ts'
import { loadLesson } from './catalog.ts'
import { LessonFrame } from './LessonFrame.tsx'
import { PresentedLesson } from './PresentedLesson.tsx'
import { useShared } from './useShared.ts'
import styles from './Page.module.css'

// Preload the fonts of the words with the lesson, so no line breaks again.
for (const face of ['italic 1em KaTeX_Math', '1em KaTeX_Main']) document.fonts.load(face).catch(() => {})

export function LessonPage({ id }: { readonly id: LessonId }) {
  // Both load at once.
  const [loading, coming] = [loadLesson(id), lessonParts[labOfLesson(id)]()]
  const lesson = use(loading)
  const parts = use(coming)
  useEffect(() => {
    const timer = setTimeout(() => void fetchNext(id).catch(() => {}), 300)
    return () => clearTimeout(timer)
  }, [id])
  return <ShownLesson key={id} lesson={lesson} parts={parts} />
}

/** Preloads the rest of a lesson, and the next one. */
async function fetchNext(id: LessonId): Promise<void> {
  const next = lessons[lessons.findIndex((entry) => entry.id === id) + 1] as LessonEntry | undefined
  for (const one of next ? [id, next.id] : [id])
    fetchFigures(await lessonParts[labOfLesson(one)](), await loadLesson(one))
}

interface Props {
  readonly lesson: Lesson
  readonly parts: LessonParts
}

function ShownLesson({ lesson, parts }: Props) {
  const shared = useShared(lesson.id)
  const documents = useMemo(() => parts.documents(lesson, !shared), [parts, lesson, shared])
  const open = useLab(parts.lab, lesson.id, documents)
  return open ? (
    <OpenLesson lesson={lesson} parts={parts} documents={documents} shared={shared} />
  ) : (
    <main className={styles.loading} />
  )
}

interface OpenProps extends Props {
  readonly documents: readonly object[]
  readonly shared: boolean
}

function OpenLesson({ lesson, parts, documents, shared }: OpenProps) {
  const place = parts.usePlace()
  const at = place in lesson.steps ? place : 0
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const open = useCourse((state) => asks(step) !== undefined && !state.predictions[name]?.revealed)
  // A link to a state of the first step shows that state. Its bet is asked but hides nothing.
  const concealing = open && !(shared && at === 0)
  const hides = useMemo(() => hiddenBy(concealing ? step : {}), [concealing, step])
  const driver = parts.useDriver({ lesson, documents, at, open, hides })
  const presenting = usePresenting()
  if (presenting)
    return <PresentedLesson lesson={lesson} at={at} hides={hides} driver={driver} parts={parts} />
  return (
    <LessonFrame lesson={lesson} at={at} open={open} hides={hides} driver={driver} parts={parts}>
      {(shows) => <parts.Pictures step={step} name={name} open={concealing} hides={hides} shows={shows} />}
    </LessonFrame>
  )
}
