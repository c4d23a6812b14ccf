// Computes the figures stated in the lesson on local optima.
import { describe, expect, it, test } from 'vitest'
import { column } from '../engine/row.ts'
import { completed } from '../engine/validate.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { landscapeOf, placeAt } from '../panels/curvature/curvature.ts'
import { oddsInWords, powerOfTen } from '../panels/curvature/odds.ts'
import { factsOf } from '../labs/descent/lesson/facts.ts'
import { computeRace, type Rows } from '../engine/computeRace.ts'
import { documentAfter } from '../labs/descent/lesson/documents.ts'
import { judged, stepOf } from '../labs/testing/steps.ts'
import { localOptima } from './localOptima.ts'

const stateOf = (id: string): DescentExperiment => stepOf(localOptima, id).document.experiment
const endOf = (experiment: DescentExperiment) => factsOf(experiment, computeRace(experiment)).runs

test('among dips each run ends in its own', () => {
  for (const { cost, theta } of endOf(stateOf('first'))) {
    expect(cost).toBeCloseTo(7.96, 2)
    expect(theta).toEqual([expect.closeTo(1.99, 2), expect.closeTo(1.99, 2)])
  }
})

describe('exactly on the ridge', () => {
  const experiment = stateOf('ridge')
  it('all examples stay at the saddle, batches of 64 leave after about 75 steps', () => {
    const races = computeRace(experiment)
    const [whole, batches] = factsOf(experiment, races).runs
    expect(whole.theta).toEqual([expect.closeTo(0, 6), 0])
    expect(whole.cost).toBeCloseTo(0.25, 12)
    expect(Math.abs(batches.theta[1])).toBeCloseTo(1, 2)
    const { rows, width } = races[1]
    const leaves = Array.from({ length: 200 }, (_, t) => Math.abs(rows[t * width + column.theta + 1]) > 0.5)
    expect(leaves.indexOf(true)).toBeGreaterThan(65)
    expect(leaves.indexOf(true)).toBeLessThan(85)
  })
  it('without noise both stay', () => {
    const calm = completed<DescentExperiment>({
      ...experiment,
      objective: { ...experiment.objective, noise: 0 },
    })
    for (const { theta } of endOf(calm)) expect(theta[1]).toBe(0)
  })
})

describe('signs of the curvatures', () => {
  const kindAt = (id: string, cards = false) => {
    const { step, document } = stepOf(localOptima, id)
    const states = cards ? step.cards!.map(({ load }) => load) : [{}]
    return states.map((state) => {
      const { experiment, cursor } = documentAfter(document, state)
      const landscape = landscapeOf(experiment.objective, experiment.seed)!
      const [x, y] = cursor === 0 ? experiment.start! : endOf(experiment)[0].theta
      return placeAt(landscape, [x, y])
    })
  }
  it('gradient descent stops at a saddle with λ = 1 and −1', () => {
    const [found] = kindAt('signs')
    expect(found.kind).toBe('saddle')
    expect(found.gradient).toBeLessThan(1e-8)
    expect(found.curvatures.map(({ lambda }) => lambda)).toEqual([expect.closeTo(1), expect.closeTo(-1)])
    expect(found.curvatures[0].direction).toEqual([1, 0])
  })
  it('the cards show a minimum, a summit and a plateau', () => {
    expect(kindAt('signs', true).map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'plateau'])
  })
  it('follows turned axes: the second derivative along a direction is its λ', () => {
    const landscape = landscapeOf(
      completed<DescentExperiment>({
        version: 1,
        lab: 'descent',
        objective: { kind: 'quadratic', curvature: [1, 9], angle: 30 },
        runs: [{ optimizer: 'gd', alpha: 0.1 }],
      }).objective,
      1,
    )!
    for (const { lambda, direction } of placeAt(landscape, [0, 0]).curvatures)
      expect(2 * landscape.value(...direction)).toBeCloseTo(lambda, 10)
  })
})

test('pⁿ in words: one in four, one in a million, 10⁻⁶⁰²¹', () => {
  expect(oddsInWords(0.5, 2)).toMatchObject({ number: '0.25', oneIn: '4' })
  expect(oddsInWords(0.5, 20).oneIn).toBe('1,048,576')
  expect(powerOfTen(0.5, 20_000)).toBeCloseTo(-6020.6, 1)
  expect(oddsInWords(0.5, 20_000)).toEqual({ number: '≈ 10⁻⁶⁰²¹', zeros: 6020 })
  expect(powerOfTen(0.5, 1000)).toBeCloseTo(-301, 1)
})

describe('the shelf', () => {
  const experiment = stateOf('plateau')
  /** Returns the first step beyond x = −2. */
  const leaves = ({ rows, width, length }: Rows): number => {
    for (let t = 0; t < length; t++) if (rows[t * width + column.theta] > -2) return t
    return Infinity
  }
  it('is left by Adam at step 15, momentum at 30, RMSprop at 42, gradient descent at 176', () => {
    expect(computeRace(experiment).map(leaves)).toEqual([176, 30, 42, 15])
  })
  it('is left by RMSprop at step 7 with α = 0.2: the order depends on the α’s', () => {
    const fast = completed<DescentExperiment>({ ...experiment, runs: [{ optimizer: 'rmsprop', alpha: 0.2 }] })
    expect(computeRace(fast).map(leaves)).toEqual([7])
  })
  it('makes gradient descent diverge from α = 0.1 on', () => {
    const steep = completed<DescentExperiment>({
      ...experiment,
      runs: [
        { optimizer: 'gd', alpha: 0.099 },
        { optimizer: 'gd', alpha: 0.101 },
      ],
    })
    const [below, above] = endOf(steep)
    expect(below.cost).toBeLessThan(1)
    expect(above.cost).toBeGreaterThan(1e5)
  })
  it('is left no earlier by momentum at the same α: 197 to 176', () => {
    const { step, document } = stepOf(localOptima, 'plateau')
    const same = documentAfter(document, step.cards![0].load).experiment
    expect(computeRace(same).map(leaves)).toEqual([176, 197])
  })
  it('has a challenge that the hint solves', () => {
    const solved = completed<DescentExperiment>({
      ...experiment,
      runs: [{ optimizer: 'adam', alpha: 0.2, beta1: 0.7 }],
    })
    expect(judged(localOptima, 'plateau', solved)).toMatchObject({ done: true, score: 19 })
    const missed = (change: object) => {
      const near = completed<DescentExperiment>({ ...experiment, runs: [{ optimizer: 'adam', ...change }] })
      return judged(localOptima, 'plateau', near)
    }
    expect(missed({ alpha: 0.21 })).toMatchObject({ done: false, score: 34 })
    expect(missed({ alpha: 0.2, beta1: 0.8 })).toMatchObject({ done: false, score: 20 })
    expect(missed({ alpha: 0.47 })).toMatchObject({ done: false })
  })
})
