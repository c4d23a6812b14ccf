// Counts parts of the page that are still loading. The page is ready when none is.

import { requestDraw } from './frame.ts'

let pendingParts = 0

export const isComplete = (): boolean => pendingParts === 0

/** Registers one more pending part. Call the returned function once it has loaded. */
export function addPendingPart(): () => void {
  let waiting = true
  pendingParts++
  return () => {
    if (!waiting) return
    waiting = false
    pendingParts--
    requestDraw()
  }
}
