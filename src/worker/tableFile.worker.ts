// Reads a person's training set beside the page, which stays free.

import { readTable, readTableBytes, type TableFault, type TableReading } from './tableFile.ts'

export type TableRead = TableReading | TableFault | { readonly fault: 'unreadable' }

addEventListener('message', async ({ data }: MessageEvent<Blob | string>) => {
  let reading: TableRead
  try {
    reading =
      typeof data === 'string' ? readTable(data) : readTableBytes(new Uint8Array(await data.arrayBuffer()))
  } catch {
    // A folder cannot be read, and a file may be gone.
    reading = { fault: 'unreadable' }
  }
  postMessage(reading)
})
