// How a page arrives: its words take the place of the shell's, and its parts are mounted one after another, each in a task
// of its own. Between two the browser paints and answers.

import { startTransition, useEffect, useLayoutEffect, useState } from 'react'
import { usePendingPart } from './firstPaint.ts'

/** Takes the words that a phone shows before the app (scripts/vite/firstWords.ts) away when the page's own are `there`. */
export function useOwnWords(there = true): void {
  useLayoutEffect(() => {
    if (there) document.querySelector('body > .said')?.remove()
  }, [there])
}

/** Milliseconds between two parts: about a frame. */
const pause = 20

/** How many of `count` parts may be on the page: none in the first commit, then one more at a time. */
export function useTurns(count: number): number {
  const [there, setThere] = useState(0)
  usePendingPart(there >= count)
  useEffect(() => {
    if (there >= count) return
    const timer = setTimeout(() => startTransition(() => setThere(there + 1)), pause)
    return () => clearTimeout(timer)
  }, [there, count])
  return there
}
