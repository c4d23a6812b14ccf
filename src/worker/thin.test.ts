import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thin } from './thin.ts'

test('a short curve keeps every day', () => {
  expect([...thin(Float64Array.of(5, 6, 7), 1, 3, 10)]).toEqual([1, 5, 2, 6, 3, 7])
  expect([...thin(Float64Array.of(5, 6, 7), 2, 99, 10)]).toEqual([2, 6, 3, 7])
  expect(thin(new Float64Array(0), 1, 10, 10)).toHaveLength(0)
})

test('a long one keeps its extremes, its ends and the order of days in few points', () => {
  const numbers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 50, maxLength: 500 })
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 12 }), (list, columns) => {
      const values = Float64Array.from(list)
      const points = thin(values, 1, values.length, columns)
      const days = [...points].filter((_, i) => i % 2 === 0)
      const shown = [...points].filter((_, i) => i % 2 === 1)
      expect(days.length).toBeLessThanOrEqual(
        Math.max(2 * columns + 2, list.length <= 2 * columns ? list.length : 0),
      )
      expect(days).toEqual([...days].sort((a, b) => a - b))
      expect(new Set(days).size).toBe(days.length)
      expect(shown).toEqual(days.map((t) => values[t - 1]))
      expect(Math.max(...shown)).toBe(Math.max(...list))
      expect(Math.min(...shown)).toBe(Math.min(...list))
      expect([days[0], days.at(-1)]).toEqual([1, list.length])
    }),
  )
})
