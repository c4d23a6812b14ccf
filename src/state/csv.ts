// An experiment's rows as a file.

import type { Experiment } from '../engine/experiment.ts'
import { startExporter } from '../worker/address.ts'
import type { ExportReply } from '../worker/exporter.ts'

/** Computed anew from step 0 in a worker of its own, so that every row is there and the page goes on. */
export function csvOfExperiment(experiment: Experiment): Promise<Blob> {
  const worker = startExporter()
  return new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
      if ('csv' in data) resolve(data.csv)
      else reject(new Error(data.fault))
    }
    worker.onerror = () => reject(new Error('The rows could not be computed.'))
    worker.postMessage(experiment)
  }).finally(() => worker.terminate())
}
