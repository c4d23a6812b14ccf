// The fields of the descent lab and the rules between them: the start's length, and batches no larger than m.

import type { ObjectiveSpec, RunSpec } from '../experiment.ts'
import { examplesOf } from '../objectives/examples.ts'
import type { Faults, Keys } from './faults.ts'
import { type Check, choice, type Fields, flag, isObject, list, numberList, optional } from './fields.ts'
import { required, whole, withDefault } from './fields.ts'
import { dimensionOf, objective, objectiveFields } from './objectives.ts'
import { batchSize, convention, run, runFields, steps } from './runs.ts'

/** An integer number of steps, or `"epoch"`. */
const costEvery: Check = (value, keys, faults) => {
  if (value === 'epoch') return value
  if (Number.isSafeInteger(value) && (value as number) >= 1) return value
  faults.expected(keys, { en: '"epoch" or a whole number from 1', zh: '"epoch" 或从 1 起的整数' }, value)
  return undefined
}

/** The fields common to all labs. */
export const commonFields: Fields = {
  seed: withDefault(whole(0, 4294967295), 1),
  convention: withDefault(convention, 'course'),
}

/** `mostRuns`: 12, or the limit of a map. */
export function descentFields(mostRuns = 12): Fields {
  return {
    objective: required(objective, (spec) => ({
      kind: required(choice([])),
      ...objectiveFields[spec.kind as string],
    })),
    start: optional(numberList(1, Infinity)),
    batchSize: withDefault(batchSize, 'all'),
    steps: withDefault(steps, 200),
    reshuffle: withDefault(flag, true),
    costEvery: withDefault(costEvery, 1),
    runs: required(list(run, 1, mostRuns, { en: mostRuns === 1 ? 'run' : 'runs', zh: '运行' }), (spec) =>
      runFields(spec.optimizer, spec.rule),
    ),
  }
}

interface Read {
  readonly objective?: unknown
  readonly start?: unknown
  readonly batchSize?: unknown
  readonly runs?: unknown
}

/** The rules between the fields of a descent experiment located at `keys`. Looks only at valid fields. */
export function checkDescent(
  { objective: spec, start, batchSize: size, runs }: Read,
  keys: Keys,
  faults: Faults,
): void {
  if (!isObject(spec)) return
  const m = examplesOf(spec as unknown as ObjectiveSpec)
  const dimension = dimensionOf(spec as unknown as ObjectiveSpec)
  if (Array.isArray(start) && start.length !== dimension) {
    const what = {
      en: `a list of ${dimension} numbers, one a parameter`,
      zh: `${dimension} 个数的列表，每个参数一个`,
    }
    faults.expected([...keys, 'start'], what, start)
  }
  const fits = (value: unknown, at: Keys): void => {
    if (typeof value === 'number' && value > m)
      faults.expected(
        at,
        { en: `"all" or a whole number from 1 to ${m}`, zh: `"all" 或 1 到 ${m} 的整数` },
        value,
      )
  }
  fits(size, [...keys, 'batchSize'])
  if (Array.isArray(runs))
    runs.forEach((r: RunSpec, i) => fits(r.batchSize, [...keys, 'runs', i, 'batchSize']))
}
