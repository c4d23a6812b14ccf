// J without a value is not divergence: names the operation at fault for every way to leave a formula's domain.

import { describe, expect, it } from 'vitest'
import { descentCsv } from './csv.ts'
import type { DescentExperiment, MapExperiment } from './experiment.ts'
import { cellColumn, cellWidth, Sweep } from './map.ts'
import { noValueFacts } from './noValue.ts'
import { expression } from './surfaces/expression.ts'
import { validate } from './validate.ts'

function experimentOf(source: string, start: readonly number[], more = {}): DescentExperiment {
  const result = validate({
    version: 1,
    lab: 'descent',
    objective: { kind: 'expression', source },
    start,
    runs: [{ optimizer: 'gd', alpha: 0.1 }],
    ...more,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.experiment as DescentExperiment
}

function told(experiment: DescentExperiment): { lines: string[]; rows: number } {
  const lines: string[] = []
  const text = [...descentCsv(experiment, (line) => lines.push(line))].join('')
  return { lines, rows: text.split('\n').length - 2 }
}

describe('a point without a value', () => {
  it.each([
    ['log(x) + y^2', 'log', -1, 1],
    ['log(x)', 'logOfZero', 0, 1],
    ['sqrt(x - y)', 'sqrt', 0, 1],
    ['1/x + y^2', 'division', 0, 1],
    ['x^-1', 'division', 0, 1],
    ['x^0.5', 'power', -2, 1],
    ['0 * log(x)', 'log', -1, 1],
    ['x + log(-1)', 'log', 1, 1],
    ['x + sqrt(2 - 3)*y', 'sqrt', 1, 1],
    ['x + 1/(2 - 2)', 'division', 1, 1],
    ['y / (x - x)', 'division', 3, 2],
    ['max(sqrt(x), y)', 'sqrt', -1, 1],
    ['min(y, log(x))', 'log', -1, 1],
    ['exp(exp(y)) + log(x)', 'log', -1, 10],
    ['sin(1/x)', 'division', 0, 0],
    ['sqrt(x)', 'slope', 0, 1],
    ['x^0.5', 'slope', 0, 1],
  ] as const)('%s: %s', (source, reason, x, y) => {
    expect(expression(source).lacks!(x, y)).toBe(reason)
  })

  it.each([
    ['exp(x)', 1e3, 0],
    ['x^4 - y^4', 1e90, 1e90],
    ['x*y', 1e200, 1e200],
    ['x^2 + y^2', 1, 1],
  ])('differs from one that is too large: %s', (source, x, y) => {
    expect(expression(source).lacks!(x, y)).toBeUndefined()
  })

  it('is explained in both languages', () => {
    expect(noValueFacts('en').log).toBe('J has no value there (log of a negative number)')
    expect(noValueFacts('zh').sqrt).toBe('J 在那里没有值（对负数开平方）')
    expect(noValueFacts('en').slope).toBe('J has no gradient there (its slope is infinite)')
  })
})

describe('a run that reaches a point without a value', () => {
  it('reports that, not divergence', () => {
    const { lines, rows } = told(experimentOf('log(x) + y^2', [1, 1]))
    expect(lines).toEqual([
      `run 0 (gd) ended at step ${rows}: J has no value there (log of a negative number)`,
    ])
  })
  it('reports it however the full cost is computed, and on mini-batches', () => {
    const whole = told(experimentOf('log(x) + y^2', [1, 1]))
    expect(told(experimentOf('log(x) + y^2', [1, 1], { costEvery: 7 })).lines).toHaveLength(1)
    for (const more of [{ costEvery: 7 }, { batchSize: 8 }, { batchSize: 8, costEvery: 'epoch' }])
      expect(told(experimentOf('log(x) + y^2', [1, 1], more)).lines[0]).toContain(
        'J has no value there (log of a negative number)',
      )
    expect(whole.lines[0]).toContain(`step ${whole.rows}:`)
  })
  it('reports it at the start, and on an endless slope', () => {
    expect(told(experimentOf('log(x) + y^2', [-1, 1])).lines).toEqual([
      'run 0 (gd) ended at step 0: J has no value there (log of a negative number)',
    ])
    expect(told(experimentOf('sqrt(x) + y^2', [0, 1])).lines).toEqual([
      'run 0 (gd) ended at step 1: J has no gradient there (its slope is infinite)',
    ])
  })
  it('reports true divergence as divergence', () => {
    const { lines, rows } = told(experimentOf('x^4 + y^2', [4, 1], { steps: 400 }))
    expect(lines).toEqual([`run 0 (gd) diverged at step ${rows}`])
  })
})

it('a map distinguishes the two', () => {
  const axis = { parameter: 'alpha', from: 0.001, to: 100, count: 3, scale: 'log' }
  const mapOf = (source: string, start: readonly number[]): Float64Array => {
    const result = validate({
      version: 1,
      lab: 'map',
      base: {
        objective: { kind: 'expression', source },
        start,
        steps: 60,
        runs: [{ optimizer: 'momentum', alpha: 1 }],
      },
      x: axis,
      y: { parameter: 'beta', from: 0.1, to: 0.9, count: 1, scale: 'linear' },
      measure: 'cost',
    })
    if (!result.ok) throw new Error(JSON.stringify(result.faults))
    return new Sweep(result.experiment as MapExperiment).compute([0, 1, 2])
  }
  const column = (cells: Float64Array, c: number): number[] => [0, 1, 2].map((n) => cells[n * cellWidth + c])
  const lacking = mapOf('log(x) + y^2', [1, 1])
  expect(column(lacking, cellColumn.diverged)).toEqual([0, 1, 1])
  expect(column(lacking, cellColumn.noValue)).toEqual([0, 1, 1])
  const leaving = mapOf('x^4 + y^2', [2, 1])
  expect(column(leaving, cellColumn.diverged).at(-1)).toBe(1)
  expect(column(leaving, cellColumn.noValue)).toEqual([0, 0, 0])
})
