// The worker that reads a person's own files, loaded with the dialogs that ask for one.

import { allowWorker, startWorker } from './address.ts'
import dataFile from './dataFile.worker.ts?worker&url'

allowWorker(dataFile)

export const startDataReader = (): Worker => startWorker(dataFile)
