// The addresses of the workers for maps and fair races, loaded with the map.

import { allowWorker, startWorker } from './address.ts'
import map from './map.worker.ts?worker&url'
import race from './race.worker.ts?worker&url'

allowWorker(map)
allowWorker(race)

export const startMapWorker = (): Worker => startWorker(map)
export const startRaceWorker = (): Worker => startWorker(race)
