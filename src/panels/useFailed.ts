// What failed is said in the one place where the page says things.

import { Refusal } from '../engine/refusal.ts'
import { MissingPart } from '../fetch/retried.ts'
import { inLanguage, useLanguage, useWords } from '../i18n/index.ts'
import { notify } from '../state/notice.ts'

/** Says what a promise was rejected with: a refusal in the language on show. */
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
