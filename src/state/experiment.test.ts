// The parts of a document stay consistent, whatever is changed.

import { expect, test } from 'vitest'
import type { DescentExperiment, NetworkSpec } from '../engine/experiment.ts'
import { completed, validate } from '../engine/validate.ts'
import { changeExperiment, openDocument, plainView, redo, settle, undo, useExperiment } from './experiment.ts'

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

test('a smaller m removes batches and flipped labels beyond it; undo restores them', () => {
  openDocument({ experiment, view: plainView })
  withM(101)
  expect(now()).toMatchObject({ batchSize: 'all', objective: { dataset: { m: 101, flipped: [3, 100] } } })
  withM(2)
  expect((now().objective as NetworkSpec).dataset).not.toHaveProperty('flipped')
  expect(validate(JSON.parse(JSON.stringify(now()))).ok).toBe(true)
  undo()
  expect(now()).toEqual(experiment)
})

test('an edit that returns to its start leaves undo and redo unchanged', () => {
  openDocument({ experiment, view: plainView })
  const alpha = (to: number): void =>
    changeExperiment('alpha', (before) => ({
      ...before,
      runs: before.runs.map((run) => ({ ...run, alpha: to })),
    }))
  alpha(2)
  settle()
  undo()
  for (const to of [1.5, 3, 1]) alpha(to)
  expect(useExperiment.getState().past).toHaveLength(1)
  settle()
  expect(useExperiment.getState()).toMatchObject({ experiment, past: [], editing: undefined })
  redo()
  expect(now().runs[0].alpha).toBe(2)
})
