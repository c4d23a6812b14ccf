import { expect, test } from 'vitest'
import {
  averagedDays,
  correctedWeightOf,
  daysUntilBelow,
  meanLag,
  noiseEquivalentDays,
  noiseFactor,
  warmUp,
  weightOf,
  weightWithin,
} from './weights.ts'

test("the course's figures", () => {
  expect([0.9, 0.98, 0.5].map(averagedDays).map(Math.round)).toEqual([10, 50, 2])
  const percent = [0.9, 0.98, 0.5].map((beta) => Math.round(100 * weightWithin(beta, averagedDays(beta))))
  expect(percent).toEqual([65, 64, 75])
  expect(noiseFactor(0.9)).toBeCloseTo(0.23, 2)
  expect(noiseFactor(0.98)).toBeCloseTo(0.1, 2)
  expect([0.9, 0.98].map(meanLag).map((lag) => Math.round(lag))).toEqual([9, 49])
  expect(noiseEquivalentDays(0.9)).toBeCloseTo(19, 10)
  expect(warmUp(0.98, 2)).toBeCloseTo(0.0396, 12)
  expect(weightOf(0.98, 1)).toBeCloseTo(0.0196, 12)
  expect(daysUntilBelow(0.9, 0.01)).toBe(44)
})

test('corrected weights sum to 1 from the first day', () => {
  for (const beta of [0, 0.5, 0.9, 0.98, 0.999])
    for (const t of [1, 2, 10, 300]) {
      let sum = 0
      for (let k = 0; k < t; k++) sum += correctedWeightOf(beta, k, t)
      expect(sum).toBeCloseTo(1, 10)
    }
})

test('β = 0 weighs today alone', () => {
  expect([
    averagedDays(0),
    weightOf(0, 0),
    weightOf(0, 1),
    weightWithin(0, 1),
    noiseFactor(0),
    meanLag(0),
  ]).toEqual([1, 1, 0, 1, 1, 0])
  expect(daysUntilBelow(0, 0.5)).toBe(1)
})
