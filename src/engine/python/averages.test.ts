import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { averagesCsv } from '../csv.ts'
import type { AveragesExperiment } from '../experiment.ts'
import { completed } from '../validate.ts'
import { pythonOfAverages } from './averages.ts'
import { Refusal } from '../refusal.ts'

const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0)
const averages = (change: object): AveragesExperiment =>
  completed({ version: 1, lab: 'averages', series: { kind: 'seattle' }, ...change }) as AveragesExperiment

const table = (csv: string): { header: string; rows: number[][] } => {
  const [header, ...lines] = csv.trim().split('\n')
  return { header, rows: lines.map((line) => line.split(',').map(Number)) }
}

describe.skipIf(!python)('the Python script prints the same averages', () => {
  it.each([
    {},
    { betas: [0, 0.5, 0.98, 0.9999], biasCorrection: true },
    { series: { kind: 'synthetic', years: 4 }, unit: 'fahrenheit', changes: [[3, 80]], windows: [1, 7, 365] },
    { series: { kind: 'inline', values: [-0.5, 1e-310, 3e200, 0] }, betas: [0.9] },
  ])('%j', (change) => {
    const experiment = averages(change)
    const ran = spawnSync(python!, ['-'], { input: pythonOfAverages(experiment), encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    const theirs = table(ran.stdout)
    const ours = table([...averagesCsv(experiment)].join(''))
    expect(theirs.header).toBe(ours.header)
    const exact = 2 + experiment.betas.length
    expect(theirs.rows.map((row) => row.slice(0, exact))).toEqual(ours.rows.map((row) => row.slice(0, exact)))
    for (const [i, row] of ours.rows.entries())
      for (let k = exact; k < row.length; k++)
        expect(Math.abs(theirs.rows[i][k] - row[k])).toBeLessThan(1e-10 * (1 + Math.abs(row[k])))
  })
})

it('a series too long for a script is refused', () => {
  expect(() => pythonOfAverages(averages({ series: { kind: 'synthetic', years: 548 } }))).toThrow(Refusal)
})
