// A fault in a text of the language: one sentence in both languages, and its location.

import type { Words } from '../words.ts'

/** A location in a text: `line` and `column` from 1, `at` the offset in UTF-16 units, as a text box counts. */
export interface Place {
  readonly at: number
  readonly line: number
  readonly column: number
}

export interface LanguageFault extends Place {
  /** The number of UTF-16 units from `at` on, at least 1. */
  readonly length: number
  /** The sentence without its location. */
  readonly words: Words
  /** `line 2, column 5: …`, or `column 3: …` in a surface. */
  readonly message: string
  /** `message` in both languages. */
  readonly located: Words
}

/** Thrown inside the parser and caught at its entry point. */
export class Refused extends Error {
  readonly place: Place
  readonly length: number
  readonly words: Words

  constructor(place: Place, words: Words, length = 1) {
    super(words.en)
    this.place = place
    this.words = words
    this.length = Math.max(1, length)
  }

  /** Returns the fault as the page and the command line show it. A surface has one line, so its number is omitted. */
  fault(ofSurface: boolean): LanguageFault {
    const { place, words, length } = this
    const { line, column } = place
    const en = ofSurface ? `column ${column}: ${words.en}` : `line ${line}, column ${column}: ${words.en}`
    const zh = ofSurface ? `第 ${column} 列：${words.zh}` : `第 ${line} 行第 ${column} 列：${words.zh}`
    return { ...place, length, words, message: en, located: { en, zh } }
  }
}

/** Quotes a piece of the text, short and on one line. */
export function quoted(text: string): string {
  const characters = [...text]
  const shown = characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text
  return `'${shown.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, '�')}'`
}
