// Actions on the current document: undo, redo, reset, link, export, import.

import { retried } from '../fetch/retried.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import type { Actions, ExportKind } from '../labs/lab.ts'
import { useFailed } from '../panels/useFailed.ts'
import { writeAddress } from '../document/address.ts'
import { currentAddress, hiddenParts } from '../document/session.ts'
import { notify, remark } from '../state/notice.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useDrop } from '../ui/useDrop.ts'

/** Copies the address of the document, including the step, to the clipboard. */
export async function copyLink(copied: string, notCopied: string, without: string): Promise<void> {
  const { hash, leftOut } = await currentAddress()
  try {
    await navigator.clipboard.writeText(location.href.replace(/#.*$/, '') + hash)
    remark(leftOut.length > 0 ? `${copied} ${without}` : copied)
  } catch {
    writeAddress(hash)
    notify(notCopied)
  }
}

interface DocumentActionsProps {
  readonly actions: Actions
  /** Only undo, redo and reset, as in a lesson. */
  readonly few: boolean
}

export function DocumentActions({ actions, few }: DocumentActionsProps) {
  const { useHistory, undo, redo, reset } = actions
  const words = useWords()
  const language = useLanguage()
  const past = useHistory((state) => state.past.length > 0)
  const future = useHistory((state) => state.future.length > 0)
  const { buttons, exports } = words.controls
  const failed = useFailed()
  const save = (kind: ExportKind): void => {
    actions.save(kind).catch(failed)
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
            items={actions.exports.map((kind) => ({
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
