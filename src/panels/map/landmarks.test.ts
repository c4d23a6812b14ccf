import { expect, test } from 'vitest'
import { landmarkNames } from './landmarks.ts'

const words = { least: 'least J {value}', minimum: 'minimum', saddle: 'saddle' }
const view = [0, 1, 0, 1] as const

test('a single minimum shows the least possible J', () => {
  const names = landmarkNames(
    { minima: [[2, 0.5]], saddles: [], eigenvalues: [1, 100], view, least: 0.125 },
    words,
  )
  expect(names).toEqual([{ place: [2, 0.5], text: 'least J 0.125', isSaddle: false }])
})

test('a few minima and saddles are labeled, many are not', () => {
  const minima = [
    [0, -1],
    [0, 1],
  ] as const
  const told = landmarkNames({ minima, saddles: [[0, 0]], view, least: 0 }, words)
  expect(told.map(({ text }) => text)).toEqual(['minimum', 'minimum', 'saddle'])
  const crowd = Array.from({ length: 25 }, (_, i) => [i, i] as const)
  expect(landmarkNames({ minima: crowd, saddles: crowd, view, least: 0 }, words)).toEqual([])
})
