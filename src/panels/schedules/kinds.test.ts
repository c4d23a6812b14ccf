import { expect, test } from 'vitest'
import { inPlay, kindsBeside, plainDecay } from './kinds.ts'

test('a decay that a run shows is not drawn a second time', () => {
  expect(kindsBeside([{ decay: plainDecay('inverse') }, { decay: plainDecay('exponential') }])).toEqual(
    inPlay.filter((kind) => kind !== 'inverse' && kind !== 'exponential'),
  )
})

test('with other numbers it is a second line', () => {
  expect(
    kindsBeside([{ decay: { kind: 'inverse', rate: 3, every: 1 } }, { decay: { kind: 'none' } }]),
  ).toEqual(inPlay)
})
