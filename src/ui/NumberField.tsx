// A number without a slider: the seed, the number of steps. An invalid one is rejected with one sentence.

import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { NumberBox } from './NumberBox.tsx'
import type { Allowed } from './number.ts'
import styles from './Field.module.css'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly allowed: Allowed
  readonly fault: (text: string) => string
  readonly onCommit: (value: number) => void
  readonly onReject?: (text: string, sentence: string) => void
  readonly format?: (n: number) => string
  readonly disabled?: boolean
  readonly note?: ReactNode
  /** A button or a unit after the box. */
  readonly children?: ReactNode
}

export function NumberField(props: NumberFieldProps) {
  const id = useId()
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <div className={styles.field}>
      <div className={styles.fieldRow}>
        <label htmlFor={id}>
          <MathText text={props.label} />
        </label>
        <NumberBox
          id={id}
          name={props.label}
          value={props.value}
          allowed={props.allowed}
          fault={props.fault}
          format={props.format}
          disabled={props.disabled}
          describedBy={refusal ? `${id}refusal` : undefined}
          onAccept={() => setRefusal(null)}
          onCommit={props.onCommit}
          onReject={(text, sentence) => {
            setRefusal(sentence)
            props.onReject?.(text, sentence)
          }}
        />
        {props.children}
      </div>
      <FieldNotes id={id} note={props.note} refusal={refusal} />
    </div>
  )
}
