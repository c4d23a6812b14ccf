// The names that may stand where a person is typing one.

import { namesIn } from '../../engine/language/compile.ts'

const most = 6

/** Names of the language and of the text that begin as the word before the caret, without that word itself. */
export function completionsAt(text: string, caret: number): readonly string[] {
  const [begun] = /[A-Za-z]\w*$/.exec(text.slice(0, caret)) ?? ['']
  if (begun === '' || /\w/.test(text.charAt(caret))) return []
  // The word that is being typed is no name of the text yet.
  const others = text.slice(0, caret - begun.length) + text.slice(caret)
  return namesIn(others)
    .filter((name) => name.length > begun.length && name.startsWith(begun))
    .slice(0, most)
}
