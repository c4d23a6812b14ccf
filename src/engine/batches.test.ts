import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Batches } from './batches.ts'

const batch = (batches: Batches, step: number): number[] => {
  const { examples, from, count, whole } = batches.batchOf(step)
  return whole ? Array.from({ length: count }, (_, i) => i) : [...examples.subarray(from, from + count)]
}
const epoch = (batches: Batches, number: number): number[][] =>
  Array.from({ length: batches.stepsPerEpoch }, (_, t) =>
    batch(batches, number * batches.stepsPerEpoch + t + 1),
  )

const sizes = fc
  .tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 1, max: 300 }), fc.nat(40))
  .chain(([seed, m, e]) =>
    fc.tuple(fc.constant(seed), fc.constant(m), fc.constant(e), fc.integer({ min: 1, max: m })),
  )

test('every epoch visits every example exactly once, ascending within a batch, the last batch short', () => {
  fc.assert(
    fc.property(sizes, ([seed, m, e, B]) => {
      const all = epoch(new Batches(seed, m, B, true), e)
      expect(all.length).toBe(Math.ceil(m / B))
      all.forEach((one, t) => {
        expect(one.length).toBe(t < all.length - 1 ? B : m - B * (all.length - 1))
        expect(one).toEqual(one.toSorted((a, b) => a - b))
      })
      expect(all.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: m }, (_, i) => i))
    }),
  )
})

test('all batch sizes cut the same order', () => {
  fc.assert(
    fc.property(sizes, ([seed, m, e, B]) => {
      const order = epoch(new Batches(seed, m, 1, true), e).flat()
      epoch(new Batches(seed, m, B, true), e).forEach((one, t) => {
        expect(one).toEqual(order.slice(t * B, (t + 1) * B).toSorted((a, b) => a - b))
      })
    }),
  )
})

test('steps can be requested in any order', () => {
  const forwards = new Batches(5, 37, 8, true)
  const steps = [1, 2, 5, 6, 11, 23, 24, 99]
  const expected = steps.map((t) => batch(forwards, t))
  const backwards = new Batches(5, 37, 8, true)
  expect(steps.toReversed().map((t) => batch(backwards, t))).toEqual(expected.toReversed())
})

test('without reshuffling the first epoch’s order is kept; with it, orders differ; seeds differ', () => {
  const kept = new Batches(1, 100, 10, false)
  const shuffled = new Batches(1, 100, 10, true)
  expect(epoch(kept, 7)).toEqual(epoch(kept, 0))
  expect(epoch(shuffled, 0)).toEqual(epoch(kept, 0))
  expect(epoch(shuffled, 1)).not.toEqual(epoch(shuffled, 0))
  expect(epoch(new Batches(2, 100, 10, true), 0)).not.toEqual(epoch(shuffled, 0))
})

test('B = m is the whole set, without a list', () => {
  const whole = new Batches(3, 4, 4, true).batchOf(9)
  expect(whole).toMatchObject({ from: 0, count: 4, whole: true })
  expect(whole.examples).toHaveLength(0)
  expect(new Batches(3, 4, 3, true).batchOf(1).whole).toBe(false)
})

test('the order is part of every link: it must never change', () => {
  expect(epoch(new Batches(1, 10, 3, true), 0)).toMatchInlineSnapshot(`
    [
      [
        0,
        4,
        9,
      ],
      [
        1,
        3,
        8,
      ],
      [
        5,
        6,
        7,
      ],
      [
        2,
      ],
    ]
  `)
})

test('places are uniform: each example comes first about equally often', () => {
  const first = new Uint32Array(5)
  const batches = new Batches(11, 5, 1, true)
  for (let e = 0; e < 5000; e++) first[batch(batches, 5 * e + 1)[0]]++
  for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
