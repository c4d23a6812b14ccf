// The workers of the averages lab, which are loaded with the lab and not before.

import { allowWorker, startWorker } from './address.ts'
import averages from './averages.worker.ts?worker&url'
import seriesFile from './seriesFile.worker.ts?worker&url'

allowWorker(averages)
allowWorker(seriesFile)

export const startAverages = (): Worker => startWorker(averages)
export const startSeriesReader = (): Worker => startWorker(seriesFile)
