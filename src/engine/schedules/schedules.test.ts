import { expect, test } from 'vitest'
import type { DecaySpec } from '../experiment.ts'
import { alphaAt } from './index.ts'

const table = (decay: DecaySpec, epochs: readonly number[], alpha0 = 1): number[] =>
  epochs.map((epoch) => alphaAt(alpha0, epoch, decay))
const first = (n: number): number[] => Array.from({ length: n }, (_, e) => e)
const close = (values: readonly number[], expected: readonly number[]): void =>
  values.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12))

test('the lecture’s table: α₀ = 0.2, rate 1', () => {
  close(table({ kind: 'inverse', rate: 1, every: 1 }, first(5), 0.2), [0.2, 0.1, 0.2 / 3, 0.05, 0.04])
})

test('0.95^epoch is above 1/(1 + epoch) until epoch 88', () => {
  const above = first(120).filter(
    (e) =>
      alphaAt(1, e, { kind: 'exponential', base: 0.95 }) >
      alphaAt(1, e, { kind: 'inverse', rate: 1, every: 1 }),
  )
  expect(above.at(-1)).toBe(87)
})

test('none, inverse square root, staircase and manual', () => {
  close(table({ kind: 'none' }, [0, 7], 0.3), [0.3, 0.3])
  close(table({ kind: 'inverseSqrt', k: 2 }, [0, 1, 4, 16]), [1, 2, 1, 0.5])
  close(table({ kind: 'staircase', factor: 0.5, every: 10 }, [0, 9, 10, 29, 30]), [1, 1, 0.5, 0.25, 0.125])
  const points = [
    [2, 0.5],
    [5, 0.1],
  ] as const
  close(table({ kind: 'manual', points }, first(7)), [1, 1, 0.5, 0.5, 0.5, 0.1, 0.1])
})

test('cosine starts at α₀, is half way at n/2, ends at the floor and stays', () => {
  close(table({ kind: 'cosine', epochs: 20, floor: 0.1 }, [0, 10, 20, 21, 1000]), [1, 0.55, 0.1, 0.1, 0.1])
  expect(alphaAt(1, 20, { kind: 'cosine', epochs: 20, floor: 0 })).toBe(0)
})

test('warm-up takes n epochs', () => {
  close(table({ kind: 'warmup', epochs: 4 }, first(6)), [0.25, 0.5, 0.75, 1, 1, 1])
})

test('one cycle rises to α₀ at ⌈0.3n⌉ and falls to the floor at n', () => {
  const decay: DecaySpec = { kind: 'oneCycle', epochs: 10, start: 0.1, floor: 0.02 }
  close(table(decay, [0, 1, 2, 3, 10, 11]), [0.1, 0.4, 0.7, 1, 0.02, 0.02])
  const falling = table(decay, [3, 4, 5, 6, 7, 8, 9, 10])
  expect(falling).toEqual(falling.toSorted((a, b) => b - a))
  close(table({ kind: 'oneCycle', epochs: 1, start: 0.1, floor: 0.5 }, [0, 1, 2]), [0.1, 0.5, 0.5])
})

test('shares of 0 and 1 do no harm', () => {
  expect(table({ kind: 'exponential', base: 0 }, [0, 1, 2])).toEqual([1, 0, 0])
  expect(table({ kind: 'exponential', base: 1 }, [0, 9])).toEqual([1, 1])
  expect(table({ kind: 'staircase', factor: 0, every: 2 }, [0, 1, 2])).toEqual([1, 1, 0])
})

test('an inverse decay that falls every so many epochs: the course’s exercise', () => {
  // α₀ / (1 + r⌊e/1000⌋) with α₀ = 0.1, r = 1.
  const decay = { kind: 'inverse', rate: 1, every: 1000 } as const
  expect(table(decay, [0, 999, 1000, 1999, 2000, 4999], 0.1)).toEqual([0.1, 0.1, 0.05, 0.05, 0.1 / 3, 0.02])
  expect(table({ ...decay, every: 1 }, first(9), 0.3)).toEqual(first(9).map((e) => 0.3 / (1 + e)))
})
