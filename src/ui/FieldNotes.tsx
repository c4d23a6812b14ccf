// Below a field: its note, and why a typed value was rejected.

import type { ReactNode } from 'react'
import { Note } from './Note.tsx'
import textStyles from '../styles/Text.module.css'

interface Props {
  /** The field's id. Its refusal is described by it. */
  readonly id: string
  readonly note?: ReactNode
  readonly refusal: string | null
}

export const FieldNotes = ({ id, note, refusal }: Props) => (
  <>
    {note && <Note>{note}</Note>}
    {refusal && (
      <p className={textStyles.refusal} role="alert" id={`${id}refusal`}>
        {refusal}
      </p>
    )}
  </>
)
