import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { sliderScale } from './scale.ts'
import type { Range } from './scale.ts'

const ranges: Readonly<Record<string, Range>> = {
  angle: { scale: 'linear', min: -90, max: 90, step: 1 },
  share: { scale: 'linear', min: 0, max: 1 },
  alpha: { scale: 'log', min: 0.0001, max: 10 },
  decay: { scale: 'log', min: 1e-5, max: 1, zero: true },
  examples: { scale: 'log', min: 2, max: 100_000, whole: true },
  beta: { scale: 'logOneMinus', min: 0, max: 0.999 },
  beta2: { scale: 'logOneMinus', min: 0, max: 0.9999 },
  batch: { scale: 'powersOfTwo', min: 1, max: 500 },
  full: { scale: 'powersOfTwo', min: 1, max: 512 },
}

const walk = (range: Range, from: number, direction: 1 | -1, count: number, far = false): number[] => {
  const scale = sliderScale(range)
  const seen = [from]
  for (let i = 0; i < count; i++) seen.push(scale.next(seen.at(-1)!, direction, far))
  return seen.slice(1)
}

describe.each(Object.entries(ranges))('the scale of %s', (_, range) => {
  const scale = sliderScale(range)
  const low = range.zero ? 0 : range.min

  it('has exact ends', () => {
    expect([scale.value(0), scale.value(1)]).toEqual([low, range.max])
    expect([scale.position(low), scale.position(range.max)]).toEqual([0, 1])
  })

  it('rises, and stays within its ends', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (p, q) => {
          const [a, b] = [scale.value(Math.min(p, q)), scale.value(Math.max(p, q))]
          expect(a).toBeGreaterThanOrEqual(low)
          expect(b).toBeLessThanOrEqual(range.max)
          expect(a).toBeLessThanOrEqual(b)
        },
      ),
    ))

  it('moves with every press of an arrow or Page key, and reaches both ends', () => {
    for (const far of [false, true]) {
      for (const direction of [1, -1] as const) {
        const end = direction > 0 ? range.max : low
        let here = direction > 0 ? low : range.max
        for (let presses = 0; here !== end; presses++) {
          const next = scale.next(here, direction, far)
          expect(Math.sign(next - here)).toBe(direction)
          expect(presses).toBeLessThan(1000)
          here = next
        }
        expect(scale.next(end, direction, far)).toBe(end)
      }
    }
  })

  it('maps a value to a position and back', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        const value = scale.value(p)
        expect(scale.value(scale.position(value))).toBeCloseTo(value, 6)
      }),
    ))
})

describe('numbers that people count in', () => {
  it('β walks 0.9 → 0.901 and by Page 0.9 → 0.95 → 0.98 → 0.99', () => {
    expect(walk(ranges.beta, 0.9, 1, 1)).toEqual([0.901])
    expect(walk(ranges.beta, 0.9, -1, 1)).toEqual([0.89])
    expect(walk(ranges.beta, 0.9, 1, 3, true)).toEqual([0.95, 0.98, 0.99])
    expect(walk(ranges.beta, 0.5, -1, 1, true)).toEqual([0])
  })
  it('β puts 0.9 and 0.99 at equal distances and never reaches 1', () => {
    const scale = sliderScale(ranges.beta)
    expect([0, 0.9, 0.99, 0.999].map(scale.position)).toEqual(
      [0, 1 / 3, 2 / 3, 1].map((p) => expect.closeTo(p, 9)),
    )
    expect(scale.value(2)).toBe(0.999)
  })
  it('α walks by its second digit and by Page through 1, 2, 5', () => {
    expect(walk(ranges.alpha, 0.0517, 1, 2)).toEqual([0.052, 0.053])
    expect(walk(ranges.alpha, 0.0517, -1, 1)).toEqual([0.051])
    expect(walk(ranges.alpha, 0.1, -1, 1)).toEqual([0.099])
    expect(walk(ranges.alpha, 0.05, 1, 3, true)).toEqual([0.1, 0.2, 0.5])
  })
  it('batch sizes are powers of two, then m', () => {
    expect(walk(ranges.batch, 100, 1, 4)).toEqual([128, 256, 500, 500])
    expect(walk(ranges.batch, 100, -1, 2)).toEqual([64, 32])
    expect(walk(ranges.full, 256, 1, 1)).toEqual([512])
  })
  it('a slider with a zero has it at its left end', () => {
    expect(walk(ranges.decay, 1e-5, -1, 1)).toEqual([0])
    expect(walk(ranges.decay, 0, 1, 1)).toEqual([1e-5])
  })
  it('a value beyond the range is at the end and returns with an arrow key', () => {
    const scale = sliderScale(ranges.share)
    expect(scale.position(3)).toBe(1)
    expect(scale.next(3, -1, false)).toBeLessThanOrEqual(1)
  })
})
