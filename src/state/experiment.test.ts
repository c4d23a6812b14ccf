// What belongs together in the document stays together, whatever is changed.

import { expect, test } from 'vitest'
import type { DescentExperiment, NetworkSpec } from '../engine/experiment.ts'
import { completed, validate } from '../engine/validate.ts'
import { changeExperiment, openDocument, plainView, undo, useExperiment } from './experiment.ts'

const dataset = { kind: 'moons', m: 512, flipped: [3, 100, 400] }
const experiment = completed<DescentExperiment>({
  objective: { kind: 'network', layers: [2, 4, 1], activation: 'tanh', loss: 'crossEntropy', dataset },
  batchSize: 256,
  runs: [{ optimizer: 'gd', alpha: 1 }],
})
const withM = (m: number): void =>
  changeExperiment('m', (before) => {
    const objective = before.objective as NetworkSpec
    return { ...before, objective: { ...objective, dataset: { ...objective.dataset, m } } as NetworkSpec }
  })
const now = () => useExperiment.getState().experiment

test('a smaller m takes batches and labels turned by hand beyond it away; undo gives them back', () => {
  openDocument({ experiment, view: plainView })
  withM(101)
  expect(now()).toMatchObject({ batchSize: 'all', objective: { dataset: { m: 101, flipped: [3, 100] } } })
  withM(2)
  expect((now().objective as NetworkSpec).dataset).not.toHaveProperty('flipped')
  expect(validate(JSON.parse(JSON.stringify(now()))).ok).toBe(true)
  undo()
  expect(now()).toEqual(experiment)
})
