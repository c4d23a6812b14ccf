// Parts of a page that are mounted one after another, each in a task of its own: between two the browser paints and answers.

import { startTransition, useEffect, useState } from 'react'
import { usePendingPart } from './firstPaint.ts'

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
