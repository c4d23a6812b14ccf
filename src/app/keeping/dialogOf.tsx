// A dialog of the experiments kept on this device.

import type { ComponentType } from 'react'
import { keepingWords } from '../../i18n/areas/keeping.ts'
import { useWords } from '../../i18n/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'

interface ContentProps {
  readonly onClose: () => void
}

/** Returns a dialog with the title of a menu item, whose content can close it. */
export const dialogOf = (item: 'mine' | 'save', Content: ComponentType<ContentProps>) =>
  function KeepingDialog({ open, onClose }: ContentProps & { readonly open: boolean }) {
    const { common, keeping } = useWords(keepingWords)
    return (
      <Dialog open={open} title={keeping.menu[item]} close={common.close} onClose={onClose}>
        <Content onClose={onClose} />
      </Dialog>
    )
  }
