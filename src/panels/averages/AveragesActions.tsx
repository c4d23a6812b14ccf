// Header actions for the averages: undo, redo, reset, the link, and exports.

import { averagesWords } from '../../i18n/areas/averages.ts'
import { fill, inLanguage, useLanguage, useWords } from '../../i18n/index.ts'
import {
  changeAverages,
  redoAverages,
  resetAverages,
  settleAverages,
  undoAverages,
  useAverages,
} from '../../state/averages.ts'
import { averagesCsvFile } from '../../state/averagesPicture.ts'
import { averagesHash, averagesKept, averagesLeftOut } from '../../state/averagesSession.ts'
import { isPredicting } from '../../state/course.ts'
import { readExperimentFile, written } from '../../state/files.ts'
import { handOver } from '../../document/handover.ts'
import { notify } from '../../state/notice.ts'
import { saveFile } from '../../state/saveFile.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useDrop } from '../../ui/useDrop.ts'
import { pictureOf } from '../pictures.ts'
import { useFailed } from '../useFailed.ts'

type Kind = 'csv' | 'png' | 'svg' | 'experiment' | 'python'
const endings: Readonly<Record<Kind, string>> = {
  csv: 'csv',
  png: 'png',
  svg: 'svg',
  experiment: 'ravine.json',
  python: 'py',
}

async function fileOf(kind: Kind): Promise<Blob | undefined> {
  const { experiment } = useAverages.getState()
  if (kind === 'csv') return averagesCsvFile(experiment)
  if (kind === 'python' || kind === 'experiment') return written({ kind, experiment })
  return pictureOf('averages')?.export(kind)
}

/** `few`: only undo, redo and reset, as in a lesson. */
export function AveragesActions({ few = false }: { readonly few?: boolean }) {
  const { controls, averages, notices } = useWords(averagesWords)
  const { buttons, exports } = controls
  const past = useAverages((state) => state.past.length > 0)
  const future = useAverages((state) => state.future.length > 0)
  const language = useLanguage()
  const failed = useFailed()

  const copyLink = async (): Promise<void> => {
    const address = location.href.replace(/#.*$/, '') + averagesHash()
    const left = averagesLeftOut().length > 0 ? ` ${notices.leftOut}` : ''
    try {
      await navigator.clipboard.writeText(address)
      notify(notices.copied + left)
    } catch {
      notify(notices.notCopied + left)
    }
  }
  const take = (kind: Kind): void => {
    // Computed values would reveal the answer. A picture shows no more than the page, an experiment file no more than a
    // link.
    if ((kind === 'csv' || kind === 'python') && isPredicting()) return notify(notices.predicting)
    fileOf(kind).then((file) => file && saveFile(file, `${averages.exportName}.${endings[kind]}`), failed)
  }
  const open = async (chosen: File): Promise<void> => {
    const read = await readExperimentFile(chosen)
    if (!read.ok) return notify(fill(notices.notAnExperiment, { fault: inLanguage(read.fault, language) }))
    const { experiment } = read
    const opened = (): void => notify(notices.imported)
    if (experiment.lab !== 'averages') return handOver(experiment, opened)
    changeAverages('import', experiment)
    settleAverages()
    // What is reported as opened must survive a reload. If it cannot, the storage has said so.
    if (await averagesKept()) opened()
  }
  // The lab itself accepts series.
  useDrop(() => notify(notices.noFilesHere), 'header')
  return (
    <>
      <Button kind="transport" icon="undo" name={buttons.undo} disabled={!past} onClick={undoAverages} />
      <Button kind="transport" icon="redo" name={buttons.redo} disabled={!future} onClick={redoAverages} />
      <Button onClick={resetAverages}>{buttons.reset}</Button>
      {!few && (
        <>
          <Button onClick={() => void copyLink()}>{buttons.copyLink}</Button>
          <Menu
            label={buttons.export}
            items={(['csv', 'png', 'svg', 'experiment', 'python'] as const).map((kind) => ({
              label: exports[kind],
              onSelect: () => take(kind),
            }))}
          />
          <FileButton
            label={buttons.import}
            accept=".json,application/json"
            onFile={(chosen) => void open(chosen).catch(failed)}
          />
        </>
      )}
    </>
  )
}
