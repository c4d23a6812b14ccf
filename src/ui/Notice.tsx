// The page's only notice: a live region that is always present, so assistive technology announces what appears in it.

import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './Notice.module.css'

export interface NoticeProps {
  /** Its accessible name. */
  readonly name: string
  readonly text: string | null
  readonly dismiss: string
  /** Absent: it disappears with its cause. */
  readonly onDismiss?: (() => void) | undefined
  /** An action that resolves it. */
  readonly action?: ReactNode
}

export function Notice({ name, text, dismiss, onDismiss, action }: NoticeProps) {
  return (
    <div className={styles.notice} data-empty={text === null || undefined}>
      <output aria-label={name}>{text}</output>
      {text !== null && action}
      {text !== null && onDismiss && (
        <Button icon="close" kind="transport" name={dismiss} onClick={onDismiss} />
      )}
    </div>
  )
}
