// The page's own race: its document, rows, time and worker. Panels read it through the modules beside this one.

import { startRunner } from '../worker/address.ts'
import { createDescentModel } from './descentModel.ts'
import { reportFailure } from './failures.ts'
import { drawFor, onFrame, requestDraw, writeEvery } from './frame.ts'

export const page = createDescentModel({
  spawn: startRunner,
  frame: { drawFor, onFrame, requestDraw, writeEvery },
  stopped: reportFailure,
})
