// A checkbox with its label and an optional note below.

import { useId } from 'react'
import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'
import styles from './Field.module.css'
import textStyles from '../styles/Text.module.css'

export interface ToggleProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly note?: ReactNode
  readonly disabled?: boolean
}

export function Toggle({ label, checked, onChange, note, disabled }: ToggleProps) {
  const id = useId()
  return (
    <div className={styles.toggle}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-label={label}
          aria-describedby={note ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <MathText text={label} />
        </span>
      </label>
      {note && (
        <p className={textStyles.note} id={id}>
          {note}
        </p>
      )}
    </div>
  )
}
