// The examples of the batch under the microscope, as last received: set by the microscope, drawn by the data view.

import type { QueryResult, QueriedExamples } from '../../state/networkQuery.ts'

export interface BatchSeen {
  readonly run: number
  readonly step: number
  readonly examples: QueriedExamples
}

export const batchSeen: { now: BatchSeen | undefined } = { now: undefined }

/** The last counted score, with its step and run. */
export interface ScoreSeen {
  readonly run: number
  readonly step: number
  readonly score: NonNullable<QueryResult['score']>
}

export const scoreSeen: { now: ScoreSeen | undefined } = { now: undefined }
