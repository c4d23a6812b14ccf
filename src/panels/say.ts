// The page's one notice, in the page's language: for who follows an address and has no component's words at hand.

import type { Words } from '../engine/words.ts'
import { currentLanguage, inLanguage } from '../i18n/index.ts'
import { notify } from '../state/notice.ts'

/** Nothing takes the notice away. */
export function say(words: Words | null | undefined): void {
  notify(words ? inLanguage(words, currentLanguage()) : null)
}
