// Drives the averages for a lesson: its steps, cards and reveals are states of one series and its averages.

import { useEffect, useLayoutEffect } from 'react'
import { snapshotOf } from '../../../document/snapshot.ts'
import { holdDay } from '../actions.ts'
import {
  changeAverages,
  lookAtAverages,
  settleAverages,
  useAverages,
  type AveragesDocument,
  type AveragesRoute,
} from '../document.ts'
import { keepAverages } from '../pagePicture.ts'
import type { DriverProps, LessonDriver } from '../../lessonParts.ts'
import { useDayWalk } from './useDayWalk.ts'

function show(key: string, change: object = {}, day?: number): void {
  changeAverages(key, change)
  settleAverages()
  if (day !== undefined) lookAtAverages({ day })
}

interface Props extends DriverProps {
  readonly documents: readonly AveragesRoute[]
}

export function useDriver({ lesson, documents, at, hides }: Props): LessonDriver {
  // Compute the averages even while a prediction hides every panel that shows them.
  useEffect(keepAverages, [])
  const walk = useDayWalk()
  const held = hides.has('beyond')
  useLayoutEffect(() => {
    holdDay(held)
    return () => holdDay(false)
  }, [held])
  return {
    isReady: true,
    moving: walk.walking,
    go(index) {
      walk.land()
      const preset = documents[index]
      useAverages.setState({ preset })
      const { experiment, view } = preset.opens?.() ?? preset
      show('lesson step', experiment)
      lookAtAverages(view)
    },
    show: ({ experiment, cursor }) => show('card', experiment, cursor),
    reveal() {
      const { experiment, cursor: to } = lesson.steps[at].prediction?.reveal ?? {}
      const from = useAverages.getState().view.day
      show('reveal', experiment, to)
      if (to !== undefined) walk.go(from, to)
    },
    land: walk.land,
    askAgain: () => lookAtAverages({ day: documents[at].view.day }),
    arrived: () => true,
    snapshot: () => snapshotOf(useAverages.getState()),
    restore(state) {
      const { experiment, view } = state as AveragesDocument
      show('lesson step', experiment, view.day)
    },
  }
}
