// What window.ravine, the keys and an embedding page see of the averages: the experiment, the day, undo, the address.

import { useEffect, useLayoutEffect, useRef } from 'react'
import { lookAtAverages, redoAverages, undoAverages, useAverages } from '../state/averages.ts'
import { averagesDrawn, averagesFingerprint } from '../state/averagesPicture.ts'
import { averagesHash, averagesLeftOut } from '../state/averagesSession.ts'
import { showAs } from './ravine.ts'

/** Registers the averages as the current lab while the page is open. `held`: the day is fixed. */
export function useShownAverages(held = false): void {
  const still = useRef(held)
  useLayoutEffect(() => {
    still.current = held
  }, [held])
  useEffect(() => {
    let open = true
    void averagesDrawn().then(() => {
      if (!open) return
      showAs({
        experiment: () => useAverages.getState().experiment,
        step: () => useAverages.getState().view.day,
        hash: averagesFingerprint,
        document: {
          undo: undoAverages,
          redo: redoAverages,
          moveTo: (day) => still.current || lookAtAverages({ day: Math.max(1, day) }),
          address: averagesHash,
          leftOut: averagesLeftOut,
          onChange: useAverages.subscribe,
        },
      })
    })
    return () => {
      open = false
      showAs(undefined)
    }
  }, [])
}
