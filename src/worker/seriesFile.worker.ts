// Reads a person's file beside the page, which stays free: it keeps the bytes, so that another delimiter or encoding
// reads the same file again. The page ends it when the file is no longer wanted.

import {
  readSeriesBytes,
  readSeriesText,
  type ReadOptions,
  type SeriesFault,
  type SeriesReading,
} from './seriesFile.ts'

export interface ReadRequest {
  readonly id: number
  readonly source?: Blob | string
  readonly options: ReadOptions
}
export interface ReadReply {
  readonly id: number
  readonly reading: SeriesReading | SeriesFault | { readonly fault: 'unreadable' }
}

let kept: Uint8Array | string = ''

async function read({ source, options }: ReadRequest): Promise<ReadReply['reading']> {
  try {
    // A folder cannot be read, and a file may be gone.
    if (source !== undefined)
      kept = typeof source === 'string' ? source : new Uint8Array(await source.arrayBuffer())
  } catch {
    return { fault: 'unreadable' }
  }
  return typeof kept === 'string' ? readSeriesText(kept, options) : readSeriesBytes(kept, options)
}

addEventListener('message', async ({ data }: MessageEvent<ReadRequest>) => {
  const reading = await read(data)
  postMessage({ id: data.id, reading } satisfies ReadReply)
})
