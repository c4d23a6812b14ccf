import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AveragesExperiment } from '../experiment.ts'
import { rootMeanSquare } from '../smooth.ts'
import { experimentValues, seasonOf, seriesValues } from './series.ts'
import { daysOf, seriesKinds } from './seriesKinds.ts'

test.each(['seattle', 'newYork'] as const)(
  '%s: the engine and the shipped file carry the same numbers',
  (kind) => {
    const [header, ...rows] = readFileSync(`public/data/${kind}.csv`, 'utf8').trimEnd().split('\n')
    expect(header).toBe('date,temp_max')
    expect([...seriesValues({ kind, years: 4 }, 1)]).toEqual(rows.map((row) => Number(row.split(',')[1])))
    expect(rows[0].slice(0, 10)).toBe('2012-01-01')
    for (let years = 1; years <= 4; years++)
      expect(seriesValues({ kind, years }, 1)).toHaveLength(daysOf(kind, years))
    expect(daysOf(kind, 1)).toBe(366)
  },
)

test('the synthetic year is its season and independent noise of 3 °C, from the seed alone', () => {
  const series = { kind: 'synthetic', years: 100 } as const
  const values = seriesValues(series, 1)
  const season = seasonOf(series)!
  expect(values).toHaveLength(36_500)
  expect(rootMeanSquare(values, season)).toBeCloseTo(3, 1)
  expect([...values]).toEqual([...seriesValues(series, 1)])
  expect([...values]).not.toEqual([...seriesValues(series, 2)])
  expect([...seriesValues({ kind: 'synthetic', years: 1 }, 1)]).toEqual([...values.slice(0, 365)])
  expect(daysOf('synthetic', seriesKinds.synthetic.maxYears)).toBeGreaterThanOrEqual(1_000_000)
  expect(seasonOf({ kind: 'seattle', years: 1 })).toBeUndefined()
})

test('days moved by hand and the unit are applied before anything is averaged', () => {
  const experiment: AveragesExperiment = {
    version: 1,
    lab: 'averages',
    seed: 1,
    convention: 'course',
    series: { kind: 'inline', values: [0, 10, 20] },
    unit: 'fahrenheit',
    changes: [
      [2, 100],
      [9, 5],
    ],
    betas: [0.9],
    biasCorrection: false,
    windows: [],
  }
  expect([...experimentValues(experiment)]).toEqual([32, 212, 68])
})
