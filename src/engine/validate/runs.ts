// The fields of one run, from the registries of optimizers, hyperparameters and schedules. A new optimizer or schedule
// is valid here at once.

import type { HyperparameterName, RunSpec } from '../experiment.ts'
import { hyperparameters } from '../hyperparameters.ts'
import { parseRule } from '../language/parse.ts'
import { optimizers } from '../optimizers/index.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { defaultRule } from '../optimizers/ownRule.ts'
import { schedules } from '../schedules/index.ts'
import type { Schedule, ScheduleParameter } from '../schedules/schedule.ts'
import {
  byKind,
  type Check,
  choice,
  type Field,
  type Fields,
  isObject,
  list,
  optional,
  own,
} from './fields.ts'
import {
  belowOne,
  flag,
  nonNegative,
  number,
  positive,
  readFields,
  required,
  share,
  text,
  whole,
  wholeFromOne,
  withDefault,
} from './fields.ts'

export const convention = choice(['course', 'pytorch'])
export const steps = whole(0, 10_000_000)

/** `"all"` or an integer ≥ 1. That it is at most m is a rule between fields. */
export const batchSize: Check = (value, keys, faults) => {
  if (value === 'all') return value
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value
  faults.expected(keys, { en: '"all" or a whole number from 1 to m', zh: '"all" 或 1 到 m 的整数' }, value)
  return undefined
}

/** Manual decay: [[epoch, alpha], …], epochs ascending. */
const points: Check = (value, keys, faults) => {
  const pair: Check = (entry, at) => {
    if (Array.isArray(entry) && entry.length === 2) {
      const epoch = whole(0)(entry[0], [...at, 0], faults)
      const alpha = nonNegative(entry[1], [...at, 1], faults)
      return epoch === undefined || alpha === undefined ? undefined : [epoch, alpha]
    }
    faults.expected(at, { en: 'a pair [epoch, alpha]', zh: '一对 [epoch, alpha]' }, entry)
    return undefined
  }
  const read = list(pair, 0, Infinity, { en: 'pairs [epoch, alpha]', zh: '对 [epoch, alpha]' })(
    value,
    keys,
    faults,
  )
  if (!Array.isArray(read)) return undefined
  const before = faults.list.length
  for (let i = 1; i < read.length; i++) {
    if (read[i][0] > read[i - 1][0]) continue
    const what = { en: `an epoch after ${read[i - 1][0]}`, zh: `在 ${read[i - 1][0]} 之后的 epoch` }
    faults.expected([...keys, i, 0], what, read[i][0])
  }
  return faults.list.length > before ? undefined : read
}

const allowed: Readonly<Record<ScheduleParameter['allowed'], Check>> = {
  share,
  nonNegative,
  positive,
  wholeFromOne,
}

export const decayFields: Readonly<Record<string, Fields>> = Object.fromEntries(
  Object.entries<Schedule<never>>(schedules as never).map(([kind, schedule]) => [
    kind,
    kind === 'manual'
      ? { points: required(points) }
      : Object.fromEntries(
          Object.entries(schedule.parameters).map(([name, parameter]): [string, Field] => [
            name,
            withDefault(allowed[parameter.allowed], parameter.default),
          ]),
        ),
  ]),
)

const rangeOf = (name: HyperparameterName): Check => (hyperparameters[name].belowOne ? belowOne : nonNegative)
const optimizer = choice(Object.keys(optimizers))

/** A custom rule. Its fault names line and column. */
const rule: Check = (value, keys, faults) => {
  if (typeof value !== 'string') {
    faults.expected(keys, { en: 'a rule, a text', zh: '规则文本' }, value)
    return undefined
  }
  const parsed = parseRule(value)
  if (parsed.ok) return value
  faults.add(keys, parsed.fault.located)
  return undefined
}

/** Numbers by name, for the parameters that the run's rule declares. */
const parameters =
  (source: unknown): Check =>
  (value, keys, faults) => {
    if (!isObject(value)) {
      faults.expected(keys, { en: 'an object of numbers by name', zh: '以名称为键的数' }, value)
      return undefined
    }
    const parsed = typeof source === 'string' ? parseRule(source) : undefined
    const known = parsed?.ok ? parsed.value.parameters.map(({ name }) => name) : undefined
    const before = faults.list.length
    const read = Object.entries(value).map(([name, entry]) => {
      if (known && !known.includes(name))
        faults.add([...keys, name], { en: 'not a parameter of the rule', zh: '不是规则的参数' })
      return [name, number(entry, [...keys, name], faults)] as const
    })
    return faults.list.length > before ? undefined : Object.fromEntries(read)
  }

/** Returns the fields of a run, or those of any run if the optimizer is unknown. */
export function runFields(key: unknown, source: unknown = defaultRule): Fields {
  const known: Optimizer | undefined =
    typeof key === 'string' && Object.hasOwn(optimizers, key)
      ? optimizers[key as RunSpec['optimizer']]
      : undefined
  const fields: Record<string, Field> = { optimizer: required(optimizer), alpha: required(positive) }
  for (const name of Object.keys(hyperparameters) as HyperparameterName[]) {
    const standard = known?.hyperparameters[name]
    if (standard !== undefined) fields[name] = withDefault(rangeOf(name), standard)
    else if (!known) fields[name] = optional(rangeOf(name))
  }
  if (known?.biasCorrection !== undefined) fields.biasCorrection = withDefault(flag, known.biasCorrection)
  else if (!known) fields.biasCorrection = optional(flag)
  if (known?.own) {
    fields.rule = withDefault(rule, defaultRule)
    fields.parameters = optional(parameters(source))
  } else if (!known) {
    fields.rule = optional(rule)
    fields.parameters = optional(parameters(undefined))
  }
  const within = (decay: Readonly<Record<string, unknown>>): Fields => ({
    kind: required(choice([])),
    ...decayFields[decay.kind as string],
  })
  return {
    ...fields,
    decay: withDefault(byKind(decayFields), { kind: 'none' }, within),
    name: optional(text),
    batchSize: optional(batchSize),
    steps: optional(steps),
    convention: optional(convention),
  }
}

export const run: Check = (value, keys, faults) => {
  const key = isObject(value) ? own(value, 'optimizer') : undefined
  const source = isObject(value) ? (own(value, 'rule') ?? defaultRule) : undefined
  return readFields(value, runFields(key, source), keys, faults, (name) => {
    const ofOthers = ['biasCorrection', 'rule', 'parameters'].includes(name)
    if (!Object.hasOwn(hyperparameters, name) && !ofOthers) return undefined
    return { en: `not a field of ${key}`, zh: `不是 ${key} 的字段` }
  })
}
