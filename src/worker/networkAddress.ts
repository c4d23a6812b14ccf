// The workers that measure the network and read a person's own data, loaded when they are asked for.

import { allowWorker, startWorker } from './address.ts'
import measure from './networkMeasure.worker.ts?worker&url'
import ownBowl from './ownBowl.worker.ts?worker&url'
import tableFile from './tableFile.worker.ts?worker&url'

allowWorker(measure)
allowWorker(ownBowl)
allowWorker(tableFile)

export const startMeasure = (): Worker => startWorker(measure)
export const startTableReader = (): Worker => startWorker(tableFile)
export const startBowl = (): Worker => startWorker(ownBowl)
