// The addresses of the workers that measure the network and slice its cost, loaded on demand.

import { allowWorker, startWorker } from './address.ts'
import measure from './networkMeasure.worker.ts?worker&url'
import ownBowl from './ownBowl.worker.ts?worker&url'

allowWorker(measure)
allowWorker(ownBowl)

export const startMeasure = (): Worker => startWorker(measure)
export const startBowl = (): Worker => startWorker(ownBowl)
