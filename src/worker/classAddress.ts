// The worker of class races, which is loaded with their page.

import { allowWorker, startWorker } from './address.ts'
import race from './class.worker.ts?worker&url'

allowWorker(race)

export const startClassWorker = (): Worker => startWorker(race)
