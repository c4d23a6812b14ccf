// Opens an experiment from a file, or from text dropped on the page. One for another lab opens there.

import { handOver } from '../document/handover.ts'
import { kept } from '../document/session.ts'
import { fill, inLanguage, type Dictionary, type Language } from '../i18n/index.ts'
import { shownLab } from '../labs/shown.ts'
import { readExperimentFile } from '../state/files.ts'
import { notify, remark } from '../state/notice.ts'

export async function importFile(
  file: Blob,
  language: Language,
  words: Dictionary['notices'],
): Promise<void> {
  const read = await readExperimentFile(file)
  if (!read.ok) return notify(fill(words.notAnExperiment, { fault: inLanguage(read.fault, language) }))
  const { experiment } = read
  const opened = (): void => remark(words.imported)
  const lab = shownLab()
  if (lab?.id !== experiment.lab) return handOver(experiment, opened)
  lab.actions?.open(experiment)
  // What is reported as opened must survive a reload. If it cannot, the storage has said so.
  if (await kept()) opened()
}
