import { expect, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import { networkWords } from '../i18n/areas/network.ts'
import { words } from '../i18n/index.ts'
import { openDocument, plainView } from '../state/experiment.ts'
import { computeRace } from '../engine/computeRace.ts'
import { firstRise, mustFall, risingSentence } from './rising.ts'

const race = (fields: object) => {
  const experiment = completed<DescentExperiment>({
    objective: { kind: 'quadratic', curvature: [1, 100] },
    start: [-10, 1],
    steps: 60,
    ...fields,
  })
  openDocument({ experiment, view: plainView })
  const [rows] = computeRace(experiment)
  return { experiment, rises: firstRise(rows, rows.length) }
}

test('gradient descent over all examples rises above 2/λmax, and the alarm says so', () => {
  const { experiment, rises } = race({ runs: [{ optimizer: 'gd', alpha: 0.0202 }] })
  expect(mustFall(experiment, 0)).toBe(true)
  expect(rises).toBeGreaterThan(0)
  expect(risingSentence(words('en', networkWords), experiment, 0, 'run', rises!)).toContain(
    'above 2/λmax = 0.02',
  )
  expect(race({ runs: [{ optimizer: 'gd', alpha: 0.0198 }] }).rises).toBeUndefined()
})

test('momentum may rise harmlessly, and so may mini-batches: no alarm', () => {
  const ball = race({ runs: [{ optimizer: 'momentum', alpha: 0.05 }] })
  expect(ball.rises).toBeGreaterThan(0)
  expect(mustFall(ball.experiment, 0)).toBe(false)
  const noisy = race({
    objective: { kind: 'quadratic', curvature: [1, 100], noise: 5 },
    batchSize: 8,
    start: [0, 0.1],
    runs: [{ optimizer: 'gd', alpha: 0.01 }],
  })
  expect(noisy.rises).toBeGreaterThan(0)
  expect(mustFall(noisy.experiment, 0)).toBe(false)
})

test('if the curvature is not constant the limit is that of the step', () => {
  const { experiment, rises } = race({
    objective: { kind: 'rosenbrock' },
    start: [-1.2, 1],
    runs: [{ optimizer: 'gd', alpha: 0.003 }],
  })
  expect(rises).toBeDefined()
  expect(risingSentence(words('en', networkWords), experiment, 0, 'run', rises!)).toContain(
    'curvature along that step',
  )
})
