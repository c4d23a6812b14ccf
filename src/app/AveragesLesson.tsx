// A lesson of the averages lab: its steps are states of one series and its averages.

import { Suspense, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { useWords } from '../i18n/index.ts'
import type { AveragesExperiment } from '../engine/experiment.ts'
import { averagesOf, isRevealed } from '../course/documents.ts'
import { numberOf, placeOf, type AveragesLesson as Lesson, type Hidden } from '../course/lesson.ts'
import { AveragesControls, Timeline } from '../course/averagesPanels.tsx'
import { panels } from '../course/panels.tsx'
import { say } from '../panels/say.ts'
import {
  averagesView,
  changeAverages,
  lookAtAverages,
  settleAverages,
  useAverages,
} from '../state/averages.ts'
import { keepAverages } from '../state/averagesPicture.ts'
import {
  goOnInAverages,
  keepAveragesSession,
  openAveragesSession,
  setLinkPresent,
  whenFound,
  type Instead,
} from '../state/averagesSession.ts'
import { useCourse } from '../state/course.ts'
import { isPlain } from '../document/link/hash.ts'
import { noticeText, splitHash, stepNotice } from '../document/link.ts'
import { PresentedLesson } from './PresentedLesson.tsx'
import { LessonFrame } from './LessonFrame.tsx'
import { onPresent } from './presenting.ts'
import { applyView } from './session.ts'
import type { Driver } from './stage/LessonStage.tsx'
import { usePresenting } from './theme.ts'
import { useDayWalk } from './useDayWalk.ts'
import { useFound } from './useFound.ts'
import { useShownAverages } from './useShownAverages.ts'

const nothing: ReadonlySet<Hidden> = new Set()
const dayOf = (lesson: Lesson, step: number): number => lesson.steps[step].cursor ?? averagesView.day

/** Returns the step named by the address, from 0. */
const stepInAddress = (lesson: Lesson): number =>
  placeOf(lesson, new URLSearchParams(splitHash(location.hash).search).get('at') ?? undefined)

/** A step after its reveal. Text and picture agree whenever the learner returns to it. */
function revealedState(lesson: Lesson, at: number, home: AveragesExperiment): Instead | undefined {
  if (!isRevealed(lesson, at)) return undefined
  const { experiment, cursor } = lesson.steps[at].prediction?.reveal ?? {}
  return { experiment: { ...home, ...experiment }, day: cursor ?? dayOf(lesson, at) }
}

export function AveragesLesson({ lesson }: { readonly lesson: Lesson }) {
  useFound()
  const words = useWords(lessonsWords)
  const homes = useMemo(() => averagesOf(lesson), [lesson])
  const [at, setAt] = useState(() => stepInAddress(lesson))
  /** Whether the link that opened the lesson has more than a step. */
  const [shared, setShared] = useState(false)
  useLayoutEffect(() => {
    const open = (): void => {
      if (splitHash(location.hash).route !== lesson.id) return
      setShared(!isPlain(splitHash(location.hash).search))
      const step = stepInAddress(lesson)
      const { firstColor = 0 } = lesson
      const look = { ...averagesView, day: dayOf(lesson, step), firstColor }
      const opened = openAveragesSession(
        lesson.id,
        homes[step],
        look,
        ['at'],
        revealedState(lesson, step, homes[step]),
      )
      const notices = [...stepNotice(opened.view.own?.at, lesson.steps), ...opened.notices]
      say(notices.length > 0 ? noticeText(notices) : null)
      applyView(opened.view)
      setAt(step)
    }
    const follow = (): void => whenFound(open)
    follow()
    const stop = keepAveragesSession(say)
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
      stop()
    }
  }, [lesson, homes])
  // Compute the averages even while a prediction hides every panel that shows them.
  useEffect(keepAverages, [])
  const walk = useDayWalk()
  const goTo = (index: number): void => {
    walk.land()
    goOnInAverages(
      homes[index],
      dayOf(lesson, index),
      index > 0 ? { at: String(numberOf(lesson, index)) } : undefined,
    )
    const shown = revealedState(lesson, index, homes[index])
    changeAverages('lesson step', shown?.experiment ?? homes[index])
    settleAverages()
    lookAtAverages({ selected: 0, lag: false, day: shown?.day ?? dayOf(lesson, index) })
    setAt(index)
  }
  const step = lesson.steps[at]
  const name = `${lesson.id}/${step.id}`
  const { prediction, picture = 'averages', strips = [], controls = [] } = step
  // The purple line is a prediction, too, with its own paper and verdict.
  const asks = prediction !== undefined || picture === 'purpleLine'
  const open = useCourse((state) => asks && !state.predictions[name]?.revealed)
  // A link to a state of the first step shows that state: its bet is asked, and hides nothing.
  const concealing = open && !(shared && at === 0)
  const hides = useMemo(() => (concealing ? new Set(prediction?.hides) : nothing), [concealing, prediction])
  useShownAverages(hides.has('beyond'))
  const Picture = panels[picture]
  const show = (key: string, change: object | undefined, to?: number): void => {
    changeAverages(key, change ?? {})
    settleAverages()
    if (to !== undefined) lookAtAverages({ day: to })
  }
  const reveal = (): void => {
    const { experiment, cursor: to } = prediction?.reveal ?? {}
    const from = useAverages.getState().view.day
    show('reveal', experiment, to)
    if (to !== undefined) walk.go(from, to)
  }
  const presenting = usePresenting()
  useEffect(() => onPresent((on) => setLinkPresent(on)), [])
  const driver: Driver = {
    go: goTo,
    reveal,
    land: walk.land,
    snapshot: () => {
      const { experiment, view } = useAverages.getState()
      return { experiment, view }
    },
    restore: (state) => {
      const { experiment, view } = state as Pick<
        ReturnType<typeof useAverages.getState>,
        'experiment' | 'view'
      >
      show('lesson step', experiment, view.day)
    },
  }
  if (presenting)
    return (
      <PresentedLesson
        lesson={lesson}
        at={at}
        hides={hides}
        driver={driver}
        controls={(only) => <AveragesControls only={only === 'all' ? controls : controls.slice(0, 1)} />}
        time={picture !== 'purpleLine' && step.playback !== false ? <Timeline /> : undefined}
      />
    )
  return (
    <LessonFrame
      lesson={lesson}
      at={at}
      open={open}
      onGo={goTo}
      onAskedAgain={() => lookAtAverages({ day: dayOf(lesson, at) })}
      moving={walk.walking}
      onReveal={reveal}
      onLand={walk.land}
      onShow={(card) => show('card', step.cards![card].load.experiment, step.cards![card].load.cursor)}
    >
      {(shows) => (
        <>
          <div className="lab-pictures averages-lesson">
            <Suspense fallback={<div className="to-come" />}>
              <Picture hides={hides} open={concealing} step={step} name={name} />
            </Suspense>
            {picture !== 'purpleLine' && step.playback !== false && !hides.has('beyond') && <Timeline />}
            {strips.map((strip) => {
              const Strip = panels[strip]
              return (
                <Suspense key={strip}>
                  <Strip hides={hides} open={concealing} step={step} name={name} />
                </Suspense>
              )
            })}
          </div>
          {shows('controls') && (
            <div className="lab-controls" role="region" aria-label={words.common.controls}>
              {!concealing && <AveragesControls only={controls} />}
            </div>
          )}
        </>
      )}
    </LessonFrame>
  )
}
