// The protocol of the worker that writes and reads experiment files.

import type { Experiment } from '../engine/experiment.ts'
import type { Fault } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'

export interface WriteRequest {
  readonly kind: 'csv' | 'python' | 'experiment'
  readonly experiment: Experiment
}
export interface ReadRequest {
  readonly kind: 'read'
  readonly file: Blob
}
export type FileRequest = WriteRequest | ReadRequest

export type ReadResult =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly fault: Pick<Fault, 'path' | 'words'> }

export type FileReply = { readonly file: Blob } | { readonly read: ReadResult } | { readonly fault: Words }
