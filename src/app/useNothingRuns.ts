// A page on which nothing runs: what a link or a test asks for is what free play would open.

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
