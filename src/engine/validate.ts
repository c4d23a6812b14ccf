// Defines what a valid experiment is: reads JSON, fills in every default, and names each fault by its field's path.
// doc/experiment.md has the rules. Ranges come from the registries, so a new optimizer is valid at once.

import type { DescentExperiment, Experiment } from './experiment.ts'
import { averagesFields, checkAverages } from './validate/averages.ts'
import { checkDescent, commonFields, descentFields } from './validate/descent.ts'
import { type Fault, Faults, formatFault } from './validate/faults.ts'
import {
  type Check,
  choice,
  type Fields,
  isObject,
  type JsonObject,
  own,
  readFields,
  required,
} from './validate/fields.ts'
import { mostBytes } from './fileSize.ts'
import { jsonFault } from './validate/jsonFault.ts'
import { excess } from './validate/junk.ts'
import { checkMap, mapFields } from './validate/map.ts'

export { type Fault, formatFault } from './validate/faults.ts'
export { dimensionOf } from './validate/objectives.ts'

export type Validation =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const version: Check = (value, keys, faults) => {
  if (value === 1) return 1
  faults.expected(keys, { en: '1', zh: '1' }, value)
  return undefined
}
const lab = choice(['descent', 'averages', 'map'])

/** Returns the fields of the lab that `json` names, or undefined if it names none. */
export function experimentFields(json: JsonObject): Fields | undefined {
  const named = own(json, 'lab')
  const fields =
    named === 'descent'
      ? descentFields()
      : named === 'averages'
        ? averagesFields
        : named === 'map'
          ? mapFields(json)
          : undefined
  return fields && { version: required(version), lab: required(lab), ...commonFields, ...fields }
}

/** Reads an experiment. If `ok`, it is complete: every default is filled in. */
export function validate(json: unknown): Validation {
  const faults = new Faults()
  const experiment = read(json, faults)
  return faults.any
    ? { ok: false, faults: faults.list }
    : { ok: true, experiment: experiment as unknown as Experiment }
}

/** Completes a preset written in code. Throws an error that lists the faults of an invalid one. */
export function completed<E extends Experiment = DescentExperiment>(preset: object): E {
  const result = validate({ version: 1, lab: 'descent', ...preset })
  if (!result.ok) throw new Error(result.faults.map(formatFault).join('\n'))
  return result.experiment as E
}

function read(json: unknown, faults: Faults): JsonObject | undefined {
  if (!isObject(json)) return readFields(json, {}, [], faults)
  const fields = experimentFields(json)
  if (!fields) {
    // Without a lab the other fields are unknown.
    version(own(json, 'version'), ['version'], faults)
    lab(own(json, 'lab'), ['lab'], faults)
    return undefined
  }
  const complete = readFields(json, fields, [], faults)
  if (!complete) return undefined
  if (complete.lab === 'descent') checkDescent(complete, [], faults)
  if (complete.lab === 'averages') checkAverages(complete, faults)
  if (complete.lab !== 'map') return complete
  checkMap(complete, json, faults)
  if (faults.any) return undefined
  // Its runs use the base's own seed and convention, and the target is checked at every step.
  const base = complete.base as DescentExperiment
  const { seed, convention } = base
  return {
    ...complete,
    seed,
    convention,
    base: complete.target === undefined ? base : { ...base, costEvery: 1 },
  }
}

/**
 * Reads the text of an experiment file. Skips a leading byte order mark. `adapt` may insert the user's data before
 * validation.
 */
export function parseExperiment(
  text: string,
  adapt: (json: unknown) => unknown = (json) => json,
): Validation {
  if (text.length > mostBytes) return tooLarge()
  const much = excess(text)
  if (much) return fileFault(much.en, much.zh)
  let json: unknown
  try {
    json = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch {
    const fault = jsonFault(text)
    return fileFault(fault.en, fault.zh)
  }
  return validate(adapt(json))
}

/** The refusal of an oversized file, for callers that know the size before reading. */
export function tooLarge(): Validation {
  return fileFault('expected at most 64 MB, got more', '至多 64 MB，实际更大')
}

/** The refusal of bytes that are not text, or text in another encoding (UTF-16 is common on Windows). */
export function notText(): Validation & { readonly ok: false } {
  return fileFault('expected text in UTF-8', '应为 UTF-8 编码的文本')
}

/** A fault of the file as a whole. */
export function fileFault(en: string, zh: string): Validation & { readonly ok: false } {
  const faults = new Faults()
  faults.add([], { en, zh })
  return { ok: false, faults: faults.list }
}
