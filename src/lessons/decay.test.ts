// Computes the figures stated in the lesson on learning rate decay.
import { describe, expect, it, test } from 'vitest'
import type { BowlSpec, DecaySpec, DescentExperiment } from '../engine/experiment.ts'
import { column } from '../engine/row.ts'
import { alphaAt } from '../engine/schedules/index.ts'
import { completed } from '../engine/validate.ts'
import { factsOf } from '../labs/descent/lesson/facts.ts'
import { computeRace } from '../engine/computeRace.ts'
import { cloudOf } from '../panels/cloud/cloud.ts'
import { isEndless, tankOf } from '../panels/schedules/tank.ts'
import { decay } from './decay.ts'
import { judged, revealed, stepOf } from '../labs/testing/steps.ts'

const stateOf = (id: string): DescentExperiment => stepOf(decay, id).document.experiment
const half: DecaySpec = { kind: 'exponential', base: 0.5 }
const slow: DecaySpec = { kind: 'exponential', base: 0.95 }
const inverse: DecaySpec = { kind: 'inverse', rate: 1, every: 1 }

test('the lecture’s table, and where 0.95^epoch overtakes', () => {
  const table = [0, 1, 2, 3, 4].map((epoch) => alphaAt(0.2, epoch, inverse).toPrecision(2))
  expect(table).toEqual(['0.20', '0.10', '0.067', '0.050', '0.040'])
  const smaller = Array.from({ length: 200 }, (_, e) => alphaAt(1, e, slow) < alphaAt(1, e, inverse))
  expect(smaller.indexOf(true)).toBe(88)
  expect(smaller.slice(88).every(Boolean)).toBe(true)
  expect(alphaAt(1, 20, slow)).toBeCloseTo(0.36, 2)
})

test('with decay the run arrives as fast, and wanders in a much smaller cloud in the last epoch', () => {
  const races = computeRace(stateOf('first'))
  const distance = ({ rows, width }: (typeof races)[0], step: number): number =>
    Math.hypot(rows[step * width + column.theta], rows[step * width + column.theta + 1])
  const arrives = races.map((race) => {
    let step = 0
    while (distance(race, step) >= 0.5) step++
    return step
  })
  expect(arrives).toEqual([15, 15])
  const last = races.map((race) => {
    const steps = Array.from({ length: 64 }, (_, i) => distance(race, race.length - 1 - i) ** 2)
    return Math.sqrt(steps.reduce((sum, one) => sum + one, 0) / 64)
  })
  expect(last).toEqual([expect.closeTo(0.156, 3), expect.closeTo(0.024, 3)])
})

test('the last 2,000 points lie in rings of radius 0.265 and 0.075', () => {
  const experiment = stateOf('closing-in')
  const races = computeRace(experiment)
  const rings = races.map((race) => cloudOf(race, race.length - 1, experiment.objective as BowlSpec)!.radius)
  expect(rings).toEqual([expect.closeTo(0.265, 3), expect.closeTo(0.075, 3)])
  expect(rings[1] / rings[0]).toBeGreaterThan(0.25)
  expect(rings[1] / rings[0]).toBeLessThan(0.34)
  const { rows, width, length } = races[1]
  expect(rows[(length - 1) * width + column.alpha]).toBeCloseTo(0.02, 12)
})

describe('too early', () => {
  it('freezes with 65% of the way left, 1.5% and 30% with the others', () => {
    const experiment = completed<DescentExperiment>({
      ...stateOf('too-early'),
      runs: [half, slow, inverse].map((one) => ({ optimizer: 'gd', alpha: 0.2, decay: one })),
    })
    const left = factsOf(experiment, computeRace(experiment)).runs.map(({ theta }) => theta[0] / -8)
    expect(left).toEqual([expect.closeTo(0.65, 2), expect.closeTo(0.015, 3), expect.closeTo(0.3, 2)])
  })
  it('shows both runs after the reveal', () => {
    expect(revealed(decay, 'too-early').runs.map((run) => run.decay)).toEqual([half, slow])
  })
  it('has 0.4 and 4 in the tank', () => {
    expect(tankOf(0.2, half, 1)).toEqual({ sum: expect.closeTo(0.4, 12), share: expect.closeTo(0.65, 2) })
    expect(tankOf(0.2, slow, 1)).toEqual({ sum: expect.closeTo(4, 9), share: expect.closeTo(0.0146, 4) })
    expect(tankOf(0.2, inverse, 1)).toEqual({ sum: Infinity, share: 0 })
  })
})

