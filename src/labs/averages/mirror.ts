// Averages in a second window: the same document, computed there too.

import { validate } from '../../engine/validate.ts'
import { retried } from '../../fetch/retried.ts'
import type { Mirror } from '../mirror.ts'
import {
  changeAverages,
  lookAtAverages,
  openAverages,
  settleAverages,
  useAverages,
  type AveragesDocument,
} from './document.ts'

let computing: Promise<unknown> | undefined

export const averagesMirror: Mirror = {
  snapshot() {
    const { experiment, view } = useAverages.getState()
    return { experiment, view }
  },
  subscribe: useAverages.subscribe,
  show(snapshot) {
    computing ??= retried(() => import('./pagePicture.ts')).then(
      ({ keepAverages }) => keepAverages(),
      () => (computing = undefined),
    )
    const { experiment, view } = snapshot as AveragesDocument
    openAverages({ experiment }, experiment, view)
  },
  // The day is part of how the averages are looked at.
  moveTo: () => {},
  take(snapshot) {
    const { experiment, view } = (snapshot ?? {}) as { experiment?: unknown; view?: unknown }
    const read = validate(experiment)
    if (!read.ok || read.experiment.lab !== 'averages') return
    changeAverages('console', read.experiment)
    settleAverages()
    const { day } = (view ?? {}) as { day?: unknown }
    if (typeof day === 'number') lookAtAverages({ day })
  },
}
