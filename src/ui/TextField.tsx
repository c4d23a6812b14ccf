// A line of text that is taken on Enter and on leaving (a formula, a name); Escape restores. What `check` refuses is
// answered with its sentence, and the text stays to be mended while the last good one holds.

import { useEffect, useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { MathText } from './MathText.tsx'
import { Note } from './Note.tsx'
import './Field.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
  /** What stands in the box at first, not taken yet: a text that was refused elsewhere. */
  readonly draft?: string | undefined
  /** The fault in one sentence, or null. Asked while typing too, so that a fault shows early. */
  readonly check?: (text: string) => string | null
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  /** A formula: set in the mathematical face, no spelling marks. */
  readonly formula?: boolean
  readonly note?: ReactNode
  /** Takes the focus when it appears: for a field that a press has asked for. */
  readonly focused?: boolean
  /** The person is done with it: after Enter, after leaving, at Escape with nothing typed. */
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
    <div className="field">
      {!props.hideLabel && (
        <label htmlFor={id}>
          <MathText text={label} />
        </label>
      )}
      <input
        ref={box}
        id={id}
        className={props.formula ? 'text-box formula-box' : 'text-box'}
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
      {props.note && <Note>{props.note}</Note>}
      {refusal && (
        <p className="refusal" role="alert" id={`${id}refusal`}>
          {refusal}
        </p>
      )}
    </div>
  )
}
