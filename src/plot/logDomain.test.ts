// A logarithmic axis loses no value: 0 and negative values have a place and a tick.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logDomain, logKind, logShows, type Range } from './logDomain.ts'
import { createScales } from './scales.ts'
import { axisTicks } from './ticks.ts'
import type { Palette } from './palette.ts'

const scalesOf = (range: Range, times = 1) =>
  createScales({
    x: [0, 1],
    y: logDomain(range, times),
    yLog: true,
    width: 100,
    height: 200,
    palette: {} as Palette,
  })

const rangeOf = (values: readonly number[]): Range => ({
  low: Math.min(...values),
  high: Math.max(...values),
  positive: Math.min(Infinity, ...values.filter((value) => value > 0)),
})

const size = fc.double({ min: 1e-12, max: 1e12, noNaN: true, noDefaultInfinity: true })
const values = fc.array(fc.oneof(size, fc.constant(0), size.map((value) => -value)), { minLength: 1, maxLength: 9 }) // prettier-ignore

describe('a logarithmic axis', () => {
  it('is an ordinary one if all values are above 0', () => {
    const range = rangeOf([0.01, 1, 100])
    expect(logKind(range)).toBe('log')
    expect(logDomain(range)).toHaveLength(2)
  })
  it('has a single value in its middle, between round numbers, with any margin', () => {
    const range = rangeOf([0.05, 0.05])
    for (const times of [1, 3]) {
      const scales = scalesOf(range, times)
      expect(scales.y(0.05)).toBeCloseTo(100)
      expect(axisTicks(scales.yDomain, true, 6).map(({ text }) => text)).toContain('0.1')
    }
  })
  it.each([
    [[0, 1e-6, 10], 'zero'],
    [[1e-30, 1e-6, 10], 'zero'],
    [[-0.5, 1, 80], 'signed'],
    [[-1, -0.02], 'linear'],
    [[-4, 3], 'linear'],
    [[0, 0], 'linear'],
  ] as const)('of %j is %s', (numbers, kind) => {
    const range = rangeOf(numbers)
    expect(logKind(range)).toBe(kind)
    const scales = scalesOf(range)
    for (const value of numbers) {
      expect(scales.y(value)).toBeGreaterThanOrEqual(-1e-9)
      expect(scales.y(value)).toBeLessThanOrEqual(200 + 1e-9)
    }
    expect(axisTicks(scales.yDomain, true, 5).length).toBeGreaterThanOrEqual(2)
  })
  it('places values in order, and inverts places', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(1, 3), (numbers, times) => {
        const range = rangeOf(numbers)
        const scales = scalesOf(range, times)
        expect(logShows(logDomain(range, times), range)).toBe(true)
        const sorted = numbers.toSorted((a, b) => a - b)
        let before = Infinity
        for (const value of sorted) {
          const place = scales.y(value)
          expect(place >= -1e-6 && place <= 200 + 1e-6).toBe(true)
          expect(place).toBeLessThanOrEqual(before + 1e-9)
          before = place
          const largest = Math.max(...numbers.map(Math.abs), 1e-300)
          expect(Math.abs(scales.invertY(place) - value)).toBeLessThanOrEqual(1e-9 * largest + 1e-300)
        }
        for (const { value, text } of axisTicks(scales.yDomain, true, 6)) {
          expect(Number.isFinite(scales.y(value))).toBe(true)
          expect(text).not.toMatch(/NaN|Infinity|undefined/)
        }
      }),
    )
  })
  it('labels 0 and the decades on both sides', () => {
    expect(axisTicks([0, 12, 1e-3], true, 6).map(({ text }) => text)).toEqual(['0', '0.001', '0.01', '0.1', '1', '10']) // prettier-ignore
    expect(axisTicks([-0.2, 120, 0.01], true, 6).map(({ text }) => text)).toEqual(['−0.01', '0', '0.01', '0.1', '1', '10', '100']) // prettier-ignore
    expect(axisTicks([-1, 0.1, 1], true, 5)).toEqual(axisTicks([-1, 0.1], false, 5))
  })
})
