// One of two to five visible options: native radio buttons side by side.

import { useId } from 'react'
import { MathText } from './MathText.tsx'
import styles from './Field.module.css'

export interface SegmentsProps<T extends string> {
  readonly label: string
  readonly value: T
  /** Their labels, in order. */
  readonly options: { readonly [Value in T]?: string }
  readonly disabled?: T | false
  readonly onChange: (value: T) => void
  /** Shorter words for some of them. Each is a part of its label. */
  readonly shown?: { readonly [Value in T]?: string }
  readonly hideLabel?: boolean
  /** One below the other in a wide strip. */
  readonly stacks?: boolean
}

export function Segments<T extends string>({
  label,
  value,
  options,
  shown,
  disabled,
  onChange,
  hideLabel,
  stacks,
}: SegmentsProps<T>) {
  const id = useId()
  return (
    <div className={styles.field} role="radiogroup" aria-label={label}>
      {!hideLabel && (
        <span className={styles.fieldLabel}>
          <MathText text={label} />
        </span>
      )}
      <div className={styles.segments} data-stacks={stacks || undefined}>
        {(Object.entries(options) as [T, string][]).map(([option, text]) => (
          <label key={option}>
            <input
              type="radio"
              name={id}
              value={option}
              checked={option === value}
              disabled={option === disabled}
              aria-label={text}
              onChange={() => onChange(option)}
            />
            <span>
              <MathText text={shown?.[option] ?? text} />
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
