// A request that cannot be fulfilled, explained to the user in one plain sentence, in both languages.

import type { Words } from './words.ts'

/** Thrown when the user can understand and fix the reason. Any other exception is a bug. */
export class Refusal extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}
