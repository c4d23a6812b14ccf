// Exports the current state: the rows as CSV (the command line's bytes), the map as a picture or an animation, the
// experiment as a file or as a Python script.

import { retried } from '../../fetch/retried.ts'
import { pictureOf } from '../../panels/pictures.ts'
import { useExperiment } from '../../state/experiment.ts'
import { written } from '../../state/files.ts'
import { saveFile } from '../../state/saveFile.ts'

export type ExportKind = 'csv' | 'png' | 'svg' | 'animation' | 'experiment' | 'python'

const ending: Readonly<Record<ExportKind, string>> = {
  csv: 'csv',
  png: 'png',
  svg: 'svg',
  animation: 'gif',
  experiment: 'ravine.json',
  python: 'py',
}

export async function exportAs(kind: ExportKind): Promise<void> {
  saveFile(await fileOf(kind), `ravine.${ending[kind]}`)
}

async function fileOf(kind: ExportKind): Promise<Blob> {
  const { experiment } = useExperiment.getState()
  if (kind === 'csv' || kind === 'python' || kind === 'experiment') return written({ kind, experiment })
  const map = pictureOf('map')
  if (!map) throw new Error('There is no map on this page to save.')
  if (kind === 'animation') return (await retried(() => import('./animation.ts'))).animation(map)
  return map.export(kind)
}
