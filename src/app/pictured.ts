// Whether the first picture is on the screen: what it does not need is loaded from then on.

import { useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import { requestDraw } from '../state/frame.ts'

export const usePictured = create<{ readonly pictured: boolean }>()(() => ({ pictured: false }))

/** Milliseconds after which the rest of the page no longer waits for a picture that takes long. */
const patience = 1000

/** Calls back once the picture is there, or takes long. `drawn` tells, in each frame, whether its rows have come. */
export function waitForPicture(then: () => void): { readonly drawn: () => void } {
  let told = false
  const tell = (): void => {
    if (told) return
    told = true
    usePictured.setState({ pictured: true })
    then()
  }
  setTimeout(tell, patience)
  let frames = 0
  return {
    drawn() {
      if (frames++ === 0) requestAnimationFrame(() => setTimeout(tell))
    },
  }
}

const awaited = new Set<object>()

/** Whether every part that is loaded after the picture is there: only then the page says that it is ready. */
export const isWhole = (): boolean => awaited.size === 0

/** Holds the page's readiness back until `there`. */
export function useAwaited(there: boolean): void {
  useLayoutEffect(() => {
    if (there) return
    const part = {}
    awaited.add(part)
    return () => {
      awaited.delete(part)
      requestDraw()
    }
  }, [there])
}

/** Calls back when the component is on the page. */
export function useShown(shown: () => void): void {
  useEffect(shown, [shown])
}
