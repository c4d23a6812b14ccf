// Reads a person's training set beside the page, which stays free.

import { packed } from './ownData.ts'
import { readTable, readTableBytes, type TableFault, type TableReading } from './tableFile.ts'

export type TableRead = TableReading | TableFault | { readonly fault: 'unreadable' }
/** Its rows on their way to the page. */
export type TableSent =
  | (Omit<TableReading, 'x' | 'y'> & Readonly<Record<'x' | 'y', ReturnType<typeof packed>>>)
  | Exclude<TableRead, TableReading>

addEventListener('message', async ({ data }: MessageEvent<Blob | string>) => {
  let reading: TableRead
  try {
    reading =
      typeof data === 'string' ? readTable(data) : readTableBytes(new Uint8Array(await data.arrayBuffer()))
  } catch {
    // A folder cannot be read, and a file may be gone.
    reading = { fault: 'unreadable' }
  }
  postMessage(
    ('fault' in reading
      ? reading
      : { ...reading, x: packed(reading.x), y: packed(reading.y) }) satisfies TableSent,
  )
})
