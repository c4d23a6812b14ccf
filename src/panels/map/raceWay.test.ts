import { expect, it } from 'vitest'
import { raceTime, wayOf } from './raceWay.ts'

/** step, w, b per row. */
const rowsOf = (points: readonly (readonly [number, number])[]) =>
  Float64Array.from(points.flatMap(([w, b], step) => [step, w, b]))
const same = (at: readonly [number, number]) => at

it('goes from the start to the last row, through each step', () => {
  const points = [0, 1, 2, 3].map((i) => [i, -i] as const)
  expect(wayOf({ rows: rowsOf(points), width: 3 }, 2, 1, same)).toEqual(points.slice(0, 3))
})

it('passes fewer places of a long run, and ends at its last', () => {
  const points = Array.from({ length: 2001 }, (_, i) => [i / 1000, 1] as const)
  const way = wayOf({ rows: rowsOf(points), width: 3 }, 2000, 1, same)
  expect(way.length).toBeLessThanOrEqual(241)
  expect(way.at(-1)).toEqual([2, 1])
})

it('ends where a diverging run leaves', () => {
  const points = [0, 1, 2, 3, 4, 5].map((i) => [0, 10 ** i] as const)
  expect(wayOf({ rows: rowsOf(points), width: 3 }, 5, 1, same)).toHaveLength(4)
})

it('takes from two to five seconds', () => {
  expect(raceTime(10)).toBe(2000)
  expect(raceTime(200)).toBe(4000)
  expect(raceTime(1000)).toBe(5000)
})
