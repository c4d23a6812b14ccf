// Repairs an experiment that is partly wrong, from a link or a state saved by an earlier version: keeps valid fields,
// replaces invalid ones and reports each replacement.

import type { Experiment } from '../experiment.ts'
import { optimizers, type OptimizerKey } from '../optimizers/index.ts'
import { defaultSource } from '../surfaces/expression.ts'
import { validate } from '../validate.ts'
import { type Fault, type Key, type Keys, pathOf } from './faults.ts'
import { isObject } from './fields.ts'
import { minimal } from './minimal.ts'

export interface Repair {
  readonly fault: Fault
  /** The field that was replaced: the faulty one, or the list or object that contains it. */
  readonly keys: Keys
  /** The new value. undefined: removed, or the default. */
  readonly used: unknown
}

/** Rounds of replacement. Each goes at least one level further up. */
const mostRounds = 40

/**
 * Returns a valid experiment as close to `json` as possible: an invalid field gets the value that `fallback` has there,
 * or its default. Never throws. If nothing in `json` is valid the result is `fallback`.
 */
export function repair(
  json: unknown,
  fallback: Experiment,
): { readonly experiment: Experiment; readonly repairs: readonly Repair[] } {
  const repairs = new Map<string, { fault: Fault; keys: Keys }>()
  const tries = new Map<string, number>()
  let draft = json
  for (let round = 0; round < mostRounds; round++) {
    const result = validate(draft)
    if (result.ok) {
      const used = [...repairs.values()].map(({ fault, keys }) => ({
        fault,
        keys,
        used: at(result.experiment, keys),
      }))
      return { experiment: result.experiment, repairs: used }
    }
    const mended = new Map<string, { fault: Fault; keys: Keys }>()
    // Go backwards, so removing a list entry does not shift those still to be checked.
    for (const fault of [...result.faults].reverse()) {
      let keys = unitOf(fault.keys)
      while ((tries.get(pathOf(keys)) ?? 0) > 1 && keys.length > 0) keys = keys.slice(0, -1)
      const path = pathOf(keys)
      if (mended.has(path)) continue
      mended.set(path, { fault, keys })
      const tried = tries.get(path) ?? 0
      tries.set(path, tried + 1)
      const replacement = tried === 0 ? instead(keys, draft, fallback) : undefined
      draft = keys.length === 0 ? minimal(fallback) : replaced(draft, keys, replacement)
    }
    for (const [path, repair] of [...mended].reverse()) if (!repairs.has(path)) repairs.set(path, repair)
  }
  const fault = [...repairs.values()][0].fault
  return { experiment: fallback, repairs: [{ fault, keys: [], used: fallback }] }
}

/** Returns the field that is replaced as a unit: a list of numbers is, a run or an objective is not. */
function unitOf(keys: Keys): Keys {
  if (keys[0] === 'base') return keys.length > 1 ? ['base', ...unitOf(keys.slice(1))] : keys
  const [first, second, third] = keys
  if (first === 'runs') return keys.slice(0, third === 'decay' ? 4 : 3)
  if (first === 'objective') return keys.slice(0, second === 'dataset' ? 3 : 2)
  return keys.slice(0, first === 'series' || first === 'x' || first === 'y' ? 2 : 1)
}

/** Returns the value to try for an invalid field: a run's α from its optimizer, everything else from the fallback. */
function instead(keys: Keys, draft: unknown, fallback: Experiment): unknown {
  if (keys.at(-1) === 'alpha') {
    const named = at(draft, [...keys.slice(0, -1), 'optimizer'])
    if (typeof named === 'string' && Object.hasOwn(optimizers, named))
      return optimizers[named as OptimizerKey].alpha
  }
  // Run 1 of a link is not run 1 of the route, so its invalid fields get their defaults.
  if (keys.includes('runs') && keys.at(-1) !== 'runs') return undefined
  // A formula that does not parse is its own fault, not its objective's.
  return at(fallback, keys) ?? (keys.at(-1) === 'source' ? defaultSource : undefined)
}

/** Returns the value at a path, or undefined. */
export function at(value: unknown, keys: Keys): unknown {
  let found = value
  for (const key of keys) {
    if (Array.isArray(found) && typeof key === 'number') found = found[key]
    else if (isObject(found) && typeof key === 'string' && Object.hasOwn(found, key)) found = found[key]
    else return undefined
  }
  return found
}

/** Returns a copy with another value at a path. undefined removes the field or list entry. */
export function replaced(value: unknown, keys: Keys, replacement: unknown): unknown {
  if (keys.length === 0) return replacement
  const [key, ...rest] = keys as [Key, ...Key[]]
  if (Array.isArray(value) && typeof key === 'number') {
    const copy: unknown[] = value.slice()
    const entry = replaced(copy[key], rest, replacement)
    if (entry === undefined) copy.splice(key, 1)
    else copy[key] = entry
    return copy
  }
  const copy = new Map<string, unknown>(isObject(value) ? Object.entries(value) : [])
  const entry = replaced(copy.get(String(key)), rest, replacement)
  if (entry === undefined) copy.delete(String(key))
  else copy.set(String(key), entry)
  return Object.fromEntries(copy)
}
