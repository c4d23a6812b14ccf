import { describe, expect, it } from 'vitest'
import { alphaGrid, bestAlphas } from './bestAlpha.ts'
import { gdBest } from './theory.ts'
import { completed } from './validate.ts'

const race = completed({
  objective: { kind: 'quadratic', curvature: [1, 100] },
  start: [-10, 1],
  steps: 400,
  runs: [
    { optimizer: 'gd', alpha: 0.0198 },
    { optimizer: 'momentum', alpha: 0.05 },
    { optimizer: 'gd', alpha: 0.001 },
    { optimizer: 'gd', alpha: 0.03 },
  ],
})

describe('the best α of a run', () => {
  const [gd, momentum, slow, flying] = bestAlphas(race)

  it('is near what theory says for gradient descent on a quadratic', () => {
    const { alpha } = gdBest(1, 100)
    expect(gd.alpha / alpha).toBeGreaterThan(0.8)
    expect(gd.alpha / alpha).toBeLessThan(1.02)
  })

  it('gives momentum at most half of gradient descent’s steps in a ravine of κ = 100', () => {
    expect(momentum.steps).toBeLessThanOrEqual(gd.steps / 2)
  })

  it('says how a run’s own α compares', () => {
    expect(gd.ownSteps).toBeLessThan(1.5 * gd.steps)
    expect(slow.ownSteps).toBe(Infinity)
    expect(flying.ownSteps).toBe(Infinity)
    expect(slow.steps).toBe(gd.steps)
  })

  it('tries α from 1e-4 to 10', () => {
    expect(alphaGrid[0]).toBe(1e-4)
    expect(alphaGrid.at(-1)).toBe(10)
  })
})
