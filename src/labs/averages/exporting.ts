// Saves the averages on show: the rows, the picture, the experiment, or a Python script.

import { averagesWords } from '../../i18n/areas/averages.ts'
import { currentLanguage, words } from '../../i18n/index.ts'
import { pictureOf } from '../../panels/pictures.ts'
import { useAverages } from './document.ts'
import { averagesCsvFile } from './pagePicture.ts'
import { isPredicting } from '../../state/course.ts'
import { written } from '../../state/files.ts'
import { notify } from '../../state/notice.ts'
import { saveFile } from '../../state/saveFile.ts'
import type { ExportKind } from '../lab.ts'

const endings: Readonly<Record<string, string>> = {
  csv: 'csv',
  png: 'png',
  svg: 'svg',
  experiment: 'ravine.json',
  python: 'py',
}

async function fileOf(kind: ExportKind): Promise<Blob | undefined> {
  const { experiment } = useAverages.getState()
  if (kind === 'csv') return averagesCsvFile(experiment)
  if (kind === 'python' || kind === 'experiment') return written({ kind, experiment })
  return kind === 'animation' ? undefined : pictureOf('averages')?.export(kind)
}

export async function exportAverages(kind: ExportKind): Promise<void> {
  const { averages } = words(currentLanguage(), averagesWords)
  // What is computed tells the answer; a picture shows no more than the page, a file of the experiment no more than a link.
  if ((kind === 'csv' || kind === 'python') && isPredicting()) return notify(averages.predicting)
  const file = await fileOf(kind)
  if (file) saveFile(file, `${averages.exportName}.${endings[kind]}`)
}
