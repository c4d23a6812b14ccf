// Models of the map: the page's own, around the race on show, and any number around races of their own.

import type { MapExperiment } from '../../engine/experiment.ts'
import { startMapWorker } from '../../worker/mapAddress.ts'
import { createDescentDocument, type Document } from '../../state/descentDocument.ts'
import { useExperiment } from '../../state/experiment.ts'
import { forgetFailure, reportFailure } from '../../state/failures.ts'
import { lastFrame, requestDraw } from '../../state/frame.ts'
import { pageMap } from './pageMap.ts'
import { createMap, type MapParts } from './createMap.ts'
import { mapOf } from './settings.ts'
import { page } from '../../state/page.ts'
import { cursor } from '../../state/playback.ts'
import { startStop, type Model } from '../lab.ts'
import { mapPreset } from './preset.ts'

type MapOf = Pick<ReturnType<typeof createMap>, 'keepMap' | 'mapDrawn' | 'mapFingerprint'>

function modelOf(
  { keepMap, mapDrawn, mapFingerprint }: MapOf,
  document: () => Document,
  cursor: { readonly step: number; readonly target: number },
): Model<MapExperiment> {
  return {
    ...startStop(keepMap),
    ready: mapDrawn,
    hash: mapFingerprint,
    experiment: () => mapOf(document()),
    step: () => cursor.step,
    target: () => cursor.target,
  }
}

/** A map of its own, around a race of its own. */
export function createMapModel(spawn: MapParts['spawn'] = startMapWorker) {
  const { useExperiment, openDocument, ...document } = createDescentDocument()
  openDocument(mapPreset)
  const map = createMap({
    document: useExperiment,
    spawn,
    requestDraw,
    lastFrame,
    stopped: reportFailure,
    forgotten: forgetFailure,
  })
  return {
    ...document,
    useExperiment,
    openDocument,
    ...map,
    ...modelOf(map, useExperiment.getState, { step: 0, target: 0 }),
  }
}

const own = modelOf(pageMap, useExperiment.getState, cursor)

/** The page's own. The race beneath the map is drawn too. */
export const mapModel: Model<MapExperiment> = {
  ...own,
  ready: () => Promise.all([page.ready(), own.ready()]).then(() => {}),
}
