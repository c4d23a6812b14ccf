// What window.ravine, the keys and an embedding page know of the averages: the experiment, the day, undo, the address.

import { useEffect, useLayoutEffect, useRef } from 'react'
import { lookAtAverages, redoAverages, undoAverages, useAverages } from '../state/averages.ts'
import { averagesDrawn, averagesFingerprint } from '../state/averagesPicture.ts'
import { averagesHash, averagesLeftOut } from '../state/averagesSession.ts'
import { showAs } from './ravine.ts'

/** Shows the averages as the lab in force while the page is open. `held`: the day stays where it is. */
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
