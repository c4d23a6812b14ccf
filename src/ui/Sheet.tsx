// On a phone a sheet at the bottom that is pulled up by its button; on a wider screen simply its content in place.

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