describe('the tank', () => {
  it('knows which schedules never run dry', () => {
    const kinds: readonly [DecaySpec, boolean][] = [
      [{ kind: 'none' }, true],
      [inverse, true],
      [{ kind: 'inverseSqrt', k: 1 }, true],
      [{ kind: 'warmup', epochs: 5 }, true],
      [half, false],
      [{ kind: 'exponential', base: 1 }, true],
      [{ kind: 'staircase', factor: 0.5, every: 10 }, false],
      [{ kind: 'cosine', epochs: 20, floor: 0 }, false],
      [{ kind: 'cosine', epochs: 20, floor: 0.1 }, true],
      [{ kind: 'oneCycle', epochs: 20, start: 0.1, floor: 0 }, false],
      [{ kind: 'manual', points: [[3, 0]] }, false],
      [{ kind: 'manual', points: [] }, true],
    ]
    for (const [one, endless] of kinds) expect([one.kind, isEndless(0.2, one)]).toEqual([one.kind, endless])
  })
  it('sums stairs, manual points and steps within an epoch', () => {
    expect(tankOf(0.2, { kind: 'staircase', factor: 0.5, every: 10 }, 1).sum).toBeCloseTo(4, 9)
    const hand: DecaySpec = {
      kind: 'manual',
      points: [
        [2, 0.1],
        [5, 0],
      ],
    }
    expect(tankOf(0.2, hand, 1).sum).toBeCloseTo(0.2 * 2 + 0.1 * 3, 12)
    expect(tankOf(0.2, hand, 1, 8, 20).sum).toBeCloseTo(4 * 0.1 + 2 * 8 * 0.1, 12)
    expect(tankOf(0.2, { kind: 'cosine', epochs: 20, floor: 0 }, 1).sum).toBeCloseTo(2.1, 9)
  })
})

test('at step 60 α is 0.2 with B = 64 and 0.025 with B = 512', () => {
  const races = computeRace(stateOf('epochs'))
  expect(races.map(({ rows, width }) => rows[60 * width + column.alpha])).toEqual([0.2, 0.025])
})

describe('by hand', () => {
  const experiment = stateOf('by-hand')
  const tried = (points: readonly (readonly [number, number])[] | undefined, seed = 1) => {
    const own = completed<DescentExperiment>({
      ...experiment,
      seed,
      runs: [{ optimizer: 'gd', alpha: 0.2, ...(points && { decay: { kind: 'manual', points } }) }],
    })
    return judged(decay, 'by-hand', own)
  }
  it('is solved by a drop after one epoch, never by a constant α', () => {
    const solution = [
      [0, 0.2],
      [1, 0.05],
      [2, 0.01],
    ] as const
    expect(tried(solution)).toMatchObject({ done: true, score: 73 })
    expect(tried(solution, 2).done).toBe(false)
    // A constant α is below 0.01 at its last step by chance, from step 640 on: that does not count.
    expect(tried(undefined).done).toBe(false)
    expect(tried(undefined).score).toBeUndefined()
    // Nor does a decay that is too weak, or one that comes too late.
    const weak = [
      [0, 0.2],
      [1, 0.05],
    ] as const
    const late = [
      [0, 0.2],
      [2, 0.05],
      [4, 0.01],
    ] as const
    expect(tried(weak).score).toBeUndefined()
    expect(tried(late)).toMatchObject({ done: false, score: 184 })
  })
})
