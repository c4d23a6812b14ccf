import { expect, test } from 'vitest'
import type { DescentExperiment, NetworkSpec } from './experiment.ts'
import { networkEntry } from './objectives/networkEntry.ts'
import { createObjective } from './objectives/create.ts'
import { Run } from './run.ts'
import { completed } from './validate.ts'

const objective: NetworkSpec = {
  ...networkEntry.defaultSpec(),
  lambda: 0.1,
  dataset: { kind: 'moons', m: 40_000, noise: 0.1, mislabelled: 0.05 },
}
const experiment = completed<DescentExperiment>({
  objective,
  steps: 4,
  costEvery: 2,
  runs: [
    { optimizer: 'gd', alpha: 0.5 },
    { optimizer: 'adam', alpha: 0.05, batchSize: 15_000 },
    { optimizer: 'momentum', alpha: 0.5, batchSize: 64 },
  ],
})
const made = createObjective(experiment.objective, experiment.seed)

test.each([0, 1, 2])('a step longer than a slice gives the same rows, run %i', (index) => {
  const whole = new Run(experiment, index, { objective: made, detail: 'weights', hashing: true })
  const rows = new Float64Array(5 * whole.width)
  expect(whole.advance(rows, 5)).toBe(5)

  let run = new Run(experiment, index, { objective: made, detail: 'weights', hashing: true })
  const pieces = new Float64Array(5 * whole.width)
  let written = 0
  let slices = 0
  const steps: [snapshot: number, run: number][] = []
  while (written < 5) {
    slices++
    written += run.advance(pieces.subarray(written * run.width), 5 - written, { examples: 5000 })
    // Every fourth slice, another worker resumes from the snapshot, sometimes in the middle of a step.
    if (slices % 4 === 0 && run.step >= 0 && index !== 2) {
      const from = run.snapshot()
      steps.push([from.step, run.step])
      const { progress } = run
      if (progress === undefined)
        run = new Run(experiment, index, { objective: made, detail: 'weights', hashing: true, from })
    }
  }
  expect(steps.filter(([snapshot, at]) => snapshot !== at)).toEqual([])
  expect(pieces).toEqual(rows)
  expect(run.hash.state()).toEqual(whole.hash.state())
  expect(slices).toBeGreaterThan(index === 0 ? 20 : 0)
})

test('the snapshot in the middle of a step is that of the last row', () => {
  const run = new Run(experiment, 0, { objective: made, detail: 'costs' })
  const rows = new Float64Array(5 * run.width)
  while (run.step < 1) run.advance(rows, 2, { examples: 10_000 })
  while (run.progress === undefined) run.advance(rows, 5, { examples: 10_000 })
  expect(run.progress).toBeGreaterThan(0)
  expect(run.progress).toBeLessThan(1)
  const from = run.snapshot()
  expect(from.step).toBe(run.step)
  const again = new Run(experiment, 0, { objective: made, detail: 'weights', from })
  const one = new Run(experiment, 0, { objective: made, detail: 'weights' })
  const all = new Float64Array(5 * one.width)
  one.advance(all, 5)
  const rest = new Float64Array(5 * one.width)
  const count = again.advance(rest, 5)
  expect(rest.subarray(0, count * one.width)).toEqual(all.subarray((from.step + 1) * one.width))
})
