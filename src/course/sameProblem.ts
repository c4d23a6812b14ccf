// Whether a challenge is tried on its own problem: every field is as the step sets it, unless a control of the step changes
// it.

import type { Words } from '../engine/words.ts'
import type { ControlName } from './controls.ts'

/** A field of a problem: the controls that change it, and what it is called. */
export type Fields = Readonly<Record<string, readonly [controls: readonly ControlName[], name: Words]>>

export const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other)

export const only = ({ en, zh }: Words): Words => ({
  en: `This challenge counts only with this step’s own ${en}.`,
  zh: `只有用这一步原来的${zh}才算。`,
})

/** The first of the fields that differs and that no control of `isFree` changes. */
export const changed = (
  fields: Fields,
  before: object,
  after: object,
  isFree: (names: readonly ControlName[]) => boolean,
): Words | undefined =>
  Object.entries(fields).find(
    ([field, [names]]) => !isFree(names) && differ(read(before, field), read(after, field)),
  )?.[1][1]

const read = (from: object, field: string): unknown => (from as Readonly<Record<string, unknown>>)[field]
