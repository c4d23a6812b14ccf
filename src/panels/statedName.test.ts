import { expect, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import { runNames } from './runs.ts'

const namesOf = (runs: readonly object[], batchSize = 64): string[] =>
  runNames(
    completed<DescentExperiment>({
      objective: { kind: 'bowl', m: 4096 },
      batchSize,
      runs: runs.map((run) => ({ alpha: 0.1, ...run })),
    }),
    'en',
  )

test('a name that states α, β or B states the run’s number', () => {
  expect(namesOf([{ optimizer: 'gd', alpha: 0.1, name: 'α = 0.05' }])).toEqual(['α = 0.1'])
  expect(namesOf([{ optimizer: 'momentum', beta: 0.5, name: 'β = 0.9' }])).toEqual(['β = 0.5'])
  expect(namesOf([{ optimizer: 'gd', batchSize: 512, name: 'B = 64' }])).toEqual(['B = 512'])
  expect(namesOf([{ optimizer: 'gd', batchSize: 'all', name: 'B = 64' }])).toEqual(['B = m'])
  expect(namesOf([{ optimizer: 'gd', name: 'B = m' }], 128)).toEqual(['B = 128'])
})

test('a true name stays as written, and so does a β that the optimizer lacks', () => {
  expect(namesOf([{ optimizer: 'gd', name: 'B = 1,000' }], 1000)).toEqual(['B = 1,000'])
  expect(namesOf([{ optimizer: 'gd', alpha: 0.1, name: 'α = 0.10' }])).toEqual(['α = 0.10'])
  expect(namesOf([{ optimizer: 'gd', name: 'β = 0.9' }])).toEqual(['β = 0.9'])
})

test('a name that is a decay’s formula follows the decay', () => {
  const decayed = (decay: object, name: string): string =>
    namesOf([{ optimizer: 'gd', alpha: 0.2, decay, name }])[0]
  expect(decayed({ kind: 'inverse', rate: 1 }, '1/(1 + e)')).toBe('1/(1 + e)')
  expect(decayed({ kind: 'inverse', rate: 0.5 }, '1/(1 + e)')).toBe('1/(1 + 0.5e)')
  expect(decayed({ kind: 'exponential', base: 0.9 }, '0.95ᵉ')).toBe('0.9ᵉ')
  expect(decayed({ kind: 'staircase' }, '1/(1 + e)')).toBe('Gradient descent')
  expect(decayed({ kind: 'none' }, '0.5ᵉ')).toBe('α = 0.2')
})

test('a user’s name stays, and equal names are numbered', () => {
  expect(namesOf([{ optimizer: 'gd', alpha: 0.1, name: 'α = 0.05, mine' }])).toEqual(['α = 0.05, mine'])
  expect(
    namesOf([
      { optimizer: 'gd', alpha: 0.1, name: 'α = 0.1' },
      { optimizer: 'gd', alpha: 0.1, name: 'α = 0.05' },
    ]),
  ).toEqual(['α = 0.1', 'α = 0.1 2'])
})
