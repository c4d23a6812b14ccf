// Reads a person's own training set in a worker; what is too large is refused before it is read.

import { mostBytes } from '../engine/fileSize.ts'
import { startTableReader } from '../worker/networkAddress.ts'
import type { TableRead } from '../worker/tableFile.worker.ts'

export type { TableReading } from '../worker/tableFile.ts'
export { mostRows } from '../worker/tableFile.ts'

export type TableAnswer = TableRead | { readonly fault: 'tooLarge'; readonly megabytes: number }

export function readOwnTable(source: Blob | string): Promise<TableAnswer> {
  const size = typeof source === 'string' ? source.length : source.size
  if (size > mostBytes) return Promise.resolve({ fault: 'tooLarge', megabytes: Math.round(size / 1e6) })
  const worker = startTableReader()
  return new Promise<TableRead>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TableRead>) => resolve(data))
    worker.addEventListener('error', () => resolve({ fault: 'unreadable' }))
    worker.postMessage(source)
  }).finally(() => worker.terminate())
}
