// Shows the page's notice in the page's language, for code that follows an address and has no component's words.

import type { Words } from '../engine/words.ts'
import { currentLanguage, inLanguage } from '../i18n/index.ts'
import { notify } from '../state/notice.ts'

/** Clears the notice if there are no words. */
export function say(words: Words | null | undefined): void {
  notify(words ? inLanguage(words, currentLanguage()) : null)
}
