// Reports the averages lab's state to a challenge whenever it comes to rest.

import { useEffect } from 'react'
import { useAverages } from '../state/averages.ts'
import { averagesFactsOf } from './averagesFacts.ts'
import type { Facts } from './facts.ts'

export function AveragesWatch({ onFacts }: { readonly onFacts: (facts: Facts) => void }) {
  const experiment = useAverages((state) => (state.editing === undefined ? state.experiment : undefined))
  useEffect(() => {
    if (experiment) onFacts(averagesFactsOf(experiment))
  }, [experiment, onFacts])
  return null
}
