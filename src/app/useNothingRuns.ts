// For a page without runs: links and tests get the playground's document.

import { useEffect } from 'react'
import { playground } from './playgroundExperiment.ts'
import { showAs } from './ravine.ts'

export function useNothingRuns(): void {
  useEffect(() => {
    showAs({
      experiment: () => playground.experiment,
      step: () => 0,
      hash: () => Promise.resolve(''),
    })
    return () => showAs(undefined)
  }, [])
}
