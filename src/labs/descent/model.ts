// A race of its own, in the page's frame.

import { startRunner } from '../../worker/address.ts'
import { createDescentModel, type DescentParts } from '../../state/descentModel.ts'
import { reportFailure } from '../../state/failures.ts'
import { drawFor, onFrame, requestDraw, writeEvery } from '../../state/frame.ts'

export const createRaceModel = (spawn: DescentParts['spawn'] = startRunner) =>
  createDescentModel({
    spawn,
    frame: { drawFor, onFrame, requestDraw, writeEvery },
    stopped: reportFailure,
  })
