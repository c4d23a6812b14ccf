// The map on show: that of the page's document.

import { startMapWorker } from '../worker/mapAddress.ts'
import { useExperiment } from './experiment.ts'
import { forgetFailure, reportFailure } from './failures.ts'
import { requestDraw } from './frame.ts'
import { createMap } from './mapModel.ts'

export { bestCell, cellValues, trajectory, type MapPicture } from './mapModel.ts'

export const pageMap = createMap({
  document: useExperiment,
  spawn: startMapWorker,
  requestDraw,
  stopped: reportFailure,
  forgotten: forgetFailure,
})
export const { useMap, mapPicture, keepMap, showCells, hoverCell, mapDrawn, mapFingerprint } = pageMap
