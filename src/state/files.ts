// An experiment as a file: its rows, a script that computes them, or itself; and back. All of it beside the page, in a
// worker of its own: an experiment with its own data has megabytes.

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
      // To receive megabytes is one task, what is done with them another.
      else setTimeout(() => resolve(data))
    }
    worker.onerror = (event) => {
      event.preventDefault()
      reject(new Error('The worker that reads and writes files has stopped.'))
    }
    worker.postMessage(request)
  }).finally(() => worker.terminate())
}

/** Computed anew from step 0, so that every row is there. */
export async function written(request: WriteRequest): Promise<Blob> {
  const answer = await asked(request)
  if (!('file' in answer)) throw new Error('no file was written')
  return answer.file
}

export type FileRead<Lab extends Experiment['lab']> =
  | { readonly ok: true; readonly experiment: Extract<Experiment, { lab: Lab }> }
  | { readonly ok: false; readonly fault: Words }

/** Opens an experiment file for a lab: the same words for a fault as the command line has. */
export async function readExperimentFile<Lab extends Experiment['lab']>(
  file: Blob,
  lab: Lab,
): Promise<FileRead<Lab>> {
  const answer = await asked({ kind: 'read', file })
  if (!('read' in answer)) throw new Error('no file was read')
  if (!answer.read.ok) {
    const { path, words } = answer.read.fault
    return { ok: false, fault: { en: `${path}: ${words.en}`, zh: `${path}：${words.zh}` } }
  }
  const { experiment } = answer.read
  return isOf(experiment, lab)
    ? { ok: true, experiment }
    : { ok: false, fault: { en: `lab: expected "${lab}" here`, zh: `lab：此处应为 "${lab}"` } }
}

const isOf = <Lab extends Experiment['lab']>(
  experiment: Experiment,
  lab: Lab,
): experiment is Extract<Experiment, { lab: Lab }> => experiment.lab === lab
