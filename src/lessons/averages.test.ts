// Computes the figures stated in the lessons on weighted averages and on bias correction.
import { describe, expect, it, test } from 'vitest'
import type { AveragesExperiment } from '../engine/experiment.ts'
import { experimentValues, seasonOf } from '../engine/datasets/series.ts'
import { slidingMean } from '../engine/smooth.ts'
import {
  daysUntilBelow,
  meanLag,
  noiseEquivalentDays,
  noiseFactor,
  warmUp,
  weightWithin,
} from '../engine/weights.ts'
import { averagesFactsOf } from '../labs/averages/lesson/facts.ts'
import { validate } from '../engine/validate.ts'
import { averages } from './averages.ts'
import { biasCorrection } from './biasCorrection.ts'
import { documentsOf } from '../labs/descent/lesson/documents.ts'
import { averagesOf } from '../labs/averages/lesson/documents.ts'
import { placeOf, type Lesson } from '../course/lesson.ts'
import { judgedAverages } from '../labs/testing/steps.ts'
import { momentum } from './momentum.ts'
import { twoLines } from '../labs/averages/view/MomentumLine.tsx'

const state = (lesson: Lesson, id: string): AveragesExperiment =>
  averagesOf(lesson)[lesson.steps.findIndex((step) => step.id === id)]
const stepOf = (lesson: Lesson, id: string) => lesson.steps.find((step) => step.id === id)!
test('every step, reveal and card is a valid experiment of the averages lab', () => {
  for (const lesson of [averages, biasCorrection])
    lesson.steps.forEach(({ prediction, cards = [] }, at) => {
      for (const change of [{}, prediction?.reveal?.experiment, ...cards.map(({ load }) => load.experiment)])
        expect(validate({ ...averagesOf(lesson)[at], ...change })).toMatchObject({ ok: true })
    })
})

test('β in days, weight, lag and noise', () => {
  const percent = (beta: number) => Math.round(100 * weightWithin(beta, 1 / (1 - beta)))
  expect([percent(0.9), percent(0.98), percent(0.5)]).toEqual([65, 64, 75])
  expect([0.9, 0.98].map((beta) => Math.round(meanLag(beta)))).toEqual([9, 49])
  expect([0.9, 0.98].map((beta) => noiseFactor(beta).toFixed(2))).toEqual(['0.23', '0.10'])
  expect(noiseEquivalentDays(0.9)).toBeCloseTo(19, 10)
  expect(0.9 ** 10).toBeCloseTo(0.35, 2)
  // A large β has 1 − 1/e of its weight in the bracket.
  expect(weightWithin(0.999, 1000)).toBeCloseTo(1 - 1 / Math.E, 3)
  // Ten and fifty copies of a billion float32: 40 and 200 GB.
  expect([10, 50].map((copies) => (copies * 4 * 1e9) / 1e9)).toEqual([40, 200])
})

test('a day that is 10 °C warmer than the line lifts it by 1 °C', () => {
  const experiment = state(averages, 'first')
  const theta = experimentValues(experiment)
  const V = averagesFactsOf(experiment).uncorrected[0]
  const warmer = averagesFactsOf({ ...experiment, changes: [[200, V[198] + 10]] }).uncorrected[0]
  expect(theta.length).toBeGreaterThan(300)
  expect(warmer[199] - V[198]).toBeCloseTo(1, 10)
})

test('the outlier of day 200 is 20 °C: jumps of 10, 2 and 0.4', () => {
  const before = state(averages, 'outlier')
  const change = stepOf(averages, 'outlier').prediction!.reveal!.experiment as Partial<AveragesExperiment>
  const after = { ...before, ...change }
  expect(experimentValues(after)[199] - experimentValues(before)[199]).toBeCloseTo(20, 9)
  const jumps = averagesFactsOf(after).uncorrected.map(
    (curve, i) => curve[199] - averagesFactsOf(before).uncorrected[i][199],
  )
  expect(jumps).toEqual([expect.closeTo(2), expect.closeTo(0.4), expect.closeTo(10)])
})

