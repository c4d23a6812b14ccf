import { describe, expect, it } from 'vitest'
import { bestOf, quantile, race, searchAlpha, searchedAlpha, searchGrid } from './race.ts'
import { column } from './row.ts'
import { Run } from './run.ts'
import { completed } from './validate.ts'

const base = completed({
  objective: { kind: 'bowl', m: 64, curvature: [1, 20] },
  steps: 60,
  runs: [{ optimizer: 'gd', alpha: 0.1 }],
})

describe('a race', () => {
  it('uses for each the α of its least cost', () => {
    const racer = { optimizer: 'gd', batchSize: 'all', steps: 60 } as const
    const searched = searchAlpha(base, racer, 1)
    const best = bestOf(searched)
    const finite = [...searched].filter((cost) => !Number.isNaN(cost))
    expect(searched[searchGrid.findIndex((_, i) => searchedAlpha(i) === best)]).toBe(Math.min(...finite))
    // Above 2/λmax = 0.1 gradient descent diverges. The best α is near 2/(λmin + λmax).
    expect(best).toBeGreaterThan(0.07)
    expect(best).toBeLessThan(0.1)
  })
  it('shows the seeds as a band about their median', () => {
    const racer = { optimizer: 'momentum', batchSize: 4, steps: 40 } as const
    const { low, median, high, alpha } = race(base, racer, 5, true)
    for (let t = 0; t <= 40; t++) {
      expect(low[t]).toBeLessThanOrEqual(median[t])
      expect(median[t]).toBeLessThanOrEqual(high[t])
    }
    const last = [0, 1, 2, 3, 4].map((k) => {
      const runs = [{ optimizer: 'momentum' as const, alpha, beta: 0.9, decay: { kind: 'none' as const } }]
      const run = new Run({ ...base, seed: 1 + k, batchSize: 4, steps: 40, runs }, 0, { detail: 'costs' })
      const rows = new Float64Array(41 * run.width)
      run.advance(rows, 41)
      return rows[40 * run.width + column.cost]
    })
    expect(median[40]).toBe(last.sort((a, b) => a - b)[2])
  })
  it('uses the default α without a search', () => {
    const { alpha, searched } = race(base, { optimizer: 'adam', batchSize: 'all', steps: 5 }, 1, false)
    expect([alpha, searched.length]).toEqual([0.1, 0])
  })
  it('interpolates quantiles', () => {
    expect([quantile([1, 2, 3], 0.5), quantile([1, 2], 0.5), quantile([4], 0.9)]).toEqual([2, 1.5, 4])
    expect(quantile([1, Infinity, Infinity], 0.9)).toBe(Infinity)
  })
})
