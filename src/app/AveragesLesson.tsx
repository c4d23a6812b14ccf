// A lesson of the averages lab: its steps are states of one series and its averages.

import { Suspense, useEffect, useLayoutEffect, useMemo } from 'react'
import { lessonsWords } from '../i18n/areas/lessons.ts'
import { useWords } from '../i18n/index.ts'
import { averagesDocumentsOf } from '../course/documents.ts'
import type { AveragesLesson as Lesson, Hidden } from '../course/lesson.ts'
import { AveragesControls, Timeline } from '../course/averagesPanels.tsx'
import { panels } from '../course/panels.tsx'
import { holdDay } from '../labs/averages/actions.ts'
import { useAveragesLab } from '../labs/averages/useAveragesLab.ts'
import {
  changeAverages,
  lookAtAverages,
  settleAverages,
  useAverages,
  type AveragesRoute,
} from '../state/averages.ts'
import { keepAverages } from '../state/averagesPicture.ts'
import { useCourse } from '../state/course.ts'
import { PresentedLesson } from './PresentedLesson.tsx'
import { LessonFrame } from './LessonFrame.tsx'
import type { Driver } from './stage/LessonStage.tsx'
import { usePresenting } from './theme.ts'
import { useDayWalk } from './useDayWalk.ts'
import { useShared } from './useShared.ts'
import averagesStyles from '../panels/averages/Averages.module.css'
import labStyles from '../ui/Lab.module.css'
import pageStyles from './Page.module.css'

const nothing: ReadonlySet<Hidden> = new Set()

export function AveragesLesson({ lesson }: { readonly lesson: Lesson }) {
  const homes = useMemo(() => averagesDocumentsOf(lesson), [lesson])
  const open = useAveragesLab(lesson.id, homes)
  return open ? <OpenLesson lesson={lesson} homes={homes} /> : <main className={pageStyles.loading} />
}

interface OpenProps {
  readonly lesson: Lesson
  readonly homes: readonly AveragesRoute[]
}

function OpenLesson({ lesson, homes }: OpenProps) {
  const words = useWords(lessonsWords)
  const at = useAverages((state) => (lesson.steps[state.view.at] ? state.view.at : 0))
  const shared = useShared(lesson.id)
  // Compute the averages even while a prediction hides every panel that shows them.
  useEffect(keepAverages, [])
  const walk = useDayWalk()
  const goTo = (index: number): void => {
    walk.land()
    const home = homes[index]
    useAverages.setState({ home })
    const { experiment, view } = home.opens?.() ?? home
    changeAverages('lesson step', experiment)
    settleAverages()
    lookAtAverages(view)
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
  const held = hides.has('beyond')
  useLayoutEffect(() => {
    holdDay(held)
    return () => holdDay(false)
  }, [held])
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
      onAskedAgain={() => lookAtAverages({ day: homes[at].view.day })}
      moving={walk.walking}
      onReveal={reveal}
      onLand={walk.land}
      onShow={(card) => show('card', step.cards![card].load.experiment, step.cards![card].load.cursor)}
    >
      {(shows) => (
        <>
          <div className={`${labStyles.pictures} ${averagesStyles.lesson}`}>
            <Suspense fallback={<div className={labStyles.toCome} />}>
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
            <div className={labStyles.controls} role="region" aria-label={words.common.controls}>
              {!concealing && <AveragesControls only={controls} />}
            </div>
          )}
        </>
      )}
    </LessonFrame>
  )
}
