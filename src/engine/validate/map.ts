// The fields of the map lab: a base experiment with one run, and two of its numbers swept over a grid.

import type { DescentExperiment, HyperparameterName, MapAxis, RunSpec } from '../experiment.ts'
import { hyperparameters } from '../hyperparameters.ts'
import { optimizerOf, ownParameter } from '../optimizers/index.ts'
import { checkDescent, commonFields, descentFields } from './descent.ts'
import type { Faults, Keys } from './faults.ts'
import {
  belowOne,
  type Check,
  choice,
  type Fields,
  isObject,
  nonNegative,
  number,
  optional,
  own,
} from './fields.ts'
import { positive, readFields, required, whole, withDefault } from './fields.ts'
import { examplesOf } from '../objectives/examples.ts'

const mostCells = 1024
const mostSeeds = 100_000

const parameters = ['alpha', ...Object.keys(hyperparameters), 'decay.rate', 'batchSize', 'curvature']

const known = choice(parameters)
/** A custom rule has its own parameters, which `lacking` looks up. */
const anyParameter: Check = (value, keys, faults) =>
  typeof value === 'string' && /^(parameters\.)?[A-Za-z][A-Za-z0-9_]{0,23}$/.test(value)
    ? value
    : known(value, keys, faults)

const axisFields = (ofOwnRule: boolean): Fields => ({
  parameter: required(ofOwnRule ? anyParameter : known),
  from: required(number),
  to: required(number),
  count: required(whole(1, mostCells)),
  scale: required(choice(['log', 'linear'])),
})
const axis =
  (ofOwnRule: boolean): Check =>
  (value, keys, faults) => {
    const before = faults.list.length
    const read = readFields(value, axisFields(ofOwnRule), keys, faults)
    return faults.list.length > before ? undefined : read
  }

function ofOwnRule(map: Readonly<Record<string, unknown>>): boolean {
  const given = own(map, 'base')
  const runs = isObject(given) ? own(given, 'runs') : undefined
  const run: unknown = Array.isArray(runs) ? runs[0] : undefined
  return isObject(run) && own(run, 'optimizer') === 'rule'
}

/** The base may omit version and lab. Its seed and convention default to the map's. */
function baseFields(seed: unknown, convention: unknown): Fields {
  return {
    version: withDefault(one, 1),
    lab: withDefault(choice(['descent']), 'descent'),
    seed: { ...commonFields.seed, default: seed },
    convention: { ...commonFields.convention, default: convention },
    ...descentFields(1),
  }
}

const one: Check = (value, keys, faults) => {
  if (value === 1) return 1
  faults.expected(keys, { en: '1', zh: '1' }, value)
  return undefined
}

export function mapFields(map: Readonly<Record<string, unknown>>): Fields {
  const seed = own(map, 'seed') ?? commonFields.seed.default
  const convention = own(map, 'convention') ?? commonFields.convention.default
  const base = baseFields(seed, convention)
  return {
    base: required(
      (value, keys, faults) => {
        const before = faults.list.length
        const read = readFields(value, base, keys, faults)
        if (read) checkDescent(read, keys, faults)
        return faults.list.length > before ? undefined : read
      },
      () => base,
    ),
    x: required(axis(ofOwnRule(map))),
    y: required(axis(ofOwnRule(map))),
    measure: required(choice(['steps', 'cost'])),
    target: optional(number),
    seeds: withDefault(whole(1, mostSeeds), 1),
  }
}

/** The rules between the fields of a map. Looks only at valid fields. */
export function checkMap(map: Readonly<Record<string, unknown>>, given: unknown, faults: Faults): void {
  if (
    map.measure === 'steps' &&
    map.target === undefined &&
    isObject(given) &&
    own(given, 'target') === undefined
  )
    faults.expected(['target'], { en: 'a number, the cost to reach', zh: '数，即要达到的代价' }, undefined)
  const base = map.base as DescentExperiment | undefined
  for (const name of ['x', 'y'] as const) {
    const read = map[name] as MapAxis | undefined
    if (read) checkAxis(read, base, [name], faults)
  }
  const [x, y] = [map.x, map.y] as (MapAxis | undefined)[]
  if (x && y && x.parameter === y.parameter)
    faults.expected(
      ['y', 'parameter'],
      { en: 'another parameter than that of x', zh: '与 x 不同的参数' },
      y.parameter,
    )
}

function checkAxis(axis: MapAxis, base: DescentExperiment | undefined, keys: Keys, faults: Faults): void {
  const { parameter } = axis
  const needed = base && lacking(parameter, base)
  if (needed) return faults.expected([...keys, 'parameter'], needed, parameter)
  const range = rangeOf(parameter, base)
  for (const end of ['from', 'to'] as const) {
    if (range(axis[end], [...keys, end], faults) === undefined) continue
    if (axis.scale === 'log' && axis[end] <= 0) {
      const what = { en: 'a number above 0, for a log scale', zh: '大于 0 的数（对数刻度）' }
      faults.expected([...keys, end], what, axis[end])
    }
  }
}

function rangeOf(parameter: MapAxis['parameter'], base: DescentExperiment | undefined): Check {
  if (parameter === 'alpha') return positive
  if (parameter === 'decay.rate') return nonNegative
  if (parameter === 'curvature') return base?.objective.kind === 'quadratic' ? nonNegative : positive
  if (parameter === 'batchSize') {
    const m = base ? examplesOf(base.objective) : Infinity
    return (value, keys, faults) => {
      const rounded = Math.round(value as number)
      if (rounded >= 1 && rounded <= m) return value
      const what =
        m === Infinity
          ? { en: 'a number from 1 to m', zh: '1 到 m 的数' }
          : { en: `a number from 1 to ${m}`, zh: `1 到 ${m} 的数` }
      faults.expected(keys, what, value)
      return undefined
    }
  }
  if (base && ownParameter(base.runs[0], parameter) !== undefined) return number
  return Object.hasOwn(hyperparameters, parameter) &&
    hyperparameters[parameter as HyperparameterName].belowOne
    ? belowOne
    : nonNegative
}

/** Returns what the parameter should have been if the base has no such number. */
function lacking(
  parameter: MapAxis['parameter'],
  base: DescentExperiment,
): { en: string; zh: string } | undefined {
  const run: RunSpec = base.runs[0]
  if (parameter === 'alpha' || parameter === 'batchSize') return undefined
  if (parameter === 'decay.rate') {
    if (run.decay.kind === 'inverse') return undefined
    return {
      en: 'a number of the base; decay.rate needs the decay "inverse"',
      zh: '基准实验中的数；decay.rate 需要 "inverse" 衰减',
    }
  }
  if (parameter === 'curvature') {
    if ('curvature' in base.objective) return undefined
    return {
      en: 'a number of the base; its objective has no curvature',
      zh: '基准实验中的数；其目标没有曲率',
    }
  }
  if (ownParameter(run, parameter) !== undefined) return undefined
  const { hyperparameters: numbers, own } = optimizerOf(run)
  if (numbers[parameter as HyperparameterName] !== undefined) return undefined
  return own
    ? { en: 'a parameter of the rule', zh: '规则的参数' }
    : { en: `a hyperparameter of ${run.optimizer}`, zh: `${run.optimizer} 的超参数` }
}
