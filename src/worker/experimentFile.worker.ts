// Writes an experiment's CSV with the command line's generator, its Python script, or its file, and reads experiment
// files by the command line's rules.

import { csvOf } from '../engine/csv.ts'
import { pythonOfAverages } from '../engine/python/averages.ts'
import { pythonOf } from '../engine/python/index.ts'
import { mostBytes } from '../engine/fileSize.ts'
import { Refusal } from '../engine/refusal.ts'
import { fileFault, notText, parseExperiment, tooLarge, type Validation } from '../engine/validate.ts'
import { minimal } from '../engine/validate/minimal.ts'
import type { FileReply, FileRequest, ReadResult, WriteRequest } from './experimentFile.ts'

function fileOf({ kind, experiment }: WriteRequest): Blob {
  if (kind === 'csv') return new Blob([...csvOf(experiment)], { type: 'text/csv' })
  if (kind === 'experiment')
    return new Blob([`${JSON.stringify(minimal(experiment), null, 1)}\n`], { type: 'application/json' })
  if (experiment.lab === 'map')
    throw new Refusal({ en: 'a map of hyperparameters has no script', zh: '超参数地图没有脚本' })
  const script = experiment.lab === 'averages' ? pythonOfAverages(experiment) : pythonOf(experiment)
  return new Blob([script], { type: 'text/x-python' })
}

async function validationOf(file: Blob): Promise<Validation> {
  if (file.size > mostBytes) return tooLarge()
  // A folder cannot be read, and a file may have been deleted.
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return fileFault('cannot be read', '无法读取')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return notText()
  }
  return parseExperiment(text)
}

async function read(file: Blob): Promise<ReadResult> {
  const result = await validationOf(file)
  return result.ok
    ? result
    : { ok: false, fault: { path: result.faults[0].path, words: result.faults[0].words } }
}

addEventListener('message', async ({ data }: MessageEvent<FileRequest>) => {
  let reply: FileReply
  try {
    reply = data.kind === 'read' ? { read: await read(data.file) } : { file: fileOf(data) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    reply = { fault: error instanceof Refusal ? error.words : { en: message, zh: message } }
  }
  postMessage(reply)
})
