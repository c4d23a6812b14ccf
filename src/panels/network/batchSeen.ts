// The examples of the batch under the microscope, as last seen: the microscope fills it, the data view draws it.

import type { Seen, SeenExamples } from '../../state/networkLook.ts'

export interface BatchSeen {
  readonly run: number
  readonly step: number
  readonly examples: SeenExamples
}

export const batchSeen: { now: BatchSeen | undefined } = { now: undefined }

/** The score at the weights on show. */
export const scoreSeen: { now: Seen['score'] } = { now: undefined }
