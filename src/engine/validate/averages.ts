// The fields of the averages lab.

import type { SeriesSpec, ShippedSeriesKind } from '../experiment.ts'
import { daysOf, seriesKinds } from '../datasets/seriesKinds.ts'
import type { Faults } from './faults.ts'
import { belowOne, byKind, type Check, choice, type Fields, flag, isObject, list, number } from './fields.ts'
import { numberList, required, whole, wholeFromOne, withDefault } from './fields.ts'

const mostValues = 200_000
const mostWindows = 64

const seriesFields: Readonly<Record<string, Fields>> = {
  inline: { values: required(numberList(1, mostValues)) },
  ...Object.fromEntries(
    Object.entries(seriesKinds).map(([kind, { maxYears }]) => [
      kind,
      { years: withDefault(whole(1, maxYears), 1) },
    ]),
  ),
}

const change: Check = (value, keys, faults) => {
  if (Array.isArray(value) && value.length === 2) {
    const t = wholeFromOne(value[0], [...keys, 0], faults)
    const theta = number(value[1], [...keys, 1], faults)
    return t === undefined || theta === undefined ? undefined : [t, theta]
  }
  faults.expected(keys, { en: 'a pair [t, θ]', zh: '一对 [t, θ]' }, value)
  return undefined
}

export const averagesFields: Fields = {
  series: required(byKind(seriesFields), (series) => ({
    kind: required(choice([])),
    ...seriesFields[series.kind as string],
  })),
  unit: withDefault(choice(['celsius', 'fahrenheit']), 'celsius'),
  changes: withDefault(list(change, 0, mostValues, { en: 'pairs [t, θ]', zh: '对 [t, θ]' }), []),
  betas: withDefault(numberList(1, 8, belowOne), [0.9, 0.98, 0.5]),
  biasCorrection: withDefault(flag, false),
  windows: withDefault(list(wholeFromOne, 0, mostWindows, { en: 'whole numbers', zh: '整数' }), []),
}

/** How many values a series has. */
export function lengthOf(series: SeriesSpec): number {
  return series.kind === 'inline'
    ? series.values.length
    : daysOf(series.kind as ShippedSeriesKind, series.years)
}

/** Days that are moved by hand are days of the series, each once, in order. */
export function checkChanges(changes: unknown, series: unknown, faults: Faults): void {
  if (!Array.isArray(changes)) return
  const days = isObject(series) && !faults.any ? lengthOf(series as unknown as SeriesSpec) : Infinity
  changes.forEach(([t], i) => {
    if (t > days) {
      faults.expected(['changes', i, 0], { en: `a day from 1 to ${days}`, zh: `1 到 ${days} 的一天` }, t)
    } else if (i > 0 && t <= changes[i - 1][0]) {
      faults.expected(
        ['changes', i, 0],
        { en: `a day after ${changes[i - 1][0]}`, zh: `第 ${changes[i - 1][0]} 天之后` },
        t,
      )
    }
  })
}
