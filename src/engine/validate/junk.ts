// Inspects a large text before parsing. Millions of fields or nested brackets would keep a JSON parser busy for half a
// minute, and no experiment has them. Data are lists of numbers, which parse fast.

import type { Words } from '../words.ts'

const small = 100_000
const mostLevels = 100
const mostFields = 10_000

const quote = 34
const backslash = 92
const colon = 58

/** Returns why a text is too large to be an experiment; undefined for all others, valid or not. */
export function excess(text: string): Words | undefined {
  if (text.length < small) return undefined
  let level = 0
  let fields = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === quote) {
      for (i++; i < text.length && text.charCodeAt(i) !== quote; i++)
        if (text.charCodeAt(i) === backslash) i++
    } else if (code === colon) {
      if (++fields > mostFields)
        return { en: `expected at most ${mostFields} fields`, zh: `至多 ${mostFields} 个字段` }
    } else if ((code | 32) === 123) {
      // [ and {
      if (++level > mostLevels)
        return { en: `expected at most ${mostLevels} levels of brackets`, zh: `括号至多 ${mostLevels} 层` }
    } else if ((code | 32) === 125) level--
  }
  return undefined
}
