// Parts of a page that are still being loaded: the page says that it is ready when they are there.

import { requestDraw } from './frame.ts'

let awaited = 0

export const isComplete = (): boolean => awaited === 0

/** The page waits for one more part; the result says, once, that it is there. */
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
