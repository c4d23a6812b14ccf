// What the worker that writes files is asked for, and what it gives back.

import type { Experiment } from '../engine/experiment.ts'

export interface ExportRequest {
  readonly kind: 'csv' | 'python'
  readonly experiment: Experiment
}

export type ExportReply = { readonly file: Blob } | { readonly fault: string }
