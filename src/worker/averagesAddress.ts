// The address of the averages worker, loaded with its lab.

import { allowWorker, startWorker } from './address.ts'
import averages from './averages.worker.ts?worker&url'

allowWorker(averages)

export const startAverages = (): Worker => startWorker(averages)
