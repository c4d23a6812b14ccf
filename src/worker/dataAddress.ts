// The address of the worker that reads the user's files, loaded with the dialogs that open one.

import { allowWorker, startWorker } from './address.ts'
import dataFile from './dataFile.worker.ts?worker&url'

allowWorker(dataFile)

export const startDataReader = (): Worker => startWorker(dataFile)
