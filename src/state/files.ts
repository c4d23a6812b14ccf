// An experiment as a file: its rows, or a script that computes them.

import { startExporter } from '../worker/address.ts'
import type { ExportReply, ExportRequest } from '../worker/exporter.ts'

/** Computed anew from step 0 in a worker of its own, so that every row is there and the page goes on. */
export function written(request: ExportRequest): Promise<Blob> {
  const worker = startExporter()
  return new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
      if ('file' in data) resolve(data.file)
      else reject(new Error(data.fault))
    }
    worker.onerror = () => reject(new Error('The file could not be computed.'))
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}
