// Reads a person's own series beside the page: what is too large is refused before it is read, everything else goes to a
// worker of its own, which is ended when the file is let go.

import { mostBytes } from '../engine/fileSize.ts'
import type { ReadReply, ReadRequest } from '../worker/seriesFile.worker.ts'
import { startSeriesReader } from '../worker/averagesAddress.ts'

export type { DecimalMark, Delimiter, ReadOptions, SeriesReading, SkippedRow } from '../worker/seriesFile.ts'
export type { Encoding } from '../data/encoding.ts'
export { delimiters, maxValues } from '../worker/seriesFile.ts'
export { encodings } from '../data/encoding.ts'

export type Read = ReadReply['reading'] | { readonly fault: 'tooLarge'; readonly megabytes: number }

export class SeriesReader {
  private worker: Worker | undefined
  private asked = 0

  /** Reads a new source, or the last one again with other options. The newest call alone is answered. */
  read(
    source: Blob | string | undefined,
    options: ReadRequest['options'],
    answer: (read: Read) => void,
  ): void {
    const size = typeof source === 'string' ? source.length : (source?.size ?? 0)
    // A source in work is given up for the new one.
    if (source !== undefined) this.close()
    if (size > mostBytes) return answer({ fault: 'tooLarge', megabytes: Math.round(size / 1e6) })
    this.worker ??= startSeriesReader()
    const id = ++this.asked
    this.worker.onmessage = ({ data }: MessageEvent<ReadReply>) => data.id === id && answer(data.reading)
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.close()
      answer({ fault: 'unreadable' })
    }
    this.worker.postMessage({ id, source, options } satisfies ReadRequest)
  }

  close(): void {
    this.worker?.terminate()
    this.worker = undefined
  }
}
