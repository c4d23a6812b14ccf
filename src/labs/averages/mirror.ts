// Averages in a second window: the same document, computed there too.

import { retried } from '../../fetch/retried.ts'
import { createMirror } from '../mirror.ts'
import {
  changeAverages,
  lookAtAverages,
  openAverages,
  settleAverages,
  useAverages,
  type AveragesDocument,
} from './document.ts'

let computing: Promise<unknown> | undefined

export const averagesMirror = createMirror({
  lab: 'averages',
  store: useAverages,
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
  apply(experiment, view) {
    changeAverages('console', experiment)
    settleAverages()
    const { day } = (view ?? {}) as { day?: unknown }
    if (typeof day === 'number') lookAtAverages({ day })
  },
})
