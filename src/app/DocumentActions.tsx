// Actions on the current document: undo, redo, reset, link, export, import.

import { retried } from '../fetch/retried.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useFailed } from '../panels/useFailed.ts'
import { writeAddress } from '../document/address.ts'
import { redo, reset, undo, useExperiment } from '../state/experiment.ts'
import { notify, remark } from '../state/notice.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useDrop } from '../ui/useDrop.ts'
import type { ExportKind } from './exporting.ts'
import { ownDocument } from './ravine.ts'
import { currentAddress, hiddenParts } from './session.ts'

/** Copies the address of the document, including the step, to the clipboard. */
export async function copyLink(copied: string, notCopied: string, without: string): Promise<void> {
  const lab = ownDocument()
  const { hash, leftOut } = lab ? { hash: lab.address(), leftOut: lab.leftOut() } : await currentAddress()
  try {
    await navigator.clipboard.writeText(location.href.replace(/#.*$/, '') + hash)
    remark(leftOut.length > 0 ? `${copied} ${without}` : copied)
  } catch {
    writeAddress(hash)
    notify(notCopied)
  }
}

/** `few`: only undo and redo, as in a lesson. */
export function DocumentActions({ few = false }: { few?: boolean }) {
  const words = useWords()
  const language = useLanguage()
  const past = useExperiment((state) => state.past.length > 0)
  const future = useExperiment((state) => state.future.length > 0)
  const { buttons, exports } = words.controls
  const failed = useFailed()
  const save = (kind: ExportKind): void => {
    retried(() => import('./exporting.ts'))
      .then(({ exportAs }) => exportAs(kind))
      .catch(failed)
  }
  const open = (file: Blob): void => {
    retried(() => import('./importing.ts'))
      .then(({ importFile }) => importFile(file, language, words.notices))
      .catch(failed)
  }
  useDrop((dropped) => {
    if (few) notify(words.notices.noFilesHere)
    else if (dropped) open(dropped)
    else notify(words.notices.nothingDropped)
  }, 'header')
  return (
    <>
      <Button kind="transport" icon="undo" name={buttons.undo} disabled={!past} onClick={undo} />
      <Button kind="transport" icon="redo" name={buttons.redo} disabled={!future} onClick={redo} />
      {!hiddenParts().includes('reset') && <Button onClick={reset}>{buttons.reset}</Button>}
      {!few && (
        <>
          <Button
            onClick={() =>
              void copyLink(words.notices.copied, words.notices.notCopied, words.notices.leftOut)
            }
          >
            {buttons.copyLink}
          </Button>
          <Menu
            label={buttons.export}
            items={(['csv', 'png', 'svg', 'animation', 'experiment', 'python'] as const).map((kind) => ({
              label: exports[kind],
              onSelect: () => save(kind),
            }))}
          />
          <FileButton label={buttons.import} accept=".json,application/json" onFile={open} />
        </>
      )}
    </>
  )
}
