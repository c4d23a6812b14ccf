import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Stream, stream } from './random.ts'

const draws = (seed: number, name: string, n: number): number[] => {
  const numbers = stream(seed, name)
  return Array.from({ length: n }, () => numbers.bits())
}

test('a stream follows from its seed and name alone', () => {
  expect(draws(1, 'labels', 5)).toEqual(draws(1, 'labels', 5))
  expect(draws(1, 'labels', 5)).not.toEqual(draws(1, 'tilts', 5))
  expect(draws(1, 'labels', 5)).not.toEqual(draws(2, 'labels', 5))
  expect(draws(0, '', 4).some((value) => value !== 0)).toBe(true)
})

test('the numbers are part of every link: they must never change', () => {
  expect(draws(1, 'batches 0', 4)).toMatchInlineSnapshot(`
    [
      248812772,
      1834031812,
      3720802873,
      4220218395,
    ]
  `)
  const numbers = stream(7, 'numbers')
  expect([numbers.uniform(), numbers.normal(), numbers.normal(), numbers.below(10)]).toMatchInlineSnapshot(`
    [
      0.06913387071462951,
      -0.7475512517754191,
      1.2249938543149688,
      7,
    ]
  `)
})

test('the streams of neighboring seeds and names differ in about half of their bits', () => {
  let differing = 0
  for (let seed = 0; seed < 500; seed++) {
    const a = draws(seed, 'x', 1)[0]
    for (const b of [draws(seed + 1, 'x', 1)[0], draws(seed, 'y', 1)[0]]) {
      let different = (a ^ b) >>> 0
      for (; different; different &= different - 1) differing++
    }
  }
  expect(Math.abs(differing / 32000 - 0.5)).toBeLessThan(0.015)
})

test('uniform lies in [0, 1) with mean ½ and variance 1/12, normal has mean 0, variance 1, kurtosis 3', () => {
  const numbers = stream(3, 'moments')
  const n = 200_000
  let sum = 0
  let squares = 0
  let outside = 0
  const powers = [0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const u = numbers.uniform()
    if (u < 0 || u >= 1) outside++
    sum += u
    squares += u * u
    const z = numbers.normal()
    for (let k = 0; k < 4; k++) powers[k] += z ** (k + 1)
  }
  expect(outside).toBe(0)
  expect(sum / n).toBeCloseTo(0.5, 2)
  expect(squares / n - 0.25).toBeCloseTo(1 / 12, 2)
  expect(Math.abs(powers[0] / n)).toBeLessThan(0.01)
  expect(Math.abs(powers[1] / n - 1)).toBeLessThan(0.015)
  expect(Math.abs(powers[2] / n)).toBeLessThan(0.03)
  expect(Math.abs(powers[3] / n - 3)).toBeLessThan(0.1)
})

test('below(n) is a whole number below n, for every size of n', () => {
  const numbers = stream(9, 'below')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (n) => {
      const value = numbers.below(n)
      expect(Number.isInteger(value) && value >= 0 && value < n).toBe(true)
    }),
  )
})

test.each([6, 3_000_000_000])('below(%i) is fair', (n) => {
  const numbers = stream(10, 'fair')
  const counts = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < 60_000; i++) counts[Math.floor((numbers.below(n) * 6) / n)]++
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})

test('every order of a short array is equally likely', () => {
  const numbers = stream(11, 'orders')
  const counts = new Map<string, number>()
  for (let i = 0; i < 24_000; i++) {
    const array = Uint32Array.of(0, 1, 2, 3)
    numbers.shuffle(array)
    counts.set(array.join(), (counts.get(array.join()) ?? 0) + 1)
  }
  expect(counts.size).toBe(24)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('a long array keeps its values, and each can go anywhere', () => {
  const array = Uint32Array.from({ length: 100_000 }, (_, i) => i)
  stream(12, 'long').shuffle(array)
  let fromFirstHalf = 0
  let moved = 0
  for (let i = 0; i < 50_000; i++) if (array[i] < 50_000) fromFirstHalf++
  for (let i = 1; i < array.length; i++) if (array[i] > array[i - 1]) moved++
  expect(Math.abs(fromFirstHalf - 25_000)).toBeLessThan(500)
  expect(Math.abs(moved - 50_000)).toBeLessThan(500)
  expect(array.toSorted().every((value, i) => value === i)).toBe(true)
})

test('a restarted stream is the stream of its seed and name', () => {
  const used = new Stream(1, 'before')
  used.normal()
  used.restart(7, 'numbers')
  const fresh = new Stream(7, 'numbers')
  for (let i = 0; i < 20; i++) expect(used.normal()).toBe(fresh.normal())
})
