// The examples of the batch under the microscope, as last seen: the microscope fills it, the data view draws it.

import type { Seen, SeenExamples } from '../../state/networkLook.ts'

export interface BatchSeen {
  readonly run: number
  readonly step: number
  readonly examples: SeenExamples
}

export const batchSeen: { now: BatchSeen | undefined } = { now: undefined }

/** The score that was counted last, and at which step of which run. */
export interface ScoreSeen {
  readonly run: number
  readonly step: number
  readonly score: NonNullable<Seen['score']>
}

export const scoreSeen: { now: ScoreSeen | undefined } = { now: undefined }
