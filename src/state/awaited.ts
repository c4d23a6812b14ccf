// Counts parts of the page that are still loading. The page is ready when none is.

import { requestDraw } from './frame.ts'

let awaited = 0

export const isComplete = (): boolean => awaited === 0

/** Registers one more pending part. Call the returned function once it has loaded. */
export function awaitPart(): () => void {
  let waiting = true
  awaited++
  return () => {
    if (!waiting) return
    waiting = false
    awaited--
    requestDraw()
  }
}
