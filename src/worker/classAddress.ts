// The address of the class race worker, loaded with its page.

import { allowWorker, startWorker } from './address.ts'
import race from './class.worker.ts?worker&url'

allowWorker(race)

export const startClassWorker = (): Worker => startWorker(race)
