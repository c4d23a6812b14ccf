// The series θ₁ … θₙ that averages experiments smooth: the shipped temperatures, the synthetic year with its known season,
// a person's own values. °F is computed before anything is averaged, because V₀ = 0 is another temperature in °F.

import { cos } from '../exact.ts'
import type { AveragesExperiment, SeriesSpec } from '../experiment.ts'
import { stream } from '../random.ts'
import { newYorkTenthsByYear } from './newYork.ts'
import { seattleTenthsByYear } from './seattle.ts'
import { daysOf } from './seriesKinds.ts'

const period = 365
/** Mean, half the swing between winter and summer, and standard deviation of the noise, in °C; day of the coldest mean. */
const mean = 11
const swing = 9
const noise = 3
const coldest = 20
const twoPi = 6.283185307179586

/** A day beyond the shipped years of daily measurements is a mistake of the caller's. */
function measured(tenthsByYear: readonly string[], years: number): Float64Array {
  const tenths = tenthsByYear.slice(0, years).flatMap((year) => year.split(' '))
  return Float64Array.from(tenths, (text) => Number(text) / 10)
}

/** The synthetic year without its noise, in °C, repeated over `days`. */
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
  // Tenths of a degree, as a thermometer gives them.
  for (let i = 0; i < days; i++) values[i] = Math.round((values[i] + noise * draws.normal()) * 10) / 10
  return values
}

/** The values of a series as its file gives them; `seed` matters to the synthetic one alone. A new array each time. */
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

/** The noise-free season under a series, where it is known. */
export function seasonOf(series: SeriesSpec): Float64Array | undefined {
  return series.kind === 'synthetic' ? syntheticSeason(daysOf('synthetic', series.years)) : undefined
}

/** Turns °C into °F in place where the experiment says so. */
export function inUnit(values: Float64Array, unit: AveragesExperiment['unit']): Float64Array {
  if (unit === 'fahrenheit') for (let i = 0; i < values.length; i++) values[i] = 1.8 * values[i] + 32
  return values
}

/** θ₁ … θₙ exactly as an experiment averages them: series, days moved by hand, unit. Changes beyond the end are left out. */
export function experimentValues({ series, seed, changes, unit }: AveragesExperiment): Float64Array {
  const values = seriesValues(series, seed)
  for (const [t, theta] of changes) if (t <= values.length) values[t - 1] = theta
  return inUnit(values, unit)
}
