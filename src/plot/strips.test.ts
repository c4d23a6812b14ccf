// What labels avoid along a line: the highest and the lowest drawn place in each strip of pixels.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Strips } from './strips.ts'

const right = 60
const width = 6

/** Samples the line through the places every tenth of a pixel. A place without y is a gap. */
function sampled(places: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return places.flatMap(([x, y], i) => {
    const [before, from] = places[i - 1] ?? [x, NaN]
    if (Number.isNaN(y)) return []
    if (Number.isNaN(from) || x === before) return [[x, y] as const]
    const count = Math.ceil((x - before) * 10)
    return Array.from({ length: count + 1 }, (_, k) => {
      const share = k / count
      return [before + share * (x - before), from + share * (y - from)] as const
    })
  })
}

test('a strip spans the line’s lowest to highest place in it, however far apart its points', () => {
  const step = fc.tuple(
    fc.oneof(fc.constant(0), fc.double({ min: 0, max: 25, noNaN: true })),
    fc.oneof(fc.constant(NaN), fc.double({ min: -50, max: 150, noNaN: true })),
  )
  fc.assert(
    fc.property(
      fc.double({ min: -20, max: 20, noNaN: true }),
      fc.array(step, { minLength: 1, maxLength: 12 }),
      (start, steps) => {
        let x = start
        const places = steps.map(([dx, y]) => [(x += dx), y] as const)
        const strips = new Strips()
        strips.reset(right, width)
        for (const place of places) strips.lineTo(...place)
        const line = sampled(places)
        /** Returns the range of the line between two pixels. */
        const reach = (from: number, to: number): [number, number] => {
          const ys = line.filter(([at]) => at >= from && at < to).map(([, y]) => y)
          return [Math.min(...ys), Math.max(...ys)]
        }
        for (let strip = 0; strip * width <= right; strip++) {
          const left = strip * width
          const end = strip === strips.at(1e9) ? Infinity : left + width
          const [top, bottom] = [strips.top(strip), strips.bottom(strip)]
          // Covers everything in the strip, and nothing outside it except at its border.
          const [highest, lowest] = reach(left, end)
          expect(top).toBeLessThanOrEqual(highest + 1e-6)
          expect(bottom).toBeGreaterThanOrEqual(lowest - 1e-6)
          const [above, below] = reach(left - 0.2, end + 0.2)
          expect(top).toBeGreaterThanOrEqual(above - 1e-6)
          expect(bottom).toBeLessThanOrEqual(below + 1e-6)
        }
      },
    ),
  )
})

test('strips restart with another drawing', () => {
  const strips = new Strips()
  strips.reset(right, width)
  strips.lineTo(0, 10)
  strips.lineTo(60, 20)
  strips.reset(right, width)
  strips.lineTo(30, 5)
  expect([0, 5].map((strip) => strips.top(strip))).toEqual([Infinity, 5])
  expect(strips.bottom(5)).toBe(5)
})
