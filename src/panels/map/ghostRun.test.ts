// A ghost has the same rows as a real run from the place under the pointer.

import { expect, it } from 'vitest'
import { column } from '../../engine/row.ts'
import { completed } from '../../engine/validate.ts'
import { computeRace } from '../../engine/computeRace.ts'
import { ghostPath, slopeAt } from './ghostRun.ts'

const valley = completed({
  objective: { kind: 'quadratic', curvature: [1, 100] },
  start: [-10, 1],
  steps: 60,
  runs: [
    { optimizer: 'gd', alpha: 0.018 },
    { optimizer: 'momentum', alpha: 0.05 },
  ],
})

it('equals the run from the same start, to the bit', () => {
  const [, { rows, width, length }] = computeRace(valley)
  const ghost = ghostPath(valley, 1)!
  expect(ghost.path).toHaveLength(2 * length)
  const at = rows.indexOf(-10)
  expect(at).toBeGreaterThanOrEqual(0)
  const own = Array.from({ length }, (_, i) => [rows[i * width + at], rows[i * width + at + 1]]).flat()
  expect([...ghost.path]).toEqual(own)
  expect(ghost.diverged).toBe(false)
})

it('leaves with the hop that takes J above ten times its start, and does not come back', () => {
  const { rows, width, length } = computeRace({ ...valley, runs: [{ ...valley.runs[0], alpha: 0.021 }] })[0]
  const at = rows.indexOf(-10)
  const costs = Array.from({ length }, (_, i) => rows[i * width + column.cost])
  const left = costs.findIndex((cost) => cost > 10 * costs[0])
  expect(left).toBeGreaterThan(1)
  const ghost = ghostPath({ ...valley, runs: [{ ...valley.runs[0], alpha: 0.021 }] }, 0)!
  expect(ghost.diverged).toBe(true)
  expect(ghost.path).toHaveLength(2 * (left + 1))
  expect(ghost.path.at(-1)).toBe(rows[left * width + at + 1])
})

it('begins at the pointer, and reports divergence', () => {
  const ghost = ghostPath({ ...valley, start: [3, -0.5] }, 0)!
  expect([...ghost.path.subarray(0, 2)]).toEqual([3, -0.5])
  const wild = { ...valley, steps: 1000, runs: [{ ...valley.runs[0], alpha: 0.5 }] }
  expect(ghostPath(wild, 0)!.diverged).toBe(true)
})

it('knows J and its gradient at a place', () => {
  expect(slopeAt(valley, 2, 0.3)).toEqual({ cost: 2 + 4.5, gradient: [2, 30] })
})

it('omits what would take longer than a frame', () => {
  const large = completed({
    objective: { kind: 'bowl', m: 1_000_000 },
    batchSize: 1000,
    steps: 2000,
    runs: [{ optimizer: 'gd', alpha: 0.1 }],
  })
  expect(ghostPath(large, 0)).toBeUndefined()
  expect(slopeAt(large, 0, 0)).toBeUndefined()
})
