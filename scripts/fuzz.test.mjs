// The fuzzer finds faults, and the same seed gives the same case. Its browser sessions run in `npm test`'s own stage.
import { expect, test } from 'vitest'
import { cases, faultOf, someSearch } from './fuzz/cases.ts'
import pinned from './fuzz/pinned.json'
import { Random, seedOf, wrongSentence } from './fuzz/random.ts'

test('a seed always gives the same case, another seed a different one', () => {
  const searches = (seed) =>
    Array.from({ length: 20 }, (_, i) => someSearch(new Random(seedOf(seed, 'links', i))))
  expect(searches(7)).toEqual(searches(7))
  expect(searches(7)).not.toEqual(searches(8))
  expect(new Set(searches(7)).size).toBeGreaterThan(15)
})

test.each([
  '',
  'J is NaN',
  'got [object Object]',
  'α: undefined',
  'x'.repeat(9000),
  'Error\n    at f (a.js:1)',
])('a sentence that says nothing, too much or a program’s own words is found: %.20s', (bad) => {
  expect(wrongSentence(bad)).toBeDefined()
})

test('a plain sentence is none of these', () => {
  expect(wrongSentence('alpha: expected a number above 0, got -1')).toBeUndefined()
})

test('a case that throws or takes too long is a fault', () => {
  const { files } = cases
  try {
    Object.assign(cases, {
      files: () => {
        throw new TypeError('planted')
      },
    })
    expect(faultOf('files', 1)).toMatch(/^throws TypeError: planted/)
    Object.assign(cases, { files: () => undefined })
    expect(faultOf('files', 1, -1)).toMatch(/^takes \d+ ms$/)
    expect(faultOf('files', 1)).toBeUndefined()
  } finally {
    Object.assign(cases, { files })
  }
})

const faults = (all) =>
  all.flatMap(({ kind, seed }) => {
    const fault = faultOf(kind, seed, 10_000)
    return fault ? [`${kind}:${seed} ${fault}`] : []
  })

test('the first cases of every kind hold', () => {
  const first = Object.keys(cases).flatMap((kind) =>
    Array.from({ length: 15 }, (_, i) => ({ kind, seed: seedOf(3, kind, i) })),
  )
  expect(faults(first)).toEqual([])
})

test('cases that failed once pass now', () => {
  expect(faults(pinned.filter(({ kind }) => kind in cases))).toEqual([])
})
