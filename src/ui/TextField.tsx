// A line of text (a formula, a name) committed on Enter and on blur. Escape restores it. If `check` rejects a text, its
// sentence is shown and the text stays to be fixed, while the last good one remains in effect.

import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import styles from './Field.module.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
  /** Initial uncommitted text: one that was rejected elsewhere. */
  readonly draft?: string | undefined
  /** Returns the fault in one sentence, or null. Also called while typing, so a fault shows early. */
  readonly check?: (text: string) => string | null
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  /** A formula: set in the math typeface, without spell checking. */
  readonly formula?: boolean
  readonly note?: ReactNode
  /** Takes the focus when it appears, for a field that the user asked for. */
  readonly focused?: boolean
  /** Called when the user is done: after Enter, on blur, and on Escape with nothing typed. */
  readonly onDone?: () => void
}

export function TextField(props: TextFieldProps) {
  const { label, value, check } = props
  const id = useId()
  const [draft, setDraft] = useState<string | null>(props.draft ?? null)
  const refusal = draft === null ? null : (check?.(draft) ?? null)
  const box = useRef<HTMLInputElement>(null)
  const { focused } = props
  useEffect(() => {
    if (focused) box.current?.select()
  }, [focused])

  const commit = () => {
    if (refusal !== null) return
    setDraft(null)
    if (draft !== null && draft !== value) props.onCommit(draft)
    props.onDone?.()
  }

  return (
    <div className={styles.field}>
      {!props.hideLabel && (
        <label htmlFor={id}>
          <MathText text={label} />
        </label>
      )}
      <input
        ref={box}
        id={id}
        className={props.formula ? `${styles.textBox} ${styles.formulaBox}` : styles.textBox}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={props.formula ? false : undefined}
        aria-label={label}
        aria-invalid={refusal !== null || undefined}
        aria-describedby={refusal === null ? undefined : `${id}refusal`}
        disabled={props.disabled}
        value={draft ?? value}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
          else if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation()
            setDraft(null)
          } else if (event.key === 'Escape') props.onDone?.()
        }}
        onBlur={commit}
      />
      <FieldNotes id={id} note={props.note} refusal={refusal} />
    </div>
  )
}
