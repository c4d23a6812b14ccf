import { expect, it } from 'vitest'
import { column } from '../../engine/row.ts'
import { arrivalOf } from './arrival.ts'

const width = column.theta + 2

function run(costs: readonly number[], more: object = {}) {
  const rows = new Float64Array(costs.length * width)
  costs.forEach((cost, step) => {
    rows[step * width + column.step] = step
    rows[step * width + column.cost] = cost
  })
  return { rows, width, length: costs.length, done: true, divergedAt: undefined, ...more }
}

it('a run arrives where J comes within a hundredth of its way down, and stays', () => {
  expect(arrivalOf(run([100, 50, 0.9, 0.5, 0.2]), 0)).toBe(2)
  expect(arrivalOf(run([100, 0.5, 2, 0.9, 0.1]), 0)).toBe(3)
  expect(arrivalOf(run([102, 60, 3.1, 2.9]), 2)).toBe(3)
  // Only some rows have J.
  expect(arrivalOf(run([100, NaN, 0.9, NaN, 0.1]), 0)).toBe(2)
})

it('one that stays above, leaves again, diverges or still runs does not', () => {
  expect(arrivalOf(run([100, 50, 1.1]), 0)).toBeUndefined()
  expect(arrivalOf(run([100, 0.5, 2]), 0)).toBeUndefined()
  expect(arrivalOf(run([100, 0.5], { divergedAt: 2 }), 0)).toBeUndefined()
  expect(arrivalOf(run([100, 0.5], { done: false }), 0)).toBeUndefined()
  // It starts there.
  expect(arrivalOf(run([0, 0, 0]), 0)).toBeUndefined()
})
