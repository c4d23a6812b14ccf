import { describe, expect, it } from 'vitest'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { objectives } from '../../engine/objectives/index.ts'
import { optimizers, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { column } from '../../engine/row.ts'
import { Run } from '../../engine/run.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { completed } from '../../engine/validate.ts'
import { inConvention, suitedAlpha, suitedRuns } from './suitedAlpha.ts'

const keys = Object.keys(optimizers) as OptimizerKey[]
const kinds = Object.keys(surfaces) as (keyof typeof surfaces)[]

/** Returns full J at every step. */
function costsOf(experiment: DescentExperiment): number[] {
  const run = new Run(experiment, 0)
  const rows = new Float64Array((run.steps + 1) * run.width)
  const count = run.advance(rows, run.steps + 1)
  expect(run.divergedAt).toBeUndefined()
  return Array.from({ length: count }, (_, i) => rows[i * run.width + column.cost])
}

const race = (fields: object): DescentExperiment => completed<DescentExperiment>({ steps: 200, ...fields })

describe.each(kinds)('on %s', (kind) => {
  it.each(['course', 'pytorch'] as const)('every rule of the %s convention descends', (convention) => {
    for (const optimizer of keys) {
      const objective = objectives[kind].defaultSpec()
      const alpha = suitedAlpha({ optimizer }, { objective, convention })
      const costs = costsOf(race({ objective, convention, runs: [{ optimizer, alpha }] }))
      expect(costs.at(-1)! / costs[0]).toBeLessThan(0.95)
    }
  })

  it('gradient descent never rises', () => {
    const objective = objectives[kind].defaultSpec()
    const alpha = suitedAlpha({ optimizer: 'gd' }, { objective, convention: 'course' })
    const costs = costsOf(race({ objective, runs: [{ optimizer: 'gd', alpha }] }))
    expect(costs.every((cost, i) => i === 0 || cost <= costs[i - 1] * (1 + 1e-12))).toBe(true)
  })
})

describe('another surface', () => {
  const preset = race({
    objective: { kind: 'bowl', curvature: [1, 100] },
    runs: [
      { optimizer: 'gd', alpha: 0.018 },
      { optimizer: 'momentum', alpha: 0.05 },
    ],
  })
  const banana = { ...preset, objective: objectives.rosenbrock.defaultSpec() }

  it('adapts an α that nobody chose, and restores the usual one', () => {
    const there = suitedRuns(preset, banana, preset)
    expect(there.map(({ alpha }) => alpha)).toEqual([0.001, 0.01])
    const back = suitedRuns({ ...banana, runs: there }, preset, preset)
    expect(back.map(({ alpha }) => alpha)).toEqual([optimizers.gd.alpha, optimizers.momentum.alpha])
  })

  it('leaves a chosen α alone', () => {
    const chosen = { ...preset, runs: [{ ...preset.runs[0], alpha: 0.0123 }, preset.runs[1]] }
    expect(suitedRuns(chosen, banana, preset)[0]).toBe(chosen.runs[0])
  })
})

describe('another convention', () => {
  it.each(['momentum', 'nesterov'] as const)('keeps the path of %s', (optimizer) => {
    for (const decay of [
      { kind: 'inverse', rate: 0.1 },
      {
        kind: 'manual',
        points: [
          [0, 0.08],
          [20, 0.02],
        ],
      },
    ]) {
      const course = race({
        objective: { kind: 'bowl' },
        runs: [{ optimizer, alpha: 0.1, beta: 0.8, decay }],
      })
      const run = inConvention(course.runs[0], 'course', 'pytorch')
      expect(run.alpha).toBe(0.02)
      const torch = costsOf({ ...course, convention: 'pytorch', runs: [run] })
      costsOf(course).forEach((cost, i) => expect(torch[i]).toBeCloseTo(cost, 9))
      expect(inConvention(run, 'pytorch', 'course')).toEqual(course.runs[0])
    }
  })

  it('leaves the others alone', () => {
    for (const optimizer of keys) {
      if (optimizer === 'momentum' || optimizer === 'nesterov') continue
      const [run] = race({ objective: { kind: 'bowl' }, runs: [{ optimizer, alpha: 0.1 }] }).runs
      expect(inConvention(run, 'course', 'pytorch')).toBe(run)
    }
  })
})
