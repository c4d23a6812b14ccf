import { describe, expect, it } from 'vitest'
import type { DescentExperiment } from './experiment.ts'
import { optimizers, type OptimizerKey } from './optimizers/index.ts'
import { column } from './row.ts'
import { Run } from './run.ts'

const none = { kind: 'none' } as const

function race(change: Partial<DescentExperiment> = {}): DescentExperiment {
  return {
    version: 1,
    lab: 'descent',
    seed: 7,
    convention: 'course',
    objective: {
      kind: 'bowl',
      m: 100,
      curvature: [1, 20],
      angle: 30,
      labelNoise: 0.5,
      mislabelled: 0.05,
      scale: 1,
    },
    batchSize: 16,
    steps: 60,
    reshuffle: true,
    costEvery: 1,
    runs: (Object.keys(optimizers) as OptimizerKey[]).map((optimizer) => ({
      optimizer,
      alpha: 0.02,
      decay: { kind: 'inverse', rate: 0.1, every: 1 },
    })),
    ...change,
  }
}

/** Returns all rows of a run, computed in chunks that cycle through the given sizes. */
function rowsOf(run: Run, chunks: number[] = [1 << 20]): number[] {
  const all: number[] = []
  const buffer = new Float64Array(run.width * 4096)
  for (let i = 0; !run.done; i++) {
    const got = run.advance(buffer, Math.min(4096, chunks[i % chunks.length]))
    all.push(...buffer.subarray(0, got * run.width))
  }
  return all
}

describe('the loop', () => {
  it.each([false, true])(
    'writes the start without dW and each memory’s start: interpreted %s',
    (interpreted) => {
      const rule = 'memory M = 3\nM = M*0.5\nV = dW\nw = w - alpha*V*M'
      const experiment = race({ runs: [{ optimizer: 'rule', rule, alpha: 0.1, decay: none }] })
      const run = new Run(experiment, 0, { interpreted })
      const row = rowsOf(run).slice(column.theta, run.width)
      expect(row).toEqual([...run.objective.start, 0, 0, 3, 3])
    },
  )
  it('gives the worked example of the experiment file', () => {
    const experiment = race({
      objective: { kind: 'quadratic', curvature: [1, 4], angle: 0, m: 512, noise: 0, scale: 1 },
      start: [-4, 1],
      batchSize: 'all',
      steps: 2,
      runs: [
        { optimizer: 'gd', alpha: 0.25, decay: none },
        { optimizer: 'momentum', alpha: 0.25, beta: 0.5, decay: none },
      ],
    })
    const first = new Run(experiment, 0, { detail: 'weights' })
    expect(rowsOf(first)).toEqual([
      ...[0, 0, NaN, NaN, 10, -4, 1],
      ...[1, 0, 0.25, 10, 4.5, -3, 0],
      ...[2, 1, 0.25, 4.5, 2.53125, -2.25, 0],
    ])
    const second = new Run(experiment, 1, { detail: 'weights' })
    expect(rowsOf(second).slice(7)).toEqual([
      ...[1, 0, 0.25, 10, 6.625, -3.5, 0.5],
      ...[2, 1, 0.25, 6.625, 3.955078125, -2.8125, 0],
    ])
  })

  it('is not changed by cutting a run into chunks', () => {
    const experiment = race()
    experiment.runs.forEach((_, i) => {
      const whole = rowsOf(new Run(experiment, i))
      expect(rowsOf(new Run(experiment, i), [1, 7, 3])).toEqual(whole)
    })
  })

  it('continues from a snapshot with the same bits and the same hash', () => {
    for (const batchSize of [16, 'all'] as const) {
      const experiment = race({ batchSize })
      experiment.runs.forEach((_, i) => {
        const whole = new Run(experiment, i, { hashing: true })
        const rows = rowsOf(whole)
        const first = new Run(experiment, i, { hashing: true })
        first.advance(new Float64Array(first.width * 24), 24)
        const rest = new Run(experiment, i, { hashing: true, from: structuredClone(first.snapshot()) })
        expect(rowsOf(rest)).toEqual(rows.slice(24 * first.width))
        expect(rest.hash.state()).toEqual(whole.hash.state())
      })
    }
  })

  it('has one hash whatever its rows contain, even if J is not computed in each', () => {
    for (const batchSize of [16, 'all'] as const) {
      const experiment = race({ batchSize, costEvery: 5 })
      experiment.runs.forEach((_, i) => {
        const [costs, weights, full] = (['costs', 'weights', 'full'] as const).map((detail) => {
          const run = new Run(experiment, i, { detail, hashing: true })
          rowsOf(run)
          return run.hash.state()
        })
        expect(weights).toEqual(costs)
        expect(full).toEqual(costs)
      })
    }
  })

  it('gives batch size m the bytes of "all", and J^{t} the bits of the last J', () => {
    const all = race({ batchSize: 'all' })
    const m = race({ batchSize: 100 })
    all.runs.forEach((_, i) => {
      const run = new Run(all, i)
      const rows = rowsOf(run)
      expect(rowsOf(new Run(m, i))).toEqual(rows)
      for (let at = run.width; at < rows.length; at += run.width)
        expect(rows[at + column.batchCost]).toBe(rows[at - run.width + column.cost])
    })
  })

  it('computes the full cost only on request, and on the last step', () => {
    const due = (change: Partial<DescentExperiment>): number[] => {
      const run = new Run(race({ steps: 17, ...change }), 0)
      const rows = rowsOf(run)
      return Array.from({ length: 18 }, (_, t) => t).filter(
        (t) => !Number.isNaN(rows[t * run.width + column.cost]),
      )
    }
    expect(due({ costEvery: 5 })).toEqual([0, 5, 10, 15, 17])
    expect(due({ costEvery: 'epoch' })).toEqual([0, 7, 14, 17])
    expect(due({ costEvery: 6, batchSize: 'all' })).toEqual([0, 6, 12, 17])
  })

  it('ends a diverging run at the first row that cannot be written', () => {
    const quadratic = { kind: 'quadratic', curvature: [1, 20], angle: 0, m: 512, noise: 0, scale: 1 } as const
    const run = new Run(
      race({
        objective: quadratic,
        batchSize: 'all',
        steps: 9999,
        runs: [{ optimizer: 'gd', alpha: 1, decay: none }],
      }),
      0,
    )
    const rows = rowsOf(run)
    expect(run.divergedAt).toBe(rows.length / run.width)
    const last = rows.slice(-run.width)
    expect(last[column.cost]).toBeLessThanOrEqual(1e100)
    expect(last[column.cost] * 19 * 19).toBeGreaterThan(1e100)
  })
})
