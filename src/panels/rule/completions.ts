// Completes the name being typed.

import { namesIn } from '../../engine/language/compile.ts'

const most = 6

/**
 * Returns names of the language and of the text that begin with the word before the caret, without that word itself.
 */
export function completionsAt(text: string, caret: number): readonly string[] {
  const [begun] = /[A-Za-z]\w*$/.exec(text.slice(0, caret)) ?? ['']
  if (begun === '' || /\w/.test(text.charAt(caret))) return []
  // The word being typed is not yet a name of the text.
  const others = text.slice(0, caret - begun.length) + text.slice(caret)
  return namesIn(others)
    .filter((name) => name.length > begun.length && name.startsWith(begun))
    .slice(0, most)
}
