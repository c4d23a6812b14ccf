// The map as files: the command line's CSV, a picture, the experiment file, and a CSV computed elsewhere.

import { mostBytes } from '../../../engine/fileSize.ts'
import { validate } from '../../../engine/validate.ts'
import { mapWords } from '../../../i18n/areas/map.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../../i18n/index.ts'
import { change, settle, useExperiment } from '../../../state/experiment.ts'
import { readExperimentFile, written } from '../../../state/files.ts'
import { handOver } from '../../../document/handover.ts'
import { mapDrawn, mapPicture, showCells } from '../pageMap.ts'
import { csvOfMap, readMapCsv } from '../mapFile.ts'
import { documentOf, mapOf } from '../settings.ts'
import { notify, remark } from '../../../state/notice.ts'
import { saveFile } from '../../../state/saveFile.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { useDrop } from '../../../ui/useDrop.ts'
import { pictureOf } from '../../../panels/pictures.ts'
import { useFailed } from '../../../panels/useFailed.ts'
import { changeMap } from './MapControls.tsx'

const present = () => mapOf(useExperiment.getState())

export function MapFiles() {
  const words = useWords(mapWords)
  const language = useLanguage()
  const failed = useFailed()

  const saveCsv = async (): Promise<void> => {
    await mapDrawn()
    const picture = mapPicture()
    if (picture) saveFile(csvOfMap(picture), 'ravine-map.csv')
  }
  const savePng = async (): Promise<void> => {
    const plot = pictureOf('hypermap')
    if (plot) saveFile(await plot.export('png'), 'ravine-map.png')
  }
  const saveExperiment = async (): Promise<void> =>
    saveFile(await written({ kind: 'experiment', experiment: present() }), 'ravine-map.ravine.json')
  const open = async (file: Blob): Promise<void> => {
    const map = present()
    const refuse = (fault: string): void => notify(fill(words.map.notAMap, { fault }))
    if (file.size > mostBytes) return refuse(words.map.faults.large)
    const text = await file.text()
    if (/^\uFEFF?\s*\{/.test(text)) return openExperiment(file)
    const read = readMapCsv(text, map)
    if (typeof read === 'string') return refuse(words.map.faults[read])
    if ('line' in read) return refuse(fill(words.map.faults.number, { line: read.line }))
    const { x, y, cells } = read
    const checked = validate(JSON.parse(JSON.stringify({ ...map, x, y })))
    if (!checked.ok) {
      const [{ path, words: said }] = checked.faults
      return refuse(`${path}: ${inLanguage(said, language)}`)
    }
    changeMap((before) => ({ ...before, x, y }))
    showCells(cells)
    notify(words.map.imported)
  }
  /** Opens an experiment file. One for another lab opens there. */
  const openExperiment = async (file: Blob): Promise<void> => {
    const read = await readExperimentFile(file)
    if (!read.ok)
      return notify(fill(words.notices.notAnExperiment, { fault: inLanguage(read.fault, language) }))
    const { experiment } = read
    const opened = (): void => remark(words.notices.imported)
    if (experiment.lab !== 'map') return handOver(experiment, opened)
    change('import', ({ view }) => documentOf(experiment, view))
    settle()
    opened()
  }
  useDrop((dropped) => {
    if (dropped) open(dropped).catch(failed)
    else notify(words.notices.nothingDropped)
  })
  return (
    <>
      <Menu
        label={words.controls.buttons.export}
        items={[
          { label: words.map.exportCsv, onSelect: () => void saveCsv().catch(failed) },
          { label: words.map.exportPng, onSelect: () => void savePng().catch(failed) },
          { label: words.map.exportFile, onSelect: () => void saveExperiment().catch(failed) },
        ]}
      />
      <FileButton
        label={words.map.importCsv}
        accept=".csv,.json,text/csv,application/json"
        onFile={(file) => void open(file).catch(failed)}
      />
    </>
  )
}
