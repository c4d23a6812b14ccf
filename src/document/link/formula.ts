// A formula or rule of a link that does not parse: its replacement, and the text that stays in its box.

import type { Experiment } from '../../engine/experiment.ts'
import { objectives } from '../../engine/objectives/index.ts'
import { limits, parseRule } from '../../engine/language/parse.ts'
import { defaultRule } from '../../engine/optimizers/ownRule.ts'
import { Faults, type Keys } from '../../engine/validate/faults.ts'
import { objectiveFields } from '../../engine/validate/objectives.ts'
import { at, replaced } from '../../engine/validate/repair.ts'

type Json = Readonly<Record<string, unknown>>

/** A formula that does not parse. Only its own fault is reported, and the default formula is used instead. */
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
  return { experiment, parameter: 'source', fault: faults.list[0].words, source, used }
}

/** The first rule that does not parse. Only its own fault is reported, and the default rule is used instead. */
export function unreadRule(draft: unknown, route: Experiment) {
  const keys: Keys = [...(route.lab === 'map' ? ['base'] : []), 'runs']
  const runs = at(draft, keys)
  if (!Array.isArray(runs)) return undefined
  for (const [run, spec] of (runs as readonly Json[]).entries()) {
    const source = spec?.optimizer === 'rule' ? spec.rule : undefined
    // Do not keep a text that is far too long for a rule.
    if (typeof source !== 'string' || source.length > 2 * limits.characters) continue
    const parsed = parseRule(source)
    if (parsed.ok) continue
    const { parameters: _, ...rest } = spec
    const changed = runs.map((one: Json, i) => (i === run ? { ...rest, rule: defaultRule } : one))
    const experiment = replaced(draft, keys, changed)
    return { experiment, parameter: 'run', fault: parsed.fault.located, source, used: defaultRule, run }
  }
  return undefined
}
