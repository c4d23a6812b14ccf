import { formatExample } from './formatExample.ts'
import { describe, expect, it } from 'vitest'
import { csvOf, descentCsv, endOf, mapCsv } from './csv.ts'
import type { AveragesExperiment, DescentExperiment, Experiment, MapExperiment } from './experiment.ts'
import { axisValue, cellExperiment } from './map.ts'
import { column } from './row.ts'
import { Run } from './run.ts'
import { validate } from './validate.ts'

function experiment<E extends Experiment>(json: object): E {
  const result = validate({ version: 1, ...json })
  if (!result.ok) throw new Error(result.faults[0].message)
  return result.experiment as E
}
const csv = (json: object): string => [...csvOf(experiment(json))].join('')

const example = {
  lab: 'descent',
  ...formatExample,
}

describe('descent as CSV', () => {
  it('equals the format’s example to the byte', () => {
    expect(csv(example)).toBe(
      'run,step,epoch,alpha,batchCost,cost,theta0,theta1\n' +
        '0,0,0,,,10,-4,1\n0,1,0,0.25,10,4.5,-3,0\n0,2,1,0.25,4.5,2.53125,-2.25,0\n' +
        '1,0,0,,,10,-4,1\n1,1,0,0.25,10,6.625,-3.5,0.5\n1,2,1,0.25,6.625,3.955078125,-2.8125,0\n',
    )
  })

  it('leaves a cost that is not computed empty', () => {
    const lines = csv({ ...example, costEvery: 2, steps: 3, runs: [example.runs[0]] }).split('\n')
    expect(lines.slice(1, 5).map((line) => line.split(',')[5] === '')).toEqual([false, true, false, false])
  })

  it('does not depend on the size of its pieces', () => {
    const runs = [
      { optimizer: 'gd', alpha: 0.01 },
      { optimizer: 'adam', alpha: 0.1 },
    ]
    const race = experiment<DescentExperiment>({
      ...example,
      objective: { kind: 'bowl' },
      batchSize: 60,
      steps: 100,
      runs,
    })
    const pieces = [...csvOf(race)].join('')
    expect(pieces.split('\n')).toHaveLength(1 + 2 * 101 + 1)
    expect([...descentCsv(race, undefined, 1)].join('')).toBe(pieces)
    const written = pieces
      .split('\n')
      .slice(1, -1)
      .flatMap((line) => line.split(',').filter((text) => text !== ''))
    expect(written.map((text) => String(Number(text)))).toEqual(written)
  })

  it('ends a diverging run before the row that cannot be written, reports it, and continues', () => {
    const race = experiment<DescentExperiment>({
      ...example,
      steps: 2000,
      costEvery: 100,
      runs: [
        { optimizer: 'gd', alpha: 10, name: 'too\nfast' },
        { optimizer: 'gd', alpha: 0.1 },
      ],
    })
    const said: string[] = []
    const text = [...csvOf(race, (line) => said.push(line))].join('')
    const lines = text.split('\n').slice(1, -1)
    const first = lines.filter((line) => line.startsWith('0,'))
    expect(said).toEqual([`run 0 (too fast) diverged at step ${first.length}`])
    expect(lines.filter((line) => line.startsWith('1,'))).toHaveLength(2001)
    expect(text).not.toMatch(/NaN|Infinity/)
    expect(endOf(race, 1, { divergedAt: 37, noValue: undefined })).toBe('run 1 (gd) diverged at step 37')
  })

  it('writes no row of a run that cannot start', () => {
    const text = csv({ ...example, objective: { kind: 'expression', source: 'log(x) + y' } })
    expect(text).toBe('run,step,epoch,alpha,batchCost,cost,theta0,theta1\n')
  })
})

describe('averages as CSV', () => {
  const series = { kind: 'inline', values: [4, 2, 8, -6] }
  it('has V without and with its correction, and the plain means', () => {
    expect(csv({ lab: 'averages', series, betas: [0.5, 0], windows: [1, 3] })).toBe(
      't,theta,v0,v1,w0,w1\n1,4,2,4,4,4\n2,2,2,2,2,3\n3,8,5,8,8,4.666666666666667\n4,-6,-0.5,-6,-6,1.3333333333333333\n',
    )
    const corrected = csv({ lab: 'averages', series, betas: [0.5], biasCorrection: true }).split('\n')
    expect(corrected[1]).toBe('1,4,4')
    expect(Number(corrected[2].split(',')[2])).toBeCloseTo(2 / 0.75, 14)
  })

  it('keeps a sliding mean as exact as a direct one, outliers or not', () => {
    const values = Array.from({ length: 3000 }, (_, i) => (i % 97 === 5 ? 1e15 : ((i * 7919) % 1000) / 10))
    const windows = [1, 2, 7, 96, 1000, 5000]
    const lines = csv({ lab: 'averages', series: { kind: 'inline', values }, windows, betas: [0] }).split(
      '\n',
    )
    for (let t = 1; t <= values.length; t += 13)
      windows.forEach((n, k) => {
        const last = values.slice(Math.max(0, t - n), t)
        const mean = last.reduce((sum, value) => sum + value, 0) / last.length
        const got = Number(lines[t].split(',')[3 + k])
        expect(Math.abs(got - mean)).toBeLessThanOrEqual(1e-12 * Math.abs(mean))
      })
  })

  it('runs the shipped series', () => {
    for (const kind of ['seattle', 'newYork', 'synthetic'])
      expect(csv({ lab: 'averages', series: { kind } }).split('\n').length).toBeGreaterThan(365)
    expect(experiment<AveragesExperiment>({ lab: 'averages', series: { kind: 'seattle' } }).betas).toEqual([
      0.9, 0.98, 0.5,
    ])
  })
})

