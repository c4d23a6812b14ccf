// A sweep passes every place of the range twice and ends where it began. With reduced motion it stops at five places
// instead.

import { expect, it } from 'vitest'
import { sweptPlace } from './useSweep.ts'

it('travels from one end to the other and back', () => {
  expect(sweptPlace(0, false)).toBe(0)
  expect(sweptPlace(2000, false)).toBeCloseTo(0.5)
  expect(sweptPlace(4000, false)).toBe(1)
  expect(sweptPlace(6000, false)).toBeCloseTo(0.5)
  expect(sweptPlace(8000, false)).toBe(0)
  for (let at = 0; at < 4000; at += 50) {
    expect(sweptPlace(at + 50, false)).toBeGreaterThan(sweptPlace(at, false))
    expect(sweptPlace(8000 - at, false)).toBeCloseTo(sweptPlace(at, false), 12)
  }
})

it('stops at five places with reduced motion', () => {
  const places = new Set(Array.from({ length: 801 }, (_, i) => sweptPlace(i * 10, true)))
  expect(places).toEqual(new Set([0, 0.25, 0.5, 0.75, 1]))
})
