// Writes all saved experiments to one file and reads it back: {"version": 1, "kind": "experiments", "experiments":
// [{name, note, date, step, experiment}, …]}. Each experiment is a complete experiment file, validated by the same
// rules.

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
/** The most experiments in a file. */
const most = 1000

/** Reads such a file, or a single experiment file. `id` generates new ids, so nothing stored is replaced. */
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

/** Removes control characters. */
const textOf = (value: unknown, limit: number): string =>
  typeof value === 'string'
    ? value.replace(/(?!\n)[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, ' ').slice(0, limit)
    : ''

/** Accepts only a small picture inside the file, no external address. */
const isPicture = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= longest.picture &&
  /^data:image\/(png|webp|jpeg);base64,[A-Za-z0-9+/=]*$/.test(value)

const refused = (path: string, { en, zh }: Words): KeptRead => ({
  ok: false,
  fault: { en: `${path}: ${en}`, zh: `${path}：${zh}` },
})
