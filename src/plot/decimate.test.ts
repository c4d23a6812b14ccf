import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPyramid, thinEvenly } from './decimate.ts'

const within = { numRuns: 60 }

const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN))

describe('the pyramid of minima and maxima', () => {
  it('agrees with looking at every value', () => {
    const scene = fc
      .array(value, { minLength: 1, maxLength: 3000, size: 'max' })
      .chain((values) =>
        fc.tuple(
          fc.constant(values),
          fc.integer({ min: 0, max: values.length }),
          fc.integer({ min: 0, max: values.length }),
        ),
      )
    fc.assert(
      fc.property(scene, ([values, a, b]) => {
        const pyramid = createPyramid((i) => values[i])
        const [from, to] = a < b ? [a, b] : [b, a]
        // In two installments, because the result must not depend on them.
        pyramid.learn(from)
        pyramid.learn(values.length)
        const real = values.slice(from, to).filter((v) => !Number.isNaN(v))
        const out = { min: 0, max: 0 }
        expect(pyramid.extent(from, to, out)).toBe(real.length > 0)
        fc.pre(real.length > 0)
        expect(out.min === real.reduce((low, v) => (v < low ? v : low))).toBe(true)
        expect(out.max === real.reduce((high, v) => (v > high ? v : high))).toBe(true)
      }),
      within,
    )
  })

  it('restarts after clear', () => {
    let value = (i: number): number => i
    const pyramid = createPyramid((i) => value(i))
    pyramid.learn(1000)
    pyramid.clear()
    value = (i) => 1 - i
    pyramid.learn(100)
    const out = { min: 0, max: 0 }
    expect(pyramid.extent(0, 100, out)).toBe(true)
    expect(pyramid.length).toBe(100)
    expect(out).toEqual({ min: -98, max: 1 })
  })
})

describe('thinning for tables', () => {
  it('keeps ends, extremes and the cursor, ascending, within the limit', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 500, size: 'max' }),
        fc.integer({ min: 8, max: 100 }),
        fc.nat(499),
        (values, limit, wish) => {
          const cursor = wish % values.length
          const chosen = thinEvenly(values.length, limit, (i) => values[i], [cursor])
          expect(chosen.length).toBeLessThanOrEqual(Math.max(limit, 5))
          expect(chosen).toEqual([...new Set(chosen)].toSorted((a, b) => a - b))
          expect(chosen[0]).toBe(0)
          expect(chosen.at(-1)).toBe(values.length - 1)
          expect(chosen).toContain(cursor)
          const real = values.filter((v) => !Number.isNaN(v))
          fc.pre(real.length > 0)
          const shown = chosen.map((i) => values[i]).filter((v) => !Number.isNaN(v))
          expect(Math.min(...shown) === Math.min(...real)).toBe(true)
          expect(Math.max(...shown) === Math.max(...real)).toBe(true)
        },
      ),
      within,
    )
  })

  it('keeps everything that fits', () => {
    expect(thinEvenly(4, 10)).toEqual([0, 1, 2, 3])
    expect(thinEvenly(0, 10)).toEqual([])
  })
})
