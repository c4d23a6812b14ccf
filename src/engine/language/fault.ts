// What is wrong with a text in the language: one sentence in both languages and the place it is about.

import type { Words } from '../words.ts'

/** A place in a text: `line` and `column` from 1, `at` the offset in UTF-16 units, as a text box counts. */
export interface Place {
  readonly at: number
  readonly line: number
  readonly column: number
}

export interface LanguageFault extends Place {
  /** How many UTF-16 units from `at` on are meant; at least 1. */
  readonly length: number
  /** The sentence without its place. */
  readonly words: Words
  /** `line 2, column 5: …`, or `column 3: …` in a surface. */
  readonly message: string
  /** The same in both languages. */
  readonly located: Words
}

/** Thrown within the parser and caught at its door. */
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

  /** The fault as the page and the command line say it; a surface has one line and does not name it. */
  fault(ofSurface: boolean): LanguageFault {
    const { place, words, length } = this
    const { line, column } = place
    const en = ofSurface ? `column ${column}: ${words.en}` : `line ${line}, column ${column}: ${words.en}`
    const zh = ofSurface ? `第 ${column} 列：${words.zh}` : `第 ${line} 行第 ${column} 列：${words.zh}`
    return { ...place, length, words, message: en, located: { en, zh } }
  }
}

/** A piece of the text in quotes, short and on one line. */
export function quoted(text: string): string {
  const characters = [...text]
  const shown = characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text
  return `'${shown.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu, '�')}'`
}
