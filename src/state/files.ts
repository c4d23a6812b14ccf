// Writes an experiment as a file (its rows, a Python script, or itself) and reads experiment files, all in a separate
// worker, because own data take megabytes.

import type { Experiment } from '../engine/experiment.ts'
import { Refusal } from '../engine/refusal.ts'
import type { Words } from '../engine/words.ts'
import { startExperimentFile } from '../worker/address.ts'
import type { FileReply, FileRequest, WriteRequest } from '../worker/experimentFile.ts'

function asked(request: FileRequest): Promise<Exclude<FileReply, { fault: Words }>> {
  const worker = startExperimentFile()
  return new Promise<Exclude<FileReply, { fault: Words }>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FileReply>) => {
      if ('fault' in data) reject(new Refusal(data.fault))
      // Receive megabytes in one task and process them in another.
      else setTimeout(() => resolve(data))
    }
    worker.onerror = (event) => {
      event.preventDefault()
      reject(new Error('The worker that reads and writes files has stopped.'))
    }
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}

/** Recomputed from step 0, so it has every row. */
export async function written(request: WriteRequest): Promise<Blob> {
  const answer = await asked(request)
  if (!('file' in answer)) throw new Error('no file was written')
  return answer.file
}

export type FileRead =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly fault: Words }

/** Reads an experiment file of any lab, with the command line's words for faults. */
export async function readExperimentFile(file: Blob): Promise<FileRead> {
  const answer = await asked({ kind: 'read', file })
  if (!('read' in answer)) throw new Error('no file was read')
  if (answer.read.ok) return answer.read
  const { path, words } = answer.read.fault
  return { ok: false, fault: { en: `${path}: ${words.en}`, zh: `${path}：${words.zh}` } }
}
