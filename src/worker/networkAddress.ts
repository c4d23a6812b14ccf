// The worker that measures the network, loaded when it is asked for.

import { allowWorker, startWorker } from './address.ts'
import measure from './networkMeasure.worker.ts?worker&url'

allowWorker(measure)

export const startMeasure = (): Worker => startWorker(measure)
