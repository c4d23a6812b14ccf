// Reports failures in the page's notice.

import { Refusal } from '../engine/refusal.ts'
import { MissingPart } from '../fetch/retried.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { notify } from '../state/notice.ts'

/** Shows the reason of a rejected promise: a refusal in the current language. */
export function useFailed(): (error: unknown) => void {
  const language = useLanguage()
  const { missingPart } = useWords().notices
  return (error) =>
    notify(
      error instanceof Refusal
        ? inLanguage(error.words, language)
        : error instanceof MissingPart
          ? missingPart
          : error instanceof Error
            ? error.message
            : String(error),
    )
}
