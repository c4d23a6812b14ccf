// Placeholder of a part that could not be fetched: one sentence and a retry button.

import type { MissingProps } from '../fetch/fetched.tsx'
import { useWords } from '../i18n/index.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Page.module.css'

export function Missing({ extent, isBusy, onRetry }: MissingProps) {
  const { notices } = useWords()
  const again = (
    <Button disabled={isBusy} onClick={onRetry}>
      {notices.again}
    </Button>
  )
  if (extent === 'buttons') return again
  const sentence = <p role="alert">{extent === 'page' ? notices.missingPage : notices.missingPart}</p>
  return extent === 'page' ? (
    <main className={styles.failed} id="main" tabIndex={-1}>
      {sentence}
      {again}
    </main>
  ) : (
    <div className={styles.missing}>
      {sentence}
      {again}
    </div>
  )
}
