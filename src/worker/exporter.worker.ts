// Writes an experiment's CSV by the same generator as the command line.

import { csvOf } from '../engine/csv.ts'
import type { Experiment } from '../engine/experiment.ts'
import type { ExportReply } from './exporter.ts'

addEventListener('message', ({ data }: MessageEvent<Experiment>) => {
  let reply: ExportReply
  try {
    reply = { csv: new Blob([...csvOf(data)], { type: 'text/csv' }) }
  } catch (error) {
    reply = { fault: error instanceof Error ? error.message : String(error) }
  }
  postMessage(reply)
})
