// The protocol of the worker that reads the user's files.

import type { ReadOptions, SeriesFault, SeriesReading } from '../data/series.ts'
import type { TableOptions, TrainingFault, TrainingReading } from '../data/training.ts'
import type { Words } from '../engine/words.ts'
import type { Packed, Rows } from './ownData.ts'

export interface DataRequest {
  readonly id: number
  /** Absent: the previous file with other options. */
  readonly source?: Blob | string
  readonly ask:
    | { readonly kind: 'series'; readonly options: ReadOptions }
    | { readonly kind: 'table'; readonly options: TableOptions }
}

/** The table's rows as they are posted to the page. */
export type SentTable = Omit<TrainingReading, 'x' | 'y'> & Readonly<Record<'x' | 'y', Packed | Rows>>

type Unreadable = { readonly fault: 'unreadable' }
export type SeriesRead = SeriesReading | SeriesFault | Unreadable
export type TableRead = SentTable | TrainingFault | Unreadable

export interface DataReply {
  readonly id: number
  readonly read: SeriesRead | TableRead
  /** The sentence about what was read, or why reading failed. */
  readonly said: Words
}
