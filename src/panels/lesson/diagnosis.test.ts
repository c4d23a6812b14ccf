// The diagnosis of a run is true, or there is none.
import { expect, test } from 'vitest'
import { createObjective } from '../../engine/objectives/create.ts'
import { completed } from '../../engine/validate.ts'
import { diagnose } from './diagnosis.ts'
import { computeRace } from '../../engine/computeRace.ts'

/** Returns the diagnosis at several steps of one race. */
function saysAt(json: object, steps: readonly (number | undefined)[]) {
  const experiment = completed(json)
  const [trace] = computeRace(experiment)
  const { landscape } = createObjective(experiment.objective, experiment.seed)
  return steps.map((step) =>
    diagnose({
      rows: trace.rows,
      width: trace.width,
      length: step === undefined ? trace.length : step + 1,
      run: experiment.runs[0],
      exact: experiment.batchSize === 'all',
      landscape,
    }),
  )
}
const saysOf = (json: object, step?: number) => saysAt(json, [step])[0]
const valley = { objective: { kind: 'quadratic', curvature: [1, 100] }, start: [-10, 1] }
const gd = (alpha: number, more: object = {}) => [{ optimizer: 'gd', alpha, ...more }]

test('zig-zag across the valley', () => {
  expect(saysOf({ ...valley, steps: 30, runs: gd(0.0195) })).toMatchObject({ kind: 'zigzag', direction: 1 })
})
test('diverging', () => {
  expect(saysOf({ ...valley, steps: 100, runs: gd(0.0205) })).toMatchObject({ kind: 'diverging' })
})
test('diverging slowly: just beyond the limit every step leads up', () => {
  expect(saysOf({ ...valley, steps: 60, runs: gd(0.0202) })).toMatchObject({ kind: 'diverging' })
  expect(saysOf({ ...valley, steps: 60, runs: gd(0.0198) })).toMatchObject({ kind: 'zigzag' })
})
test('barely moving', () => {
  expect(saysOf({ ...valley, steps: 200, runs: gd(1e-4) })).toMatchObject({ kind: 'stalled' })
})
test('arrived', () => {
  expect(saysOf({ ...valley, steps: 3000, runs: gd(0.018) })).toEqual({ kind: 'converged' })
})
test('chatter of a rule whose step is α long', () => {
  expect(saysOf({ ...valley, steps: 100, runs: [{ optimizer: 'rmsprop', alpha: 0.3 }] })).toMatchObject({
    kind: 'chatter',
    alpha: 0.3,
  })
})
test('at a saddle, from exactly on the ridge', () => {
  expect(
    saysOf({ objective: { kind: 'saddle' }, start: [-1.5, 0], steps: 200, runs: gd(0.1) }),
  ).toMatchObject({ kind: 'saddle' })
})
test('wandering in its cloud', () => {
  expect(
    saysOf({
      objective: { kind: 'bowl', curvature: [1, 1], m: 4096, labelNoise: 1 },
      batchSize: 1,
      steps: 2000,
      runs: gd(0.1),
    }),
  ).toMatchObject({ kind: 'wandering' })
})
test('settling where decay has made the cloud small, and nothing before', () => {
  const closingIn = {
    objective: { kind: 'bowl', curvature: [1, 4], m: 100_000, labelNoise: 5 },
    start: [1, 1.5],
    batchSize: 100,
    steps: 10_000,
  }
  const decayed = { ...closingIn, runs: gd(0.2, { decay: { kind: 'inverse', rate: 1 } }) }
  // In the first two epochs α is at least half of its initial value, so the cloud is still wide.
  const [wide, ...later] = saysAt(decayed, [1900, 2500, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000])
  expect(wide).toMatchObject({ kind: 'wandering' })
  expect(later.map((found) => found?.kind)).not.toContain('wandering')
  const end = later.at(-1) as { swing: number; before: number }
  expect(end).toMatchObject({ kind: 'settling', largest: 0.2, alpha: 0.02 })
  expect(end.swing / end.before).toBeLessThan(0.3)
  expect(saysOf({ ...closingIn, runs: gd(0.2) })).toMatchObject({ kind: 'wandering' })
})
test('frozen by decay, with noise, too', () => {
  expect(
    saysOf({
      objective: { kind: 'quadratic', curvature: [1, 4], m: 4096, noise: 3 },
      start: [-8, 3],
      batchSize: 512,
      steps: 640,
      runs: gd(0.02, { decay: { kind: 'exponential', base: 0.5 } }),
    }),
  ).toMatchObject({ kind: 'frozen' })
})
test('frozen by decay', () => {
  expect(
    saysOf({
      objective: { kind: 'quadratic', curvature: [1, 1] },
      start: [-10, 1],
      steps: 60,
      runs: gd(0.2, { decay: { kind: 'exponential', base: 0.5 } }),
    }),
  ).toMatchObject({ kind: 'frozen', left: expect.closeTo(0.65, 1) })
})
test('on a plateau', () => {
  expect(saysOf({ objective: { kind: 'plateau' }, steps: 100, runs: gd(0.05) })).toMatchObject({
    kind: 'plateau',
  })
})
test('nothing if nothing is wrong', () => {
  expect(
    saysOf({
      objective: { kind: 'quadratic', curvature: [1, 2] },
      start: [-10, 1],
      steps: 12,
      runs: gd(0.1),
    }),
  ).toBe(undefined)
  expect(saysOf({ ...valley, steps: 20, runs: [{ optimizer: 'momentum', alpha: 0.05 }] })).toBe(undefined)
  expect(saysOf({ ...valley, steps: 200, runs: gd(0.0195) }, 3)).toBe(undefined)
})
