// The workers of maps, which are loaded with the map and not before.

import { allowWorker, startWorker } from './address.ts'
import map from './map.worker.ts?worker&url'

allowWorker(map)

export const startMapWorker = (): Worker => startWorker(map)
