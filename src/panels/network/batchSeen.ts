// The examples of the batch under the microscope, as last received: set by the microscope, drawn by the data view.

import type { Seen, SeenExamples } from '../../state/networkLook.ts'

export interface BatchSeen {
  readonly run: number
  readonly step: number
  readonly examples: SeenExamples
}

export const batchSeen: { now: BatchSeen | undefined } = { now: undefined }

/** The last counted score, with its step and run. */
export interface ScoreSeen {
  readonly run: number
  readonly step: number
  readonly score: NonNullable<Seen['score']>
}

export const scoreSeen: { now: ScoreSeen | undefined } = { now: undefined }
