// Writes an experiment's CSV, by the same generator as the command line, or its Python script.

import { csvOf } from '../engine/csv.ts'
import { pythonOfAverages } from '../engine/python/averages.ts'
import { pythonOf } from '../engine/python/index.ts'
import type { ExportReply, ExportRequest } from './exporter.ts'

function fileOf({ kind, experiment }: ExportRequest): Blob {
  if (kind === 'csv') return new Blob([...csvOf(experiment)], { type: 'text/csv' })
  if (experiment.lab === 'map') throw new Error('Python code: a map of hyperparameters has no script.')
  const script = experiment.lab === 'averages' ? pythonOfAverages(experiment) : pythonOf(experiment)
  return new Blob([script], { type: 'text/x-python' })
}

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  let reply: ExportReply
  try {
    reply = { file: fileOf(data) }
  } catch (error) {
    reply = { fault: error instanceof Error ? error.message : String(error) }
  }
  postMessage(reply)
})
