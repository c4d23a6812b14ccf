// The arrows of the last step and the names of places, loaded after the paths. The page is complete when they have
// loaded.

import { useEffect, useState } from 'react'
import { retried } from '../../fetch/retried.ts'
import { addPendingPart } from '../../state/pendingParts.ts'
import type * as stepGlyphs from './lateSigns.ts'

export type { Sign } from './lateSigns.ts'

export function useStepGlyphs(): typeof stepGlyphs | undefined {
  const [glyphs, setGlyphs] = useState<typeof stepGlyphs>()
  useEffect(() => {
    const there = addPendingPart()
    retried(() => import('./lateSigns.ts'))
      .then(setGlyphs, () => {})
      .finally(there)
    return there
  }, [])
  return glyphs
}
