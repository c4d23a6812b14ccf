// What can be done with the averages on show, in the page's header: undo, redo, reset, the link, and what can be taken away.

import { useRef } from 'react'
import { parseExperiment } from '../../engine/validate.ts'
import { averagesWords } from '../../i18n/areas/averages.ts'
import { fill, useWords } from '../../i18n/index.ts'
import {
  changeAverages,
  redoAverages,
  resetAverages,
  settleAverages,
  undoAverages,
  useAverages,
} from '../../state/averages.ts'
import { averagesCsvFile } from '../../state/averagesPicture.ts'
import { averagesHash, averagesLeftOut } from '../../state/averagesSession.ts'
import { isPredicting } from '../../state/course.ts'
import { written } from '../../state/files.ts'
import { notify } from '../../state/notice.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { pictureOf } from '../pictures.ts'

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

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
  if (kind === 'python') return written({ kind, experiment })
  if (kind === 'experiment')
    return new Blob([`${JSON.stringify(experiment)}\n`], { type: 'application/json' })
  return pictureOf('averages')?.export(kind)
}

/** `few`: undo, redo and reset alone, as in a lesson. */
export function AveragesActions({ few = false }: { readonly few?: boolean }) {
  const { controls, averages, notices } = useWords(averagesWords)
  const { buttons, exports } = controls
  const past = useAverages((state) => state.past.length > 0)
  const future = useAverages((state) => state.future.length > 0)
  const input = useRef<HTMLInputElement>(null)

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
    if (kind === 'csv' && isPredicting()) return notify(notices.predicting)
    fileOf(kind).then(
      (file) => file && save(file, `${averages.exportName}.${endings[kind]}`),
      (error: unknown) => notify(error instanceof Error ? error.message : String(error)),
    )
  }
  const open = async (chosen: File): Promise<void> => {
    const read = chosen.size > 64_000_000 ? undefined : parseExperiment(await chosen.text())
    if (read?.ok && read.experiment.lab === 'averages') {
      changeAverages('import', read.experiment)
      settleAverages()
      return notify(notices.imported)
    }
    const fault = read === undefined || read.ok ? 'lab' : read.faults.map(({ path }) => path).join(', ')
    notify(fill(notices.notAnExperiment, { fault }))
  }
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
          <Button onClick={() => input.current?.click()}>{buttons.import}</Button>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            hidden
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (chosen) void open(chosen)
            }}
          />
        </>
      )}
    </>
  )
}
