import { describe, expect, it } from 'vitest'
import { alphaGrid, bestAlphas } from './bestAlpha.ts'
import type { DescentExperiment } from './experiment.ts'
import { gdBest } from './theory.ts'

const none = { kind: 'none' } as const
const race: DescentExperiment = {
  version: 1,
  lab: 'descent',
  seed: 1,
  convention: 'course',
  objective: { kind: 'quadratic', curvature: [1, 100], angle: 0, m: 512, noise: 0, scale: 1 },
  start: [-10, 1],
  batchSize: 'all',
  steps: 400,
  reshuffle: true,
  costEvery: 1,
  runs: [
    { optimizer: 'gd', alpha: 0.0198, decay: none },
    { optimizer: 'momentum', alpha: 0.05, decay: none },
    { optimizer: 'gd', alpha: 0.001, decay: none },
    { optimizer: 'gd', alpha: 0.03, decay: none },
  ],
}

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
