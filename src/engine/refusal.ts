// What cannot be given to the person who asked for it: one plain sentence instead, in both languages.

import type { Words } from './words.ts'

/** Thrown where an answer is refused for a reason that a person can read and mend; anything else thrown is a fault of ours. */
export class Refusal extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}
