// The map on show: that of the page's document.

import { startMapWorker } from '../../worker/mapAddress.ts'
import { useExperiment } from '../../state/experiment.ts'
import { forgetFailure, reportFailure } from '../../state/failures.ts'
import { lastFrame, requestDraw } from '../../state/frame.ts'
import { createMap } from './createMap.ts'

export { bestCell, cellValues, trajectory, type MapPicture } from './createMap.ts'

export const pageMap = createMap({
  document: useExperiment,
  spawn: startMapWorker,
  requestDraw,
  lastFrame,
  stopped: reportFailure,
  forgotten: forgetFailure,
})
export const { useMap, mapPicture, keepMap, showCells, hoverCell, mapDrawn, mapFingerprint } = pageMap
