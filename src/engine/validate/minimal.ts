// The shortest form of an experiment, without fields that equal their default. validate() restores them, so exported
// files, saved states and links stay short.

import type { Experiment } from '../experiment.ts'
import { experimentFields } from '../validate.ts'
import { type Field, type Fields, isObject, type JsonObject } from './fields.ts'

export function minimal(experiment: Experiment): JsonObject {
  const json = experiment as unknown as JsonObject
  return shortened(json, experimentFields(json) ?? {})
}

function shortened(value: JsonObject, fields: Fields): JsonObject {
  const short: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(value)) {
    const field: Field | undefined = fields[name]
    if (entry === undefined || (field?.default !== undefined && same(entry, field.default))) continue
    short[name] = within(entry, field)
  }
  return short
}

function within(value: unknown, field: Field | undefined): unknown {
  const fieldsOf = field?.within
  if (!fieldsOf) return value
  if (Array.isArray(value))
    return value.map((entry) => (isObject(entry) ? shortened(entry, fieldsOf(entry)) : entry))
  return isObject(value) ? shortened(value, fieldsOf(value)) : value
}

/** Returns whether two values are equal in every field and every bit (−0 is not 0). */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((entry, i) => same(entry, b[i]))
  if (!isObject(a) || !isObject(b)) return false
  const names = Object.keys(a).filter((name) => a[name] !== undefined)
  return (
    names.length === Object.keys(b).filter((name) => b[name] !== undefined).length &&
    names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  )
}
