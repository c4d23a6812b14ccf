// Opens an experiment from a file, or from text dropped on the page. One for another lab opens there.

import type { Experiment } from '../engine/experiment.ts'
import { fill, inLanguage, type Dictionary, type Language } from '../i18n/index.ts'
import { change, changeExperiment, settle } from '../state/experiment.ts'
import { readExperimentFile } from '../state/files.ts'
import { handOver } from '../document/handover.ts'
import { notify, remark } from '../state/notice.ts'
import { lastStep, moveTo } from '../state/playback.ts'
import { mapHome } from './mapExperiment.ts'
import { currentRoute } from './routes.ts'
import { kept } from './session.ts'

export async function importFile(
  file: Blob,
  language: Language,
  words: Dictionary['notices'],
): Promise<void> {
  const read = await readExperimentFile(file)
  if (!read.ok) return notify(fill(words.notAnExperiment, { fault: inLanguage(read.fault, language) }))
  const { experiment } = read
  const opened = (): void => remark(words.imported)
  if (!openedHere(experiment)) return handOver(experiment, opened)
  settle()
  moveTo(lastStep())
  // What is reported as opened must survive a reload. If it cannot, the storage has said so.
  if (await kept()) opened()
}

function openedHere(experiment: Experiment): boolean {
  if (experiment.lab === 'descent') changeExperiment('import', () => experiment)
  else if (experiment.lab === 'map' && currentRoute() === 'map')
    change('import', ({ view }) => mapHome.form!.read(experiment, view))
  else return false
  return true
}
