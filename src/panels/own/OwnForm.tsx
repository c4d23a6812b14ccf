// The form of a dialog that reads own data: where they come from, what was read, choices, and the button that uses it.

import type { ReactNode } from 'react'
import type { DecimalMark } from '../../data/cell.ts'
import type { OpenMark } from '../../data/columns.ts'
import { Acceptance, FormChoices, MarkQuestion } from './OwnChoices.tsx'
import { OwnPreview, type OwnPreviewProps } from './OwnPreview.tsx'
import { isHopeless, OwnSentence } from './OwnSentence.tsx'
import { OwnSource } from './OwnSource.tsx'
import type { Reading } from './useReading.ts'
import styles from './Own.module.css'

interface OwnFormProps {
  readonly lead: string
  readonly state: Reading
  /** The mark of an ambiguous column, to ask about. */
  readonly open: OpenMark | undefined
  readonly decimal: DecimalMark | undefined
  readonly preview: Omit<OwnPreviewProps, 'view'>
  /** Choices besides the file's format. */
  readonly choices?: ReactNode
  /** What is shown between the preview and the choices. */
  readonly children?: ReactNode
  readonly label: string
  readonly onUse: () => void
}

export function OwnForm({
  lead,
  state,
  open,
  decimal,
  preview,
  choices,
  children,
  label,
  onUse,
}: OwnFormProps) {
  const { options, answer, known, pending, reading, view, onSource, set } = state
  return (
    <OwnSource lead={lead} onSource={onSource}>
      <OwnSentence answer={answer} />
      {open && <MarkQuestion open={open} answer={options.decimal} onChange={set} />}
      {view && <OwnPreview view={view} {...preview} />}
      {children}
      {known && !isHopeless(known) && (
        <div className={styles.options}>
          {choices}
          <FormChoices view={view} decimal={decimal} options={options} onChange={set} />
        </div>
      )}
      <Acceptance
        reading={reading}
        options={options}
        pending={pending}
        label={label}
        onChange={set}
        onUse={onUse}
      />
    </OwnSource>
  )
}