describe('a map as CSV', () => {
  const json = {
    lab: 'map',
    base: {
      ...example,
      steps: 60,
      batchSize: 32,
      objective: { kind: 'bowl' },
      runs: [{ optimizer: 'momentum', alpha: 0.1 }],
    },
    x: { parameter: 'alpha', from: 0.001, to: 1, count: 4, scale: 'log' },
    y: { parameter: 'beta', from: 0, to: 0.9, count: 3, scale: 'linear' },
    measure: 'steps',
    target: 0.5,
    seeds: 2,
  }
  const map = experiment<MapExperiment>(json)

  it('has the axes’ ends exactly, and geometric or linear values between', () => {
    expect([0, 1, 2, 3].map((i) => axisValue(map.x, i))).toEqual([
      0.001,
      expect.closeTo(0.01, 15),
      expect.closeTo(0.1, 15),
      1,
    ])
    expect([0, 1, 2].map((i) => axisValue(map.y, i))).toEqual([0, 0.45, 0.9])
    expect(axisValue({ ...map.x, count: 1 }, 0)).toBe(0.001)
    const sizes = { parameter: 'batchSize', from: 1, to: 512, count: 10, scale: 'log' } as const
    expect(Array.from({ length: 10 }, (_, i) => axisValue(sizes, i))).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512,
    ])
  })

  it('agrees with the single runs, cell by cell', () => {
    const lines = csv(json).split('\n')
    expect(lines[0]).toBe('x,y,steps,cost,diverged')
    for (let number = 0; number < 12; number++) {
      const [i, j] = [number % 4, Math.floor(number / 4)]
      const ends = [0, 1].map((k) => {
        const run = new Run(cellExperiment(map, i, j, k), 0)
        const rows = new Float64Array(run.width * 100)
        const costs = Array.from(
          { length: run.advance(rows, 100) },
          (_, t) => rows[t * run.width + column.cost],
        )
        const above = costs.findLastIndex((cost) => !(cost <= 0.5))
        return { cost: costs.at(-1) ?? NaN, steps: above + 1 < costs.length ? above + 1 : NaN, run }
      })
      const mean = (a: number, b: number): string => (Number.isNaN(a + b) ? '' : String((a + b) / 2))
      const diverged = ends.filter(({ run }) => run.divergedAt !== undefined).length / 2
      expect(lines[1 + number]).toBe(
        `${axisValue(map.x, i)},${axisValue(map.y, j)},${mean(ends[0].steps, ends[1].steps)},${mean(ends[0].cost, ends[1].cost)},${diverged}`,
      )
    }
    expect(lines.slice(1, 13).some((line) => line.endsWith(',1'))).toBe(true)
    expect(lines.slice(1, 13).some((line) => /,\d+(\.5)?,[^,]+,0$/.test(line))).toBe(true)
  })

  it('comes in parts that add up to the whole', () => {
    const whole = [...mapCsv(map)].join('')
    for (const of of [1, 2, 5, 12, 20]) {
      const parts = Array.from({ length: of }, (_, i) => [...mapCsv(map, { part: i + 1, of })].join(''))
      expect(parts.join('')).toBe(whole)
    }
  })

  it('sweeps the batch size, the curvature and the decay rate', () => {
    const swept = experiment<MapExperiment>({
      ...json,
      base: { ...json.base, runs: [{ optimizer: 'gd', alpha: 0.1, decay: { kind: 'inverse' } }] },
      x: { parameter: 'curvature', from: 1, to: 100, count: 2, scale: 'log' },
      y: { parameter: 'decay.rate', from: 0, to: 1, count: 2, scale: 'linear' },
    })
    const cell = cellExperiment(swept, 1, 1)
    expect(cell.objective).toMatchObject({ curvature: [1, 100] })
    expect(cell.runs[0].decay).toEqual({ kind: 'inverse', every: 1, rate: 1 })
    expect([...mapCsv(swept)].join('').split('\n')).toHaveLength(6)
  })
})
