// An axis on its way: it begins and ends where it should, never shows more than both, and is even where it is logarithmic.
import { expect, test } from 'vitest'
import { between } from './glide.ts'

test('a domain moves evenly in the space of its scale', () => {
  expect(between([0, 10], [10, 30], 0, false)).toEqual([0, 10])
  expect(between([0, 10], [10, 30], 0.5, false)).toEqual([5, 20])
  expect(between([0, 10], [10, 30], 1, false)).toEqual([10, 30])
  const [low, high] = between([1e-8, 1], [1e-4, 100], 0.5, true)
  expect(Math.log10(low)).toBeCloseTo(-6, 9)
  expect(Math.log10(high)).toBeCloseTo(1, 9)
})

test('a scale that shows 0, or another part of it, changes at once', () => {
  expect(between([1, 10], [0, 10, 0.1], 0.1, true)).toEqual([0, 10, 0.1])
  expect(between([-1, 10, 0.1], [-3, 30, 0.1], 0.5, true)).toEqual([-2, 20])
})
