// A lesson: words left, pictures in the middle, the step's few controls right, playback below the picture. A step sets
// the lab's state, undoably. While a prediction is open, its answer is nowhere on the page.

import { use, useEffect, useMemo, useSyncExternalStore } from 'react'
import { documentAfter, documentsOf } from '../course/documents.ts'
import { fetched } from '../fetch/fetched.tsx'
import { loadLesson } from './catalog.ts'
import type { LessonEntry } from '../course/lesson.ts'
import { lessons } from '../lessons/index.ts'
import type { LabState } from '../course/tasks.ts'
import type { DescentLesson as Lesson, Hidden, LessonId } from '../course/lesson.ts'
import { fetchPanels } from '../course/panels.tsx'
import { useDescent } from '../labs/descent/useDescent.ts'
import { useCourse } from '../state/course.ts'
import { change, settle, useExperiment, type Document, type Home } from '../state/experiment.ts'
import {
  cursor,
  holdAt,
  lastStep,
  moveTo,
  pause,
  play,
  playTo,
  setSpeed,
  usePlayback,
  usualSpeed,
} from '../state/playback.ts'
import { onTraces, race } from '../state/traces.ts'
import { DescentParts } from './DescentParts.tsx'
import { LessonControls } from '../course/LessonControls.tsx'
import { PlaybackPanel } from '../panels/PlaybackPanel.tsx'
import { PresentedLesson } from './PresentedLesson.tsx'
import { LessonFrame } from './LessonFrame.tsx'
import type { Driver } from './stage/LessonStage.tsx'
import { oneOf } from './stage/oneControl.ts'
import { usePresenting } from './theme.ts'
import { useShared } from './useShared.ts'
import styles from './Page.module.css'

// Preload the fonts of the words with the lesson, so no line breaks again.
for (const face of ['italic 1em KaTeX_Math', '1em KaTeX_Main']) document.fonts.load(face).catch(() => {})

const AveragesLesson = fetched(async () => (await import('./AveragesLesson.tsx')).AveragesLesson, 'page')

export function LessonPage({ id }: { readonly id: LessonId }) {
  const lesson = use(loadLesson(id))
  useEffect(() => {
    const timer = setTimeout(() => void fetchNext(id).catch(() => {}), 300)
    return () => clearTimeout(timer)
  }, [id])
  return lesson.lab === 'averages' ? (
    <AveragesLesson key={id} lesson={lesson} />
  ) : (
    <DescentLesson key={id} lesson={lesson} />
  )
}

/** Preloads the rest of a lesson, and the next one. */
async function fetchNext(id: LessonId): Promise<void> {
  fetchPanels(await loadLesson(id))
  const next = lessons[lessons.findIndex((entry) => entry.id === id) + 1] as LessonEntry | undefined
  if (!next) return
  const lesson = await loadLesson(next.id)
  if (lesson.lab === 'averages') await AveragesLesson.fetch()
  fetchPanels(lesson)
}

function DescentLesson({ lesson }: { readonly lesson: Lesson }) {
  const shared = useShared(lesson.id)
  const documents = useMemo(() => documentsOf(lesson, !shared), [lesson, shared])
  const open = useDescent(lesson.id, documents)
  return open ? (
    <OpenLesson lesson={lesson} documents={documents} shared={shared} />
  ) : (
    <main className={styles.loading} />
  )
}

const stillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Sets a state as one undo step. */
function enter(key: string, document: Home, state: LabState, playing = state.play ?? false): void {
  pause()
  change(key, () => ({ experiment: document.experiment, view: document.view }))
  settle()
  // Another step has its own speed. Within one, the user's speed stays unless the lesson sets it.
  if (state.speed || key === 'lesson step') setSpeed(state.speed ?? usualSpeed)
  if (playing && document.cursor === undefined && !stillness()) {
    moveTo(0)
    play()
  } else moveTo(document.cursor ?? lastStep())
}

interface OpenProps {
  readonly lesson: Lesson
  readonly documents: readonly Home[]
  readonly shared: boolean
}

const nothing: ReadonlySet<Hidden> = new Set()

/** Within how many seconds a reveal's run lands: the class waits for its answer. */
const untilLanded = 5

function OpenLesson({ lesson, documents, shared }: OpenProps) {
  const at = useExperiment((state) => (lesson.steps[state.view.at] ? state.view.at : 0))
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const { prediction } = step
  const open = useCourse((state) => prediction !== undefined && !state.predictions[name]?.revealed)
  // A link to a state of the first step shows that state: its bet is asked, and hides nothing.
  const concealing = open && !(shared && at === 0)
  const hides = useMemo(() => (concealing ? new Set(prediction?.hides) : nothing), [concealing, prediction])
  const isReady = useSyncExternalStore(onTraces, () => !open || race.isThere)
  // Nothing beyond this step is drawn, and the cursor does not go there.
  const held = hides.has('paths') || hides.has('beyond') ? (step.cursor ?? 0) : undefined
  useEffect(() => {
    holdAt(held)
    return () => holdAt()
  }, [held])

  const goTo = (index: number): void => {
    holdAt()
    const home = documents[index]
    useExperiment.setState({ home })
    const answered = home.opens?.()
    if (answered) enter('lesson step', answered, { speed: answered.speed })
    else enter('lesson step', home, lesson.steps[index])
  }
  const show = (key: string, state: LabState): void => {
    holdAt()
    enter(key, documentAfter({ ...documents[at] }, state), state)
  }
  /** The run plays first, from the state before the answer. Its explanation waits until it has finished. */
  const reveal = (): void => {
    const state = prediction?.reveal ?? {}
    show('reveal', state)
    const to = cursor.target
    if (!stillness()) playTo(state.experiment ? 0 : (held ?? 0), to, untilLanded)
  }
  const land = (): void => {
    pause()
    holdAt()
    moveTo(prediction?.reveal?.cursor ?? lastStep())
  }
  const playing = usePlayback((playback) => playback.playing)
  const presenting = usePresenting()
  const driver = useMemo(
    (): Driver => ({
      go: goTo,
      reveal,
      land,
      snapshot: () => {
        const { experiment, view } = useExperiment.getState()
        return { document: { experiment, view }, cursor: cursor.target }
      },
      restore: (state) => {
        const { document, cursor: to } = state as { readonly document: Document; readonly cursor: number }
        enter('lesson step', { ...document, cursor: to }, {}, false)
      },
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- made of the step alone
    [documents, at],
  )
  if (presenting)
    return (
      <PresentedLesson
        lesson={lesson}
        at={at}
        hides={hides}
        driver={driver}
        controls={(only) => (
          <LessonControls only={only === 'all' ? (step.controls ?? []) : oneOf(step.controls)} />
        )}
        time={step.playback === false ? undefined : <PlaybackPanel />}
      />
    )
  return (
    <LessonFrame
      lesson={lesson}
      at={at}
      open={open}
      isReady={isReady}
      onGo={goTo}
      onAskedAgain={() => {
        pause()
        moveTo(documents[at].cursor ?? lastStep())
      }}
      moving={playing}
      onReveal={reveal}
      onLand={land}
      onShow={(card) => show('card', step.cards![card].load)}
    >
      {(shows) => <DescentParts step={step} name={name} open={concealing} hides={hides} shows={shows} />}
    </LessonFrame>
  )
}
