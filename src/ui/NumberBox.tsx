// The text box of a number: accepts what people type, commits on Enter and on blur, restores on Escape. A bad number is
// rejected with one sentence, and the last good one stays. A value that changes from outside never overwrites typing.

import { useState } from 'react'
import { isAllowed, parseNumber, plainNumber } from './number.ts'
import type { Allowed } from './number.ts'
import styles from './NumberBox.module.css'

export interface NumberBoxProps {
  readonly id?: string
  readonly name: string
  readonly value: number
  readonly allowed: Allowed
  /** The sentence for a text that is not a number, or not allowed. It names the field. */
  readonly fault: (text: string) => string
  /** What to show while nobody types. Default: every digit. */
  readonly format?: (n: number) => string
  readonly onCommit: (value: number) => void
  readonly onReject: (text: string, sentence: string) => void
  readonly onAccept: () => void
  readonly disabled?: boolean
  readonly describedBy?: string
}

export function NumberBox(props: NumberBoxProps) {
  const { value, allowed, fault, format = plainNumber, onCommit, onReject, onAccept } = props
  const [draft, setDraft] = useState<string | null>(null)

  const commit = () => {
    if (draft === null) return
    setDraft(null)
    if (draft.trim() === plainNumber(value) || draft === format(value)) return onAccept()
    const n = parseNumber(draft)
    if (n !== null && isAllowed(n, allowed)) {
      onAccept()
      onCommit(n)
    } else {
      const shown = draft.length > 40 ? `${draft.slice(0, 40)}…` : draft
      onReject(shown, fault(shown))
    }
  }

  return (
    <input
      id={props.id}
      className={styles.numberBox}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      disabled={props.disabled}
      value={draft ?? format(value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
        else if (event.key === 'Escape' && draft !== null) {
          event.stopPropagation()
          setDraft(null)
          onAccept()
        }
      }}
      onBlur={commit}
    />
  )
}
