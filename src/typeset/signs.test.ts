import { expect, test } from 'vitest'
import { axisSigns, runsOf, signsIn } from './signs.ts'

test('words keep their order around a raised index', () => {
  const runs = runsOf(signsIn('the average of J^{t}, lagging'))
  expect(runs.map(({ text }) => text)).toEqual(['the average of J', '{t}', ', lagging'])
  expect(runs.map(({ shift }) => Math.sign(shift))).toEqual([0, -1, 0])
})

test('an axis’s symbol has its index below or above', () => {
  expect(runsOf(axisSigns('V_b')).map(({ shift }) => Math.sign(shift))).toEqual([0, 1])
  expect(runsOf(axisSigns('w^2')).map(({ shift }) => Math.sign(shift))).toEqual([0, -1])
})
