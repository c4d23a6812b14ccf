// The page's keys, loaded with the first picture. The page is not ready without them.

import { useEffect } from 'react'
import { retried } from '../fetch/retried.ts'
import { addPendingPart } from '../state/pendingParts.ts'
import type { KeyActions } from './keys.ts'

/** `on`: the keys of the lab on show act, too. */
export function useKeys(actions: KeyActions, on: boolean): void {
  useEffect(() => {
    const loaded = addPendingPart()
    let stop: (() => void) | undefined
    let over = false
    retried(() => import('./keys.ts'))
      .then(({ followKeys }) => {
        if (!over) stop = followKeys(actions, on)
      })
      .catch(() => {})
      .finally(loaded)
    return () => {
      over = true
      stop?.()
    }
  }, [actions, on])
}
