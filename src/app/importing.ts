// Opens an experiment file: the same words for a fault as the command line has.

import type { DescentExperiment } from '../engine/experiment.ts'
import { mostBytes, parseExperiment, tooLarge, type Fault } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'

type Read =
  | { readonly ok: true; readonly experiment: DescentExperiment }
  | { readonly ok: false; readonly fault: Words }

export async function readExperimentFile(file: File): Promise<Read> {
  const result = file.size > mostBytes ? tooLarge() : parseExperiment(await file.text())
  if (!result.ok) return { ok: false, fault: faultWords(result.faults[0]) }
  if (result.experiment.lab !== 'descent')
    return { ok: false, fault: { en: 'lab: expected "descent" here', zh: 'lab：此处应为 "descent"' } }
  return { ok: true, experiment: result.experiment }
}

const faultWords = ({ path, words }: Fault): Words => ({
  en: `${path}: ${words.en}`,
  zh: `${path}：${words.zh}`,
})
