import { expect, test } from 'vitest'
import type { DescentExperiment, QuadraticSpec } from '../../engine/experiment.ts'
import { completed } from '../../engine/validate.ts'
import { computeRace } from '../../engine/computeRace.ts'
import { cloudOf, theoryOf } from './cloud.ts'

const measured = (
  fields: object,
): { experiment: DescentExperiment; along: readonly number[]; radius: number }[] => {
  const experiment = completed<DescentExperiment>({ start: [0, 0], ...fields })
  return computeRace(experiment).map((rows) => {
    const cloud = cloudOf(rows, rows.length - 1, experiment.objective as QuadraticSpec)!
    return { experiment, ...cloud }
  })
}

test('with m = 100,000 the cloud is that of independent draws within 10 %, in both directions', () => {
  const [{ experiment, along }] = measured({
    objective: { kind: 'quadratic', curvature: [2, 5], angle: 30, m: 100_000, noise: 1 },
    batchSize: 4,
    steps: 20_000,
    runs: [{ optimizer: 'gd', alpha: 0.2 }],
  })
  theoryOf(experiment, 0)!.forEach(({ independent, epochs }, i) => {
    expect(epochs / independent).toBeGreaterThan(0.99)
    expect(along[i] / independent).toBeGreaterThan(0.9)
    expect(along[i] / independent).toBeLessThan(1.1)
  })
})

test('with m = 512 and B = 64 it is half of that, as the formula for epochs says', () => {
  const [{ experiment, along }] = measured({
    objective: { kind: 'quadratic', curvature: [1, 1], m: 512, noise: 1 },
    batchSize: 64,
    steps: 12_000,
    runs: [{ optimizer: 'gd', alpha: 0.1 }],
  })
  const [{ independent, epochs }] = theoryOf(experiment, 0)!
  expect(epochs).toBeCloseTo(0.0137, 4)
  expect(epochs / independent).toBeLessThan(0.55)
  expect(along[0] / epochs).toBeCloseTo(1, 0)
})

test('theory gives nothing where its rule does not hold', () => {
  const experiment = completed<DescentExperiment>({
    objective: { kind: 'quadratic', curvature: [1, 4], noise: 1 },
    runs: [
      { optimizer: 'momentum', alpha: 0.1 },
      { optimizer: 'gd', alpha: 0.1, decay: { kind: 'inverse' } },
    ],
  })
  expect([theoryOf(experiment, 0), theoryOf(experiment, 1)]).toEqual([undefined, undefined])
})
