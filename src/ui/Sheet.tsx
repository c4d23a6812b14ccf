// On a phone, a bottom sheet opened by its button. On wider screens, just its content in place.

import { useId } from 'react'
import type { ReactNode } from 'react'
import './Sheet.css'

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
    <section className="sheet" aria-label={label} data-open={open || undefined}>
      <button
        type="button"
        className="sheet-grip"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onToggle(!open)}
      >
        {label}
      </button>
      <div id={id} className="sheet-content">
        {children}
      </div>
    </section>
  )
}
