// Opens an experiment out of a file, or out of text that was dropped on the page, as a file would hold it.

import { fill, inLanguage, type Dictionary, type Language } from '../i18n/index.ts'
import { changeExperiment, settle } from '../state/experiment.ts'
import { readExperimentFile } from '../state/files.ts'
import { notify, remark } from '../state/notice.ts'
import { lastStep, moveTo } from '../state/playback.ts'
import { kept } from './session.ts'

export async function importFile(
  file: Blob,
  language: Language,
  words: Dictionary['notices'],
): Promise<void> {
  const read = await readExperimentFile(file, 'descent')
  if (!read.ok) return notify(fill(words.notAnExperiment, { fault: inLanguage(read.fault, language) }))
  changeExperiment('import', () => read.experiment)
  settle()
  moveTo(lastStep())
  // What is called opened comes back after a reload; where it cannot, the memory has said so.
  if (await kept()) remark(words.imported)
}
