// The route of the hyperparameter map: its session, and what window.ravine shows while it is open.

import { useEffect } from 'react'
import { HyperMap } from '../panels/hypermap/HyperMap.tsx'
import { useExperiment } from '../state/experiment.ts'
import { requestDraw } from '../state/frame.ts'
import { mapDrawn, mapFingerprint } from '../state/map.ts'
import { mapOf } from '../state/mapSettings.ts'
import { cursor } from '../state/playback.ts'
import { mapHome } from './mapExperiment.ts'
import { showAs } from './ravine.ts'
import { useSession } from './useSession.ts'

export function MapRoute() {
  const open = useSession('map', mapHome)
  useEffect(() => {
    if (!open) return
    let complete = false
    showAs({
      experiment: () => mapOf(useExperiment.getState()),
      step: () => cursor.step,
      hash: mapFingerprint,
      drawn: () => complete,
    })
    void mapDrawn().then(() => {
      complete = true
      requestDraw()
    })
    return () => showAs(undefined)
  }, [open])
  return open ? <HyperMap /> : null
}
