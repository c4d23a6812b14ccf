// What failed is said in the one place where the page says things.

import { Refusal } from '../engine/refusal.ts'
import { inLanguage, useLanguage } from '../i18n/index.ts'
import { notify } from '../state/notice.ts'

/** Says what a promise was rejected with: a refusal in the language on show. */
export function useFailed(): (error: unknown) => void {
  const language = useLanguage()
  return (error) =>
    notify(
      error instanceof Refusal
        ? inLanguage(error.words, language)
        : error instanceof Error
          ? error.message
          : String(error),
    )
}
