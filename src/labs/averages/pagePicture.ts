// The pictures on show: those of the page's averages.

import { startAverages } from '../../worker/averagesAddress.ts'
import type { AveragesReply, AveragesRequest } from '../../worker/averagesProtocol.ts'
import type { HostedWorker } from '../../worker/workerHost.ts'
import { useAverages } from './document.ts'
import { createAveragesPicture } from './createPicture.ts'
import { clientOf } from '../../state/failures.ts'
import { requestDraw } from '../../state/frame.ts'

export type { Picture, SweepResult } from '../../worker/averagesProtocol.ts'

/** A picture takes milliseconds; the whole table of a long series takes seconds. */
const patience = 20_000

export const averagesClient = (spawn: () => HostedWorker<AveragesRequest, AveragesReply> = startAverages) =>
  clientOf<AveragesRequest, AveragesReply>(spawn, patience)

export const pageAverages = createAveragesPicture({
  document: useAverages,
  client: averagesClient(),
  requestDraw,
})
export const {
  useReadings,
  averagesPicture,
  showDays,
  hoverDay,
  shownDay,
  keepAverages,
  averagesCsvFile,
  averagesFingerprint,
  averagesDrawn,
} = pageAverages
