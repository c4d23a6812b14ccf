// Whether the first picture is on the screen. Everything it does not need loads afterwards.

import { useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import { requestDraw } from '../state/frame.ts'

export const usePictured = create<{ readonly pictured: boolean }>()(() => ({ pictured: false }))

/** Milliseconds after which the rest of the page stops waiting for a slow picture. */
const patience = 1000

/** Calls back once the picture is there, or takes long. Call `drawn` in each frame that has its rows. */
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

/** Whether every part loaded after the picture is there. Only then the page is ready. */
export const isWhole = (): boolean => awaited.size === 0

/** Delays the page's readiness until `there`. */
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

/** Calls back when the component is mounted. */
export function useShown(shown: () => void): void {
  useEffect(shown, [shown])
}
