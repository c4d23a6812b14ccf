// Reads a user's file off the page's thread. Rejects a file that is too large before reading it, and passes everything
// else to its own worker, which is terminated when the file is closed.

import { faultSaid } from '../data/said.ts'
import type { DatasetSpec } from '../engine/experiment.ts'
import { mostBytes } from '../engine/fileSize.ts'
import type { Words } from '../engine/words.ts'
import { unpackedInTurns } from '../worker/arrivedRows.ts'
import { startDataReader } from '../worker/dataAddress.ts'
import type { DataReply, DataRequest, SentTable } from '../worker/dataFile.ts'

export type { SentTable, SeriesRead, TableRead } from '../worker/dataFile.ts'

type Ask = DataRequest['ask']
type TooLarge = { readonly fault: 'tooLarge'; readonly megabytes: number }

export interface Answer {
  readonly read: DataReply['read'] | TooLarge
  readonly said: Words
}

export class DataReader {
  private worker: Worker | undefined
  private asked = 0

  /** Reads a new source, or the last one with other options. Only the newest call gets an answer. */
  read(source: Blob | string | undefined, ask: Ask, answer: (answer: Answer) => void): void {
    const size = typeof source === 'string' ? source.length : (source?.size ?? 0)
    const refuse = (read: TooLarge | { fault: 'unreadable' }): void => answer({ read, said: faultSaid(read) })
    // A new source cancels the current one.
    if (source !== undefined) this.close()
    if (size > mostBytes) return refuse({ fault: 'tooLarge', megabytes: Math.round(size / 1e6) })
    this.worker ??= startDataReader()
    const id = ++this.asked
    this.worker.onmessage = ({ data }: MessageEvent<DataReply>) => data.id === id && answer(data)
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.close()
      refuse({ fault: 'unreadable' })
    }
    this.worker.postMessage({ id, source, ask } satisfies DataRequest)
  }

  close(): void {
    this.worker?.terminate()
    this.worker = undefined
  }
}

/** Returns the rows of a table as an experiment stores them, converted in small turns so the page stays responsive. */
export async function rowsOf({
  x,
  y,
}: SentTable): Promise<Pick<Extract<DatasetSpec, { kind: 'inline' }>, 'x' | 'y'>> {
  const rows = [await unpackedInTurns(x), await unpackedInTurns(y)]
  return { x: rows[0] as number[][], y: rows[1] as number[] }
}
