// Drives the race for a lesson: its steps, cards and reveals are documents, each one step of undo.

import { useEffect, useSyncExternalStore } from 'react'
import type { LabState } from '../../../course/lesson.ts'
import { conductor } from '../../../state/conductor.ts'
import { change, settle, useExperiment, type Document, type Preset } from '../../../state/experiment.ts'
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
} from '../../../state/playback.ts'
import { onTraces, race } from '../../../state/traces.ts'
import { snapshotOf } from '../../../document/snapshot.ts'
import type { DriverProps, LessonDriver } from '../../lessonParts.ts'
import { documentAfter } from './documents.ts'
import { isMotionReduced } from '../../../styles/motion.ts'

/** Sets a state as one undo step. */
function enter(key: string, document: Preset, state: LabState, playing = state.play ?? false): void {
  pause()
  change(key, () => ({ experiment: document.experiment, view: document.view }))
  settle()
  // Another step has its own speed. Within one, the user's speed stays unless the lesson sets it.
  if (state.speed || key === 'lesson step') setSpeed(state.speed ?? usualSpeed)
  if (playing && document.cursor === undefined && !isMotionReduced()) {
    moveTo(0)
    play()
  } else moveTo(document.cursor ?? lastStep())
}

/** Within how many seconds a reveal's run lands: the class waits for its answer. */
const untilLanded = 5

interface Props extends DriverProps {
  readonly documents: readonly Preset[]
}

export function useDriver({ lesson, documents, at, open, hides }: Props): LessonDriver {
  const step = lesson.steps[at]
  const isReady = useSyncExternalStore(onTraces, () => !open || race.isThere)
  const moving = usePlayback((playback) => playback.playing)
  // Nothing beyond this step is drawn, and the cursor does not go there.
  const held = hides.has('paths') || hides.has('beyond') ? (step.cursor ?? 0) : undefined
  useEffect(() => {
    holdAt(held)
    return () => holdAt()
  }, [held])
  const show = (key: string, state: LabState): void => {
    holdAt()
    enter(key, documentAfter({ ...documents[at] }, state), state)
  }
  return {
    isReady,
    moving,
    go(index) {
      holdAt()
      const preset = documents[index]
      useExperiment.setState({ preset })
      const answered = preset.opens?.()
      if (answered) enter('lesson step', answered, { speed: answered.speed })
      else enter('lesson step', preset, lesson.steps[index])
    },
    show: (state) => show('card', state),
    /** The run plays first, from the state before the answer. Its explanation waits until it has finished. */
    reveal() {
      const state = step.prediction?.reveal ?? {}
      show('reveal', state)
      const to = cursor.target
      if (!isMotionReduced()) playTo(state.experiment ? 0 : (held ?? 0), to, untilLanded)
    },
    land() {
      pause()
      holdAt()
      moveTo(step.prediction?.reveal?.cursor ?? lastStep())
    },
    askAgain() {
      pause()
      moveTo(documents[at].cursor ?? lastStep())
    },
    arrived: () => conductor.arrived(),
    snapshot: () => ({ document: snapshotOf(useExperiment.getState()), cursor: cursor.target }),
    restore(state) {
      const { document, cursor: to } = state as { readonly document: Document; readonly cursor: number }
      enter('lesson step', { ...document, cursor: to }, {}, false)
    },
  }
}
