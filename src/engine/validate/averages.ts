// The fields of the averages lab.

import type { AveragesExperiment, SeriesSpec, ShippedSeriesKind } from '../experiment.ts'
import { daysOf, seriesKinds } from '../datasets/seriesKinds.ts'
import type { Faults, Keys } from './faults.ts'
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

/** Returns the number of values in a series. */
export function lengthOf(series: SeriesSpec): number {
  return series.kind === 'inline'
    ? series.values.length
    : daysOf(series.kind as ShippedSeriesKind, series.years)
}

/** The rules between the fields. */
export function checkAverages(
  { series, changes, unit, windows }: Readonly<Record<string, unknown>>,
  faults: Faults,
): void {
  checkChanges(changes, series, faults)
  if (!faults.any) checkSizes({ series, changes, unit, windows } as unknown as AveragesExperiment, faults)
}

/** A value in °F and a sum over a window must still be finite. */
function checkSizes({ series, changes, unit, windows }: AveragesExperiment, faults: Faults): void {
  const inUnit = (value: number): number => Math.abs(unit === 'fahrenheit' ? 1.8 * value + 32 : value)
  let largest = 0
  const look = (value: number, keys: Keys): void => {
    const size = inUnit(value)
    if (size > largest) largest = size
    if (size < Infinity) return
    faults.expected(keys, { en: 'a number that is finite in °F', zh: '换算成 °F 后有限的数' }, value)
  }
  if (series.kind === 'inline') series.values.forEach((value, i) => look(value, ['series', 'values', i]))
  changes.forEach(([, value], i) => look(value, ['changes', i, 1]))
  if (faults.any) return
  const length = lengthOf(series)
  windows.forEach((n, i) => {
    if (largest * Math.min(n, length) < Infinity) return
    const what = { en: 'a window whose sum is a finite number', zh: '求和后有限的窗口' }
    faults.expected(['windows', i], what, n)
  })
}

/** Days edited by hand must be days of the series, each once, ascending. */
function checkChanges(changes: unknown, series: unknown, faults: Faults): void {
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
