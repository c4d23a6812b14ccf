// Why an experiment has no script: its data would make it a data file, or nobody has written its rule in NumPy yet.

import type { Words } from '../words.ts'

/** Says in one plain sentence, in both languages, why there is no script. */
export class NoScript extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/** The refusal of data that are too many, by the name of their field. */
export const tooMany = (field: string, most: number, got: number, en: string, zh: string): NoScript =>
  new NoScript({
    en: `${field}: at most ${most} ${en} fit a script, got ${got}`,
    zh: `${field}：脚本至多容纳 ${most} 个${zh}，实际为 ${got}`,
  })
