// What the worker that reads a person's own files is asked for, and what it answers.

import type { ReadOptions, SeriesFault, SeriesReading } from '../data/series.ts'
import type { TableOptions, TrainingFault, TrainingReading } from '../data/training.ts'
import type { Words } from '../engine/words.ts'
import type { Packed, Rows } from './ownData.ts'

export interface DataRequest {
  readonly id: number
  /** Absent: the last one again, with other options. */
  readonly source?: Blob | string
  readonly ask:
    | { readonly kind: 'series'; readonly options: ReadOptions }
    | { readonly kind: 'table'; readonly options: TableOptions }
}

/** Its rows on their way to the page. */
export type SentTable = Omit<TrainingReading, 'x' | 'y'> & Readonly<Record<'x' | 'y', Packed | Rows>>

type Unreadable = { readonly fault: 'unreadable' }
export type SeriesRead = SeriesReading | SeriesFault | Unreadable
export type TableRead = SentTable | TrainingFault | Unreadable

export interface DataReply {
  readonly id: number
  readonly read: SeriesRead | TableRead
  /** What was read, or why it could not be. */
  readonly said: Words
}
