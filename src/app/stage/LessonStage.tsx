// A lesson on the projector: scene, question, show of hands, reveal, the misconception, and finally the key points. The
// lesson's panels are the pictures, the walk determines what a press does, and the driver changes the lab's state.

import {
  use,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { asks, choiceOf } from '../../course/asks.ts'
import type { Hidden, Lesson } from '../../course/lesson.ts'
import type { LessonDriver, LessonParts } from '../../labs/lessonParts.ts'
import { predict, useCourse } from '../../state/course.ts'
import { usePlayback } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { addressSays } from '../../document/session.ts'
import { Scene } from './Scene.tsx'
import { countHand, goTo, useStage } from './stageState.ts'
import { StageShell } from './StageShell.tsx'
import { firstOf, indexOf, isOpen, type Place } from './walk.ts'
import { stageHash, wayFor } from './way.ts'

export interface LessonStageProps {
  readonly lesson: Lesson
  readonly at: number
  readonly hides: ReadonlySet<Hidden>
  readonly driver: LessonDriver
  readonly parts: LessonParts
}

/** The answer is shown after this many milliseconds even if a run has failed or takes longer. */
const patience = 30_000

/** The lab's state at the end of each place, restored by a press back. */
const left = new Map<string, unknown>()
/** The place whose state waits for its lesson to open. */
let arriving: string | undefined

const keyOf = (way: string, index: number): string => `${way} ${index}`

export function LessonStage({ lesson, at, hides, driver, parts }: LessonStageProps) {
  const path = addressSays('path')
  const way = use(wayFor(lesson, at, path))
  const name = `${lesson.id}/${lesson.steps[at].id}`
  const state = useStage()
  const stored = useCourse((course) => course.predictions[name])
  const step = lesson.steps[at]
  const playing = usePlayback((playback) => playback.playing)
  const there = useSyncExternalStore(race.onTraces, () => race.isThere)
  const drive = useEffectEvent(() => driver)

  // The place on the way: where the tab left it, if it is this step's, else the step's beginning or answer.
  const kept = state.way === way.name ? way.places[state.index] : undefined
  const fits = kept?.name === name
  const fresh =
    asks(step) && stored?.revealed ? indexOf(way.places, name, 'after') : firstOf(way.places, name)
  const index = fits ? state.index : fresh
  const place = way.places[index]
  useEffect(() => {
    if (!fits) goTo(way.name, fresh)
  }, [fits, fresh, way.name])

  // The projector and the stored course must agree, also after a reload in the middle of a question.
  useEffect(() => {
    if (!fits || !asks(step)) return
    const revealed = !isOpen(place.phase)
    if ((stored?.revealed ?? false) === revealed) return
    predict(name, { ...stored, revealed })
    if (revealed) drive().reveal()
    else drive().go(at)
  }, [fits, place, step, stored, name, at])

  useEffect(() => {
    if (arriving === undefined) return
    const snapshot = left.get(arriving)
    arriving = undefined
    if (snapshot) drive().restore(snapshot)
  }, [name])

  const [landed, setLanded] = useState(false)
  useEffect(() => {
    let frame = 0
    const since = performance.now()
    // A run about to begin has not finished, nor has one whose rows are still being computed.
    const look = (frames: number): void => {
      const come = drive().arrived() || performance.now() - since > patience
      if (frames > 1 && come) setLanded(true)
      else frame = requestAnimationFrame(() => look(frames + 1))
    }
    look(0)
    return () => {
      cancelAnimationFrame(frame)
      setLanded(false)
    }
  }, [place, playing, lesson])

  const move = (by: 1 | -1): void => {
    const now = useStage.getState()
    const from = way.places[now.index]
    const to = way.places[now.index + by] as Place | undefined
    if (!to) {
      if (by < 0 && way.path) location.hash = `#/?path=${way.path}&present=1`
      return
    }
    left.set(keyOf(way.name, now.index), driver.snapshot())
    const key = keyOf(way.name, now.index + by)
    goTo(way.name, now.index + by)
    if (to.phase === 'home' || from.phase === 'home') return
    if (to.name === from.name) return turn(driver, from, to, left.get(key))
    // A step reached again asks again, because the class has not answered it.
    if (by > 0 && to.phase === 'scene') askAnew(to.name)
    if (to.lesson !== from.lesson) {
      arriving = by < 0 ? key : undefined
      const stop = way.stops.find((one) => one.lesson.id === to.lesson && one.at === to.at)!
      location.hash = stageHash(stop.lesson, stop.at, way.path)
      return
    }
    driver.go(to.at)
    const before = left.get(key)
    if (by < 0 && before) driver.restore(before)
  }
  const count = (answer: number, by: number): void => {
    const choice = choiceOf(step)
    if (choice) countHand(name, choice.answers.length, answer, by)
  }
  const scene = useMemo(
    () => ({
      lesson,
      step,
      name,
      place,
      stop: way.stops.findIndex((one) => one.lesson === lesson && one.at === at),
    }),
    [lesson, step, name, place, way, at],
  )
  const { Controls, Time } = parts
  const { controls: own = [] } = step
  const controls = (only: 'all' | 'one'): ReactNode => (
    <Controls only={only === 'all' ? own : parts.oneControl(own)} />
  )
  return (
    <StageShell
      way={way}
      scene={scene}
      onMove={move}
      onCount={count}
      controls={isOpen(place.phase) && asks(step) ? undefined : controls}
      time={step.playback === false || hides.has('paths') || hides.has('beyond') ? undefined : <Time />}
    >
      <Scene
        {...scene}
        way={way}
        parts={parts}
        hides={hides}
        landed={landed && !playing && !isOpen(place.phase)}
        playing={playing && there}
        onCount={count}
      />
    </StageShell>
  )
}

function askAnew(name: string): void {
  const stored = useCourse.getState().predictions[name]
  if (stored?.revealed) predict(name, { ...stored, revealed: false })
}

/** Moves from one phase of a step to the next, or restores the lab's earlier state. */
function turn(driver: LessonDriver, from: Place, to: Place, before: unknown): void {
  const { name } = to
  const stored = useCourse.getState().predictions[name]
  const opens = isOpen(to.phase)
  if (opens !== isOpen(from.phase)) predict(name, { ...stored, revealed: !opens })
  if (to.phase === 'reveal' && from.phase !== 'after') return driver.reveal()
  if (to.phase === 'after') return driver.land()
  if (opens && !isOpen(from.phase)) {
    driver.go(to.at)
    if (before) driver.restore(before)
  }
}
