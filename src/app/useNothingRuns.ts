// For a page without runs: links and tests get the playground's document.

import { firstLab } from '../labs/index.ts'
import { useShown, type Shown } from '../labs/shown.ts'

const nothing: Shown = {
  model: {
    experiment: () => firstLab.preset().experiment,
    step: () => 0,
    target: () => 0,
    hash: () => Promise.resolve(''),
    ready: () => Promise.resolve(),
  },
}

export const useNothingRuns = (): void => useShown(nothing)
