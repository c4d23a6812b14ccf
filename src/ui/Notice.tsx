// The one notice of the page: a status that is always there, so that assistive technology hears what appears in it.

import { Button } from './Button.tsx'
import './Notice.css'

export interface NoticeProps {
  /** Its accessible name. */
  readonly name: string
  readonly text: string | null
  readonly dismiss: string
  readonly onDismiss: () => void
}

export function Notice({ name, text, dismiss, onDismiss }: NoticeProps) {
  return (
    <div className="notice" data-empty={text === null || undefined}>
      <output aria-label={name}>{text}</output>
      {text !== null && <Button icon="close" kind="transport" name={dismiss} onClick={onDismiss} />}
    </div>
  )
}
