// The series θ₁ … θₙ that averages experiments smooth: shipped temperatures, the synthetic year with its known season,
// or the user's values. °F is converted before averaging, because V₀ = 0 is a different temperature in °F.

import { cos } from '../exact.ts'
import type { AveragesExperiment, SeriesSpec } from '../experiment.ts'
import { stream } from '../random.ts'
import { newYorkTenthsByYear } from './newYork.ts'
import { seattleTenthsByYear } from './seattle.ts'
import { daysOf } from './seriesKinds.ts'

const period = 365
/**
 * In °C: the mean, half the difference between summer and winter, and the standard deviation of the noise. Then the
 * coldest day.
 */
const mean = 11
const swing = 9
const noise = 3
const coldest = 20
const twoPi = 6.283185307179586

/** Asking for more measured years than are shipped is a caller's bug. */
function measured(tenthsByYear: readonly string[], years: number): Float64Array {
  const tenths = tenthsByYear.slice(0, years).flatMap((year) => year.split(' '))
  return Float64Array.from(tenths, (text) => Number(text) / 10)
}

/** Returns the synthetic year without noise, in °C, repeated over `days`. */
function syntheticSeason(days: number): Float64Array {
  const year = new Float64Array(period)
  for (let day = 0; day < period; day++)
    year[day] = mean - swing * cos((twoPi * (day + 1 - coldest)) / period)
  const season = new Float64Array(days)
  for (let i = 0; i < days; i++) season[i] = year[i % period]
  return season
}

function synthetic(days: number, seed: number): Float64Array {
  const values = syntheticSeason(days)
  const draws = stream(seed, 'synthetic series')
  // Round to tenths of a degree, like a thermometer.
  for (let i = 0; i < days; i++) values[i] = Math.round((values[i] + noise * draws.normal()) * 10) / 10
  return values
}

/** Returns a new array with the values of a series in its own unit. Only the synthetic year reads `seed`. */
export function seriesValues(series: SeriesSpec, seed: number): Float64Array {
  switch (series.kind) {
    case 'inline':
      return Float64Array.from(series.values)
    case 'seattle':
      return measured(seattleTenthsByYear, series.years)
    case 'newYork':
      return measured(newYorkTenthsByYear, series.years)
    case 'synthetic':
      return synthetic(daysOf('synthetic', series.years), seed)
  }
}

/** Returns the noise-free season of a series, or undefined if it is not known. */
export function seasonOf(series: SeriesSpec): Float64Array | undefined {
  return series.kind === 'synthetic' ? syntheticSeason(daysOf('synthetic', series.years)) : undefined
}

/** Converts °C to °F in place if the experiment asks for it. */
export function inUnit(values: Float64Array, unit: AveragesExperiment['unit']): Float64Array {
  if (unit === 'fahrenheit') for (let i = 0; i < values.length; i++) values[i] = 1.8 * values[i] + 32
  return values
}

/**
 * Returns θ₁ … θₙ as the experiment averages them: the series, with days edited by hand, in its unit. Ignores changes
 * past the end.
 */
export function experimentValues({ series, seed, changes, unit }: AveragesExperiment): Float64Array {
  const values = seriesValues(series, seed)
  for (const [t, theta] of changes) if (t <= values.length) values[t - 1] = theta
  return inUnit(values, unit)
}
