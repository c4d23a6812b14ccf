// The worker of the averages lab, which is loaded with the lab and not before.

import { allowWorker, startWorker } from './address.ts'
import averages from './averages.worker.ts?worker&url'

allowWorker(averages)

export const startAverages = (): Worker => startWorker(averages)
