// The fuzzer finds what is wrong, and gives the same case for the same seed; its browser sessions run in `npm test`'s own
// stage.
import { expect, test } from 'vitest'
import { cases, faultOf, someSearch } from './fuzz/cases.ts'
import pinned from './fuzz/pinned.json'
import { Random, seedOf, wrongSentence } from './fuzz/random.ts'

test('a seed gives the same case every time, another seed another one', () => {
  const searches = (seed) =>
    Array.from({ length: 20 }, (_, i) => someSearch(new Random(seedOf(seed, 'links', i))))
  expect(searches(7)).toEqual(searches(7))
  expect(searches(7)).not.toEqual(searches(8))
  expect(new Set(searches(7)).size).toBeGreaterThan(15)
})

test('a sentence that says nothing, too much or a program’s own words is found', () => {
  for (const bad of [
    '',
    'J is NaN',
    'got [object Object]',
    'α: undefined',
    'x'.repeat(9000),
    'Error\n    at f (a.js:1)',
  ])
    expect(wrongSentence(bad), bad.slice(0, 20)).toBeDefined()
  expect(wrongSentence('alpha: expected a number above 0, got -1')).toBeUndefined()
})

test('a case that throws, and one that takes too long, is a fault', () => {
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

test('the first cases of every kind hold', () => {
  for (const kind of Object.keys(cases))
    for (let i = 0; i < 15; i++)
      expect(faultOf(kind, seedOf(3, kind, i), 10_000), `${kind} ${i}`).toBeUndefined()
})

test('what failed once holds', () => {
  for (const { kind, seed } of pinned)
    if (kind in cases) expect(faultOf(kind, seed, 10_000), `${kind}:${seed}`).toBeUndefined()
})
