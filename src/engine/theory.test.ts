import { describe, expect, test } from 'vitest'
import { gdLimit, momentumLimit, nesterovLimit } from './alphaLimits.ts'
import {
  breakEvenKappa,
  cloudOfEpochs,
  cloudOfIndependentDraws,
  eigenvaluesOf,
  gdBest,
  gdRate,
  momentumBest,
  momentumRate,
} from './theory.ts'

/** Returns |w| after many steps of a rule on ½λw², from w = 1. */
function size(
  alpha: number,
  beta: number,
  lambda: number,
  rule: 'momentum' | 'nesterov',
  course: boolean,
): number {
  let w = 1
  let V = 0
  const share = course ? 1 - beta : 1
  for (let t = 0; t < 4000; t++) {
    const dW = lambda * w
    V = beta * V + share * dW
    w -= alpha * (rule === 'momentum' ? V : beta * V + share * dW)
    if (!(Math.abs(w) < 1e12)) return Infinity
  }
  return Math.abs(w)
}

test('eigenvalues of a symmetric matrix, also where one is tiny', () => {
  expect(eigenvaluesOf(2, 0, 1)).toEqual([1, 2])
  const [least, largest] = eigenvaluesOf(2, 1, 2)
  expect(least).toBeCloseTo(1, 14)
  expect(largest).toBeCloseTo(3, 14)
  expect(eigenvaluesOf(-1, 2, -1)[0]).toBeCloseTo(-3, 14)
  expect(eigenvaluesOf(-1, 2, -1)[1]).toBeCloseTo(1, 14)
})

describe('limits', () => {
  test('the numbers of the lessons: 0.02 for gradient descent, 0.38 for momentum 0.9 at λmax = 100', () => {
    expect(gdLimit(100)).toBe(0.02)
    expect(momentumLimit(100, 0.9, 'course')).toBeCloseTo(0.38, 12)
    expect(momentumLimit(100, 0.9, 'pytorch')).toBeCloseTo(0.038, 12)
    expect(momentumLimit(100, 0, 'course')).toBe(gdLimit(100))
    expect(nesterovLimit(100, 0, 'course')).toBe(gdLimit(100))
  })

  test.each(['momentum', 'nesterov'] as const)(
    '%s: converges just below the limit, diverges just above it',
    (rule) => {
      for (const beta of [0, 0.5, 0.9]) {
        for (const convention of ['course', 'pytorch'] as const) {
          const limit = (rule === 'momentum' ? momentumLimit : nesterovLimit)(100, beta, convention)
          expect(size(limit * 0.99, beta, 100, rule, convention === 'course')).toBeLessThan(1)
          expect(size(limit * 1.01, beta, 100, rule, convention === 'course')).toBeGreaterThan(1e6)
        }
      }
    },
  )
})

describe('best settings', () => {
  test('gradient descent: (κ − 1)/(κ + 1), and no α is better', () => {
    const best = gdBest(1, 20)
    expect(best.rate).toBeCloseTo(0.905, 3)
    expect(gdRate(best.alpha, 1, 20)).toBeCloseTo(best.rate, 14)
    expect(gdRate(best.alpha * 1.01, 1, 20)).toBeGreaterThan(best.rate)
    expect(gdRate(best.alpha * 0.99, 1, 20)).toBeGreaterThan(best.rate)
  })

  test('momentum: (√κ − 1)/(√κ + 1) in both conventions, and its neighbors are no better', () => {
    for (const convention of ['course', 'pytorch'] as const) {
      const { alpha, beta, rate } = momentumBest(1, 100, convention)
      expect(rate).toBeCloseTo(9 / 11, 14)
      expect(momentumRate(alpha, beta, 1, 100, convention)).toBeCloseTo(rate, 6)
      for (const [a, b] of [
        [1.02, 1],
        [0.98, 1],
        [1, 1.02],
        [1, 0.98],
      ]) {
        expect(momentumRate(alpha * a, beta * b, 1, 100, convention)).toBeGreaterThan(rate)
      }
    }
  })

  test('β = 0.9 breaks even with gradient descent at κ ≈ 38', () => {
    expect(breakEvenKappa(0.9)).toBeCloseTo(38, 0)
    expect(gdBest(1, breakEvenKappa(0.9)).rate).toBeCloseTo(Math.sqrt(0.9), 12)
  })
})

describe('the wandering cloud', () => {
  test('epochs without replacement: α = 0.1, λ = σ = 1, m = 512', () => {
    const measured = [1, 8, 64, 256, 512].map((B) => cloudOfEpochs(0.1, 1, 1, B, 512))
    expect(measured[0]).toBeCloseTo(0.225, 3)
    expect(measured[1]).toBeCloseTo(0.07, 3)
    expect(measured[2]).toBeCloseTo(0.0137, 4)
    expect(measured[3]).toBeCloseTo(0.0032, 4)
    expect(measured[4]).toBe(0)
  })

  test('independent draws: twice as far at m = 512, B = 64; the same within 10 % at m = 100,000', () => {
    const independent = cloudOfIndependentDraws(0.1, 1, 1, 64)
    expect(cloudOfEpochs(0.1, 1, 1, 64, 512) / independent).toBeCloseTo(0.5, 1)
    for (const B of [1, 10, 50]) {
      const ratio = cloudOfEpochs(0.1, 1, 1, B, 100000) / cloudOfIndependentDraws(0.1, 1, 1, B)
      expect(ratio).toBeGreaterThan(0.9)
      expect(ratio).toBeLessThanOrEqual(1)
    }
  })

  test('half of α makes the cloud 0.70 times as wide', () => {
    const ratio = cloudOfIndependentDraws(0.05, 1, 1, 1) / cloudOfIndependentDraws(0.1, 1, 1, 1)
    expect(Math.abs(ratio - 0.7)).toBeLessThan(0.04)
  })

  test('where there is no cloud', () => {
    expect(cloudOfIndependentDraws(2.1, 1, 1, 1)).toBe(Infinity)
    expect(cloudOfEpochs(2.1, 1, 1, 1, 512)).toBe(Infinity)
    expect(cloudOfEpochs(0.1, 1, 1, 100, 512)).toBeNaN()
  })
})
