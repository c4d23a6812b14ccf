// Whether the first picture is on the screen: what it does not need is loaded from then on.

import { useEffect, useLayoutEffect } from 'react'
import { create } from 'zustand'
import { addPendingPart } from './pendingParts.ts'

export const useFirstPaint = create<{ readonly painted: boolean }>()(() => ({ painted: false }))

/** Milliseconds after which the rest of the page no longer waits for a picture that takes long. */
const patience = 1000

/** Waits for the first picture. `drawn` is called in each frame in which its rows are there. */
export function waitForPicture(): { readonly drawn: () => void } {
  const tell = (): void => useFirstPaint.setState({ painted: true })
  setTimeout(tell, patience)
  let frames = 0
  return {
    drawn() {
      if (frames++ === 0) requestAnimationFrame(() => setTimeout(tell))
    },
  }
}

/** Holds the page's readiness back until `there`. */
export function usePendingPart(there: boolean): void {
  useLayoutEffect(() => (there ? undefined : addPendingPart()), [there])
}

/** Calls back when the component is on the page. */
export function useOnPage(shown: () => void): void {
  useEffect(shown, [shown])
}
