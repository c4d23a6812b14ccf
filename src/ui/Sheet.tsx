// On a phone, a bottom sheet opened by its button. On wider screens, just its content in place.

import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './Sheet.module.css'

export interface SheetProps {
  /** The button's words, and the region's name. */
  readonly label: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

export function Sheet({ label, open, onToggle, children }: SheetProps) {
  const id = useId()
  return (
    <section className={styles.sheet} aria-label={label} data-open={open || undefined}>
      <button
        type="button"
        className={styles.grip}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onToggle(!open)}
      >
        {label}
      </button>
      <div id={id} className={styles.content}>
        {children}
      </div>
    </section>
  )
}
