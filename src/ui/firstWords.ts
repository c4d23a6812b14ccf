// The words that a phone shows before the app has come (scripts/vite/firstWords.ts). They go in the commit that has them
// at their place.

import { useLayoutEffect } from 'react'

/** Takes the shell's words away as soon as the page's own are `there`. */
export function useOwnWords(there = true): void {
  useLayoutEffect(() => {
    if (there) document.querySelector('body > .said')?.remove()
  }, [there])
}
