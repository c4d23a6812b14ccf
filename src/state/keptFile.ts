// All kept experiments as one file, and back: {"version": 1, "kind": "experiments", "experiments": [{name, note, date,
// step, experiment}, …]}. Each experiment is a whole experiment file, held to the same rules.

import { validate } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'
import type { KeptExperiment } from './kept.ts'

export function writeKept(experiments: readonly KeptExperiment[]): string {
  const own = experiments.map(({ id: _, ...one }) => one)
  return `${JSON.stringify({ version: 1, kind: 'experiments', experiments: own }, undefined, 1)}\n`
}

export type KeptRead =
  | { readonly ok: true; readonly experiments: readonly KeptExperiment[] }
  | { readonly ok: false; readonly fault: Words }

const longest = { name: 80, note: 1000, picture: 200_000 }
/** As many as a file may hold. */
const most = 1000

/** Reads such a file, or an experiment file alone. `id` names each anew, so that nothing that is kept is replaced. */
export function readKept(text: string, now: string, id: () => string): KeptRead {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('file', { en: 'not valid JSON', zh: '不是有效的 JSON' })
  }
  const file = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const alone = !('experiments' in file)
  const list = alone ? [{ experiment: value }] : file.experiments
  if (!alone && file.kind !== 'experiments')
    return refused('kind', { en: 'expected "experiments"', zh: '应为 "experiments"' })
  if (!Array.isArray(list) || list.length > most)
    return refused('experiments', {
      en: `expected a list of at most ${most}`,
      zh: `应为至多 ${most} 项的列表`,
    })
  const experiments: KeptExperiment[] = []
  for (const [i, entry] of (list as unknown[]).entries()) {
    const one = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>
    const result = validate(one.experiment)
    if (!result.ok) {
      const [{ path, words }] = result.faults
      return refused(alone ? path : `experiments[${i}].experiment.${path}`, words)
    }
    const { step, picture } = one
    experiments.push({
      id: id(),
      name: textOf(one.name, longest.name),
      note: textOf(one.note, longest.note),
      date: typeof one.date === 'string' && !Number.isNaN(Date.parse(one.date)) ? one.date : now,
      experiment: result.experiment,
      ...(Number.isSafeInteger(step) && (step as number) >= 0 ? { step: step as number } : {}),
      ...(isPicture(picture) ? { picture } : {}),
    })
  }
  return { ok: true, experiments }
}

/** Nothing in it steers the reader's screen. */
const textOf = (value: unknown, limit: number): string =>
  typeof value === 'string'
    ? value.replace(/(?!\n)[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, ' ').slice(0, limit)
    : ''

/** Nothing but a small picture of the file's own: no address elsewhere. */
const isPicture = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= longest.picture &&
  /^data:image\/(png|webp|jpeg);base64,[A-Za-z0-9+/=]*$/.test(value)

const refused = (path: string, { en, zh }: Words): KeptRead => ({
  ok: false,
  fault: { en: `${path}: ${en}`, zh: `${path}：${zh}` },
})
