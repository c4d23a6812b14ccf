// One of two to five visible options: native radio buttons side by side.

import { useId } from 'react'
import { MathText } from './MathText.tsx'
import styles from './Field.module.css'

export interface SegmentsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: T) => void
  readonly hideLabel?: boolean
}

export function Segments<T extends string>({ label, value, options, onChange, hideLabel }: SegmentsProps<T>) {
  const id = useId()
  return (
    <div className={styles.field} role="radiogroup" aria-label={label}>
      {!hideLabel && (
        <span className={styles.fieldLabel}>
          <MathText text={label} />
        </span>
      )}
      <div className={styles.segments}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-label={option.label}
              onChange={() => onChange(option.value)}
            />
            <span>
              <MathText text={option.label} />
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
