// How fields are read: a check takes one value, reports its faults, and returns it complete, or undefined after a
// fault. An object's fields are a table of checks and defaults. Reading a file and its shortest form (minimal.ts) both
// follow from that table.

import type { Words } from '../words.ts'
import type { Faults, Keys } from './faults.ts'

export type Check = (value: unknown, keys: Keys, faults: Faults) => unknown

export interface Field {
  readonly check: Check
  /** The value of an absent field. Without a default the field is required, unless `optional`. */
  readonly default?: unknown
  readonly optional?: boolean
  /** The fields of the object in this field, for its shortest form. */
  readonly within?: (value: Readonly<Record<string, unknown>>) => Fields
}

export type Fields = Readonly<Record<string, Field>>
export type JsonObject = Readonly<Record<string, unknown>>

export const required = (check: Check, within?: Field['within']): Field => ({ check, within })
export const optional = (check: Check): Field => ({ check, optional: true })
export const withDefault = (check: Check, value: unknown, within?: Field['within']): Field => ({
  check,
  default: value,
  within,
})

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns the value of an own field, never an inherited one. */
export function own(value: JsonObject, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

/** Passes the values that satisfy `fits`. */
export function check(what: Words, fits: (value: unknown) => boolean): Check {
  return (value, keys, faults) => {
    if (fits(value)) return value
    faults.expected(keys, what, value)
    return undefined
  }
}

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

export const number = check({ en: 'a number', zh: '数' }, finite)
export const nonNegative = check(
  { en: 'a number of at least 0', zh: '不小于 0 的数' },
  (v) => finite(v) && v >= 0,
)
export const positive = check({ en: 'a number above 0', zh: '大于 0 的数' }, (v) => finite(v) && v > 0)
export const share = check(
  { en: 'a number from 0 to 1', zh: '0 到 1 的数' },
  (v) => finite(v) && v >= 0 && v <= 1,
)
export const belowOne = check(
  { en: 'a number of at least 0 and below 1', zh: '不小于 0 且小于 1 的数' },
  (v) => finite(v) && v >= 0 && v < 1,
)
export const flag = check({ en: 'true or false', zh: 'true 或 false' }, (v) => typeof v === 'boolean')
export const text = check({ en: 'a text', zh: '文本' }, (v) => typeof v === 'string')
export const wholeFromOne = whole(1)

/** An integer from `from` to `to`. −0 is read as 0. */
export function whole(from: number, to = Infinity): Check {
  const what =
    to === Infinity
      ? { en: `a whole number from ${from}`, zh: `从 ${from} 起的整数` }
      : { en: `a whole number from ${from} to ${to}`, zh: `${from} 到 ${to} 的整数` }
  return (value, keys, faults) => {
    if (Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to)
      return (value as number) + 0
    faults.expected(keys, what, value)
    return undefined
  }
}

/** One of a few words. */
export function choice(words: readonly string[]): Check {
  const shown = words.map((word) => `"${word}"`)
  const last = shown.at(-1)
  const what =
    shown.length === 1
      ? { en: String(last), zh: `${last}` }
      : { en: `${shown.slice(0, -1).join(', ')} or ${last}`, zh: `${shown.join('、')} 之一` }
  return check(what, (value) => typeof value === 'string' && words.includes(value))
}

/** A list of `from` to `to` items that each pass `item`. If the length is wrong, items are not checked. */
export function list(item: Check, from: number, to: number, items: Words): Check {
  const much =
    from === to
      ? { en: `${from} `, zh: `${from} 个` }
      : to < Infinity
        ? { en: `${from} to ${to} `, zh: `${from} 到 ${to} 个` }
        : from > 0
          ? { en: `at least ${from} `, zh: `至少 ${from} 个` }
          : { en: '', zh: '' }
  const what = { en: `a list of ${much.en}${items.en}`, zh: `${much.zh}${items.zh}的列表` }
  return (value, keys, faults) => {
    if (!Array.isArray(value) || value.length < from || value.length > to) {
      faults.expected(keys, what, value)
      return undefined
    }
    const before = faults.list.length
    // Use an index loop, because a list that did not come from JSON may have holes.
    const read: unknown[] = []
    for (let i = 0; i < value.length; i++) {
      const entry: unknown = value[i]
      read.push(item === number && finite(entry) ? entry : item(entry, [...keys, i], faults))
    }
    return faults.list.length > before ? undefined : read
  }
}

const numbers: Words = { en: 'numbers', zh: '数' }
export const numberList = (from: number, to: number, item: Check = number): Check =>
  list(item, from, to, numbers)

/**
 * Reads an object by its table: fields in table order, then those not in the table. `unknown` may give a more specific
 * message for such a field.
 */
export function readFields(
  value: unknown,
  fields: Fields,
  keys: Keys,
  faults: Faults,
  unknown?: (name: string) => Words | undefined,
): Record<string, unknown> | undefined {
  if (!isObject(value)) {
    faults.expected(keys, { en: 'an object', zh: '一个对象' }, value)
    return undefined
  }
  const complete: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const given = own(value, name)
    if (given === undefined && (field.optional || field.default !== undefined)) {
      if (!field.optional) complete[name] = field.default
      continue
    }
    const read = field.check(given, [...keys, name], faults)
    if (read !== undefined) complete[name] = read
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(fields, name))
      faults.add([...keys, name], unknown?.(name) ?? { en: 'unknown field', zh: '未知字段' })
  }
  return complete
}

/** Reads an object whose `kind` determines its fields. */
export function byKind(table: Readonly<Record<string, Fields>>): Check {
  const kind = choice(Object.keys(table))
  return (value, keys, faults) => {
    if (!isObject(value)) return readFields(value, {}, keys, faults)
    const named = kind(own(value, 'kind'), [...keys, 'kind'], faults)
    if (named === undefined) return undefined
    return readFields(value, { kind: required(kind), ...table[named as string] }, keys, faults)
  }
}
