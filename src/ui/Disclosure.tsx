// More on demand: a native details element.

import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

export interface DisclosureProps {
  readonly label: string
  readonly open?: boolean
  readonly onToggle?: (open: boolean) => void
  readonly children: ReactNode
}

export function Disclosure({ label, open, onToggle, children }: DisclosureProps) {
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  )
}
