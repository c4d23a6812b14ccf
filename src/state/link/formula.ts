// A formula of a link that cannot be read: what was used instead, and the text that its box and the address keep.

import type { Experiment } from '../../engine/experiment.ts'
import { objectives } from '../../engine/objectives/index.ts'
import { Faults, type Keys } from '../../engine/validate/faults.ts'
import { objectiveFields } from '../../engine/validate/objectives.ts'
import { at, replaced } from '../../engine/validate/repair.ts'

type Json = Readonly<Record<string, unknown>>

/** A formula that cannot be read: only its own fault is said, and the usual formula is used instead. */
export function unreadFormula(draft: unknown, route: Experiment) {
  const base: Keys = route.lab === 'map' ? ['base'] : []
  const { kind, source } = (at(draft, [...base, 'objective']) ?? {}) as Json
  if (kind !== 'expression' || typeof source !== 'string') return undefined
  const faults = new Faults()
  objectiveFields.expression.source.check(source, ['source'], faults)
  if (!faults.any) return undefined
  const own = at(route, [...base, 'objective', 'source'])
  const used = typeof own === 'string' ? own : objectives.expression.defaultSpec().source
  const experiment = replaced(draft, [...base, 'objective', 'source'], used)
  return { experiment, fault: faults.list[0].words, source, used }
}