describe('the best β', () => {
  const experiment = state(averages, 'best')
  const error = (beta: number): number => averagesFactsOf({ ...experiment, betas: [beta] }).errors[0]
  it('is about 0.84: 1.20 °C; 0.9 gives 1.35, 0.98 gives 4.3', () => {
    const betas = Array.from({ length: 98 }, (_, i) => (i + 1) / 100)
    const errors = betas.map(error)
    const best = betas[errors.indexOf(Math.min(...errors))]
    expect(best).toBeCloseTo(0.84, 1)
    expect([0.84, 0.9, 0.98].map((beta) => error(beta).toFixed(2))).toEqual(['1.20', '1.35', '4.26'])
  })
  it('beats the best window, and a window of 10 beats 0.9', () => {
    const theta = experimentValues(experiment)
    const season = seasonOf(experiment.series)!
    const ofWindow = (n: number): number => {
      const mean = slidingMean(theta, n, new Float64Array(theta.length))
      return Math.sqrt(mean.reduce((sum, v, i) => sum + (v - season[i]) ** 2, 0) / mean.length)
    }
    const windows = Array.from({ length: 40 }, (_, i) => ofWindow(i + 1))
    expect(windows.indexOf(Math.min(...windows)) + 1).toBe(12)
    expect([ofWindow(10).toFixed(2), ofWindow(12).toFixed(2)]).toEqual(['1.26', '1.25'])
  })
  it('is the challenge', () => {
    const other = state(averages, 'another-year')
    const check = (one: AveragesExperiment) => judgedAverages(averages, 'another-year', one)
    expect(check(other).done).toBe(false)
    expect(check({ ...other, betas: [0.87] })).toMatchObject({ done: true })
    // The best β of the step before, and its neighbor, are not good enough in another year.
    for (const beta of [0.84, 0.9]) expect(check({ ...other, betas: [beta] }).done).toBe(false)
    expect(check({ ...other, betas: [0.87], seed: 1 }).done).toBe(false)
    expect(check({ ...other, betas: [0.87], changes: [[3, 5]] }).done).toBe(false)
  })
  it('and the best window are about equal over the years: each wins some', () => {
    const years = Array.from({ length: 8 }, (_, i) => i + 1)
    const gains = years.map((seed) => {
      const year = { ...experiment, seed }
      const theta = experimentValues(year)
      const season = seasonOf(year.series)!
      const windows = Array.from({ length: 40 }, (_, i) => {
        const mean = slidingMean(theta, i + 1, new Float64Array(theta.length))
        return Math.sqrt(mean.reduce((sum, v, day) => sum + (v - season[day]) ** 2, 0) / mean.length)
      })
      const betas = Array.from({ length: 98 }, (_, i) => (i + 1) / 100)
      const averaged = betas.map((beta) => averagesFactsOf({ ...year, betas: [beta] }).errors[0])
      return Math.min(...windows) / Math.min(...averaged)
    })
    expect(gains.filter((gain) => gain < 1).length).toBeGreaterThan(0)
    expect(gains.filter((gain) => gain > 1).length).toBeGreaterThan(0)
    for (const gain of gains) expect(Math.abs(gain - 1)).toBeLessThan(0.06)
  })
})

describe('bias correction', () => {
  it('begins at 0.256 and divides by 0.0396 on day 2', () => {
    const { uncorrected, corrected } = averagesFactsOf(state(biasCorrection, 'first'))
    expect(uncorrected[0][0]).toBeCloseTo(0.256, 12)
    expect(corrected[0][0]).toBeCloseTo(12.8, 12)
    expect(warmUp(0.98, 2)).toBeCloseTo(0.0396, 12)
    const [first, second] = experimentValues(state(biasCorrection, 'divide'))
    expect(corrected[0][1]).toBeLessThan(Math.max(first, second))
    expect(corrected[0][1]).toBeGreaterThan(Math.min(first, second))
  })
  it('has given 99% after 228, 44 and 4,603 steps; 64% after 50, 86% after 98', () => {
    expect([0.98, 0.9, 0.999].map((beta) => daysUntilBelow(beta, 0.01))).toEqual([228, 44, 4603])
    expect(warmUp(0.98, 50)).toBeCloseTo(0.64, 2)
    expect(warmUp(0.98, 98)).toBeCloseTo(0.86, 2)
  })
  it('has a challenge: β = 0.951 passes, 0.952 does not', () => {
    const experiment = state(biasCorrection, 'warm-up')
    const check = (one: AveragesExperiment) => judgedAverages(biasCorrection, 'warm-up', one)
    expect(check(experiment).done).toBe(false)
    expect(check({ ...experiment, betas: [0.9] }).done).toBe(false)
    expect(check({ ...experiment, betas: [0.951] })).toMatchObject({ done: true, score: 0.951 })
    expect(check({ ...experiment, betas: [0.952] }).done).toBe(false)
  })
})

test('“this is also momentum’s V” leads to the step that shows dW and its average, with one β to set', () => {
  const at = placeOf(momentum, String(twoLines))
  const step = momentum.steps[at]
  expect(step.id).toBe('rule')
  expect(step.strips).toContain('memory')
  expect(documentsOf(momentum)[at].experiment.runs).toMatchObject([{ optimizer: 'momentum' }])
})
