// The faults of an experiment, one per field, named by its path, `runs[1].alpha`. Every message is one short line,
// whatever the value was, and safe to print.

import type { Words } from '../words.ts'
import { quoted } from './legible.ts'

export type Key = string | number
export type Keys = readonly Key[]

export interface Fault {
  /** `runs[1].alpha`. `file` means the file itself. */
  readonly path: string
  readonly keys: Keys
  /** English, as printed by the command line. */
  readonly message: string
  /** The message in both languages. */
  readonly words: Words
}

/** More faults than anyone reads or a terminal should print. */
const most = 1000

/** The faults found so far, in reading order. */
export class Faults {
  readonly list: Fault[] = []
  private overflowing = false

  get any(): boolean {
    return this.list.length > 0
  }

  add(keys: Keys, words: Words): void {
    if (this.list.length < most) {
      this.list.push({ path: pathOf(keys), keys, message: words.en, words })
    } else if (!this.overflowing) {
      this.overflowing = true
      const en = `more than ${most} faults, the rest are not listed`
      this.list.push({
        path: 'file',
        keys: [],
        message: en,
        words: { en, zh: `错误超过 ${most} 处，其余未列出` },
      })
    }
  }

  /** `expected a number above 0, got -1` */
  expected(keys: Keys, what: Words, got: unknown): void {
    this.addGot(keys, { en: `expected ${what.en}`, zh: `应为${spaced(what.zh)}` }, got)
  }

  /** Adds a statement and the value found. */
  addGot(keys: Keys, what: Words, got: unknown): void {
    const found = described(got)
    this.add(keys, { en: `${what.en}, got ${found.en}`, zh: `${what.zh}，实为${spaced(found.zh)}` })
  }
}

export function pathOf(keys: Keys): string {
  if (keys.length === 0) return 'file'
  let path = ''
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`
    else if (!/^[A-Za-z_][A-Za-z0-9_]{0,59}$/.test(key)) path += `[${quoted(key)}]`
    else path += path === '' ? key : `.${key}`
  }
  return path
}

/** One line: `runs[1].alpha: expected a number above 0, got -1`. */
export function formatFault(fault: Fault): string {
  return `${fault.path}: ${fault.message}`
}

function described(value: unknown): Words {
  if (value === undefined) return { en: 'nothing', zh: '空缺' }
  if (typeof value === 'number') {
    // The literal 1e999 parses as Infinity. Print it as beyond the range of doubles.
    if (value === Infinity) return { en: 'a number above 1.8e308', zh: '大于 1.8e308 的数' }
    if (value === -Infinity) return { en: 'a number below -1.8e308', zh: '小于 -1.8e308 的数' }
    return same(Object.is(value, -0) ? '-0' : String(value))
  }
  if (typeof value === 'string') return same(quoted(value))
  if (value === null || typeof value === 'boolean') return same(String(value))
  if (Array.isArray(value)) {
    if (value.length === 0) return { en: 'an empty list', zh: '空列表' }
    return { en: `a list of ${value.length}`, zh: `${value.length} 项的列表` }
  }
  return typeof value === 'object' ? { en: 'an object', zh: '一个对象' } : same(`a ${typeof value}`)
}

const same = (text: string): Words => ({ en: text, zh: text })

/** Puts a space before Chinese text that begins with a Latin letter, a digit or a sign. */
const spaced = (zh: string): string => (/^[\u0021-\u024f\u0370-\u03ff]/.test(zh) ? ` ${zh}` : zh)
