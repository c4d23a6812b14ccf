// Reads a person's own training set in a worker; what is too large is refused before it is read.

import { mostBytes } from '../engine/fileSize.ts'
import { unpackedInTurns } from '../worker/arrivedRows.ts'
import { startTableReader } from '../worker/networkAddress.ts'
import type { TableReading } from '../worker/tableFile.ts'
import type { TableRead, TableSent } from '../worker/tableFile.worker.ts'

export type { TableReading } from '../worker/tableFile.ts'
export { mostRows } from '../worker/tableFile.ts'

export type TableAnswer = TableRead | { readonly fault: 'tooLarge'; readonly megabytes: number }

export function readOwnTable(source: Blob | string): Promise<TableAnswer> {
  const size = typeof source === 'string' ? source.length : source.size
  if (size > mostBytes) return Promise.resolve({ fault: 'tooLarge', megabytes: Math.round(size / 1e6) })
  const worker = startTableReader()
  return new Promise<TableSent>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TableSent>) => resolve(data))
    worker.addEventListener('error', () => resolve({ fault: 'unreadable' }))
    worker.postMessage(source)
  })
    .finally(() => worker.terminate())
    .then(arrived)
}

async function arrived(sent: TableSent): Promise<TableRead> {
  if ('fault' in sent) return sent
  const [x, y] = [await unpackedInTurns(sent.x), await unpackedInTurns(sent.y)]
  return { ...sent, x, y } as TableReading
}
