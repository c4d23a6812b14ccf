// Parameters outside `run=`: each applies to every run, decay or rule that has it.

import { parseRule } from '../../engine/language/parse.ts'
import { defaultRule } from '../../engine/optimizers/ownRule.ts'
import { Faults } from '../../engine/validate/faults.ts'
import type { Fields } from '../../engine/validate/fields.ts'
import { decayFields, runFields } from '../../engine/validate/runs.ts'
import type { LinkNotice } from './notice.ts'
import { kindAndFields, textOf, valueOf } from './syntax.ts'

type Json = Readonly<Record<string, unknown>>
type Setter = (runs: readonly Json[], name: string, text: string, notices: LinkNotice[]) => readonly Json[]

const noRunHasIt = { en: 'no run has it', zh: '没有哪个运行有它' }

/** Sets a parameter outside `run=` on every run that has it. */
export const everyRun: Setter = (runs, name, text, notices) => {
  const has = (run: Json): boolean => Object.hasOwn(runFields(run.optimizer), name)
  const holders = runs.filter(has)
  let value = valueOf(name, text)
  if (name === 'decay') {
    const { kind, fields } = kindAndFields(text)
    value = Object.fromEntries([
      ['kind', kind],
      ...fields.map(([field, given]) => [field, valueOf(`decay.${field}`, given)]),
    ])
  }
  const faults = new Faults()
  if (holders.length > 0) runFields(holders[0].optimizer)[name].check(value, [name], faults)
  else faults.add([name], noRunHasIt)
  if (!faults.any) return runs.map((run) => (has(run) ? { ...run, [name]: value } : run))
  const usedBy = (run: Json): string =>
    name === 'decay'
      ? String(decayOf(run).kind)
      : textOf(name, run[name] ?? runFields(run.optimizer)[name].default)
  const used = new Set(holders.map(usedBy))
  notices.push({ parameter: name, fault: faults.list[0].words, used: [...used].join(', ') })
  return runs
}

/** `decay.rate=0.1`: sets a number of the decay of every run whose decay has it. */
export const everyDecay: Setter = (runs, name, text, notices) => {
  const field = name.slice('decay.'.length)
  const value = valueOf(name, text)
  const has = (run: Json): boolean => Object.hasOwn(fieldsOfDecay(run), field)
  const faults = new Faults()
  const holder = runs.find(has)
  if (holder) fieldsOfDecay(holder)[field].check(value, [name], faults)
  else faults.add([name], noRunHasIt)
  if (!faults.any)
    return runs.map((run) => (has(run) ? { ...run, decay: { ...decayOf(run), [field]: value } } : run))
  const used = holder ? textOf(field, decayOf(holder)[field] ?? fieldsOfDecay(holder)[field].default) : ''
  notices.push({ parameter: name, fault: faults.list[0].words, used })
  return runs
}

/** `parameters.beta=0.95`: sets a parameter of every run whose custom rule has it. */
export const everyParameter: Setter = (runs, name, text, notices) => {
  const field = name.slice('parameters.'.length)
  const value = valueOf(name, text)
  const has = ({ optimizer, rule }: Json): boolean => {
    const parsed = optimizer === 'rule' ? parseRule(typeof rule === 'string' ? rule : defaultRule) : undefined
    return parsed?.ok === true && parsed.value.parameters.some((parameter) => parameter.name === field)
  }
  const holders = runs.filter(has)
  const faults = new Faults()
  if (holders.length === 0) faults.add([name], noRunHasIt)
  else if (typeof value !== 'number') faults.expected([name], { en: 'a number', zh: '一个数' }, value)
  if (!faults.any)
    return runs.map((run) =>
      has(run) ? { ...run, parameters: { ...(run.parameters as object | undefined), [field]: value } } : run,
    )
  notices.push({ parameter: name, fault: faults.list[0].words, used: '' })
  return runs
}

/** Returns the fields of a run's decay. An unknown kind has none. */
function fieldsOfDecay(run: Json): Fields {
  const { kind } = decayOf(run)
  return typeof kind === 'string' && Object.hasOwn(decayFields, kind) ? decayFields[kind] : {}
}

function decayOf(run: Json): Json {
  return typeof run.decay === 'object' && run.decay !== null ? (run.decay as Json) : { kind: 'none' }
}
