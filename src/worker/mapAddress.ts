// The workers of maps and of fair races, which are loaded with the map and not before.

import { allowWorker, startWorker } from './address.ts'
import map from './map.worker.ts?worker&url'
import race from './race.worker.ts?worker&url'

allowWorker(map)
allowWorker(race)

export const startMapWorker = (): Worker => startWorker(map)
export const startRaceWorker = (): Worker => startWorker(race)
