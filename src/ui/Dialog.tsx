// A native modal dialog: the browser handles focus, Escape and the page behind it.

import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  /** The name of the close button. */
  readonly close: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function Dialog({ open, title, close, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current!
    if (open && !dialog.open) dialog.showModal()
    else if (!open && dialog.open) dialog.close()
  }, [open])
  useEffect(() => {
    if (!open) return
    // Navigating away closes the dialog, because it belongs to its page.
    const pageOf = (): string => location.hash.split('?')[0]
    const here = pageOf()
    const follow = (): void => {
      if (pageOf() !== here) ref.current!.close()
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [open])
  useEffect(() => {
    const dialog = ref.current!
    // A press on the backdrop targets the dialog itself, never one of its children.
    const press = (event: MouseEvent) => event.target === dialog && dialog.close()
    dialog.addEventListener('click', press)
    return () => dialog.removeEventListener('click', press)
  }, [])
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      {open && (
        <div className={styles.page}>
          <div className={styles.title}>
            <h2 id={id}>{title}</h2>
            <Button icon="close" kind="transport" name={close} onClick={onClose} />
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
