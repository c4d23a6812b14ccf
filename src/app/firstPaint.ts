// Whether the first picture is on the screen. Everything it does not need loads afterwards.

import { useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import { requestDraw } from '../state/frame.ts'

export const useFirstPaint = create<{ readonly painted: boolean }>()(() => ({ painted: false }))

/** Milliseconds after which the rest of the page stops waiting for a slow picture. */
const patience = 1000

/** Calls back once the picture is there, or takes long. Call `drawn` in each frame that has its rows. */
export function waitForPicture(then: () => void): { readonly drawn: () => void } {
  let told = false
  const tell = (): void => {
    if (told) return
    told = true
    useFirstPaint.setState({ painted: true })
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

const pendingParts = new Set<object>()

/** Whether every part loaded after the picture is there. Only then the page is ready. */
export const isWhole = (): boolean => pendingParts.size === 0

/** Delays the page's readiness until `there`. */
export function usePendingPart(there: boolean): void {
  useLayoutEffect(() => {
    if (there) return
    const part = {}
    pendingParts.add(part)
    return () => {
      pendingParts.delete(part)
      requestDraw()
    }
  }, [there])
}

/** Calls back when the component is mounted. */
export function useShown(shown: () => void): void {
  useEffect(shown, [shown])
}
