// Computes the figures stated in the later additions to the lessons.
import { describe, expect, it } from 'vitest'
import { endingCost, lowest, triedAlphas } from '../engine/ending.ts'
import type { DescentExperiment } from '../engine/experiment.ts'
import { column } from '../engine/row.ts'
import { completed } from '../engine/validate.ts'
import { factsOf } from '../labs/descent/lesson/facts.ts'
import { computeRace, type Rows } from '../engine/computeRace.ts'
import { adam } from './adam.ts'
import { decay } from './decay.ts'
import { localOptima } from './localOptima.ts'
import { documentAfter } from '../labs/descent/lesson/documents.ts'
import { judged, revealed, stepOf } from '../labs/testing/steps.ts'
import { builds, buildOf, hiddenBut } from '../panels/moments/BuildAdam.tsx'
import { distances } from '../panels/moments/agreement.ts'
import { arrowsAt, reachOf } from '../panels/moments/arrows.ts'
import { momentum } from './momentum.ts'
import { readingTheCost } from './readingTheCost.ts'
import { rmsprop } from './rmsprop.ts'

const value = ({ rows, width }: Rows, t: number, at: number): number => rows[t * width + at]
/** Returns J of the last steps. */
const lastCosts = (race: Rows, count: number): number[] =>
  Array.from({ length: count }, (_, i) => value(race, race.length - count + i, column.cost))

describe('the frozen network', () => {
  const rises = (race: Rows): number => {
    let count = 0
    for (let t = 2; t < race.length; t++)
      if (value(race, t, column.batchCost) > value(race, t - 1, column.batchCost)) count++
    return count
  }
  it('rises in 119 of 239 steps while J is flat at 0.705; with α = 2 it was 107', () => {
    const [learning] = computeRace(stepOf(readingTheCost, 'freeze').document.experiment)
    const [frozen] = computeRace(revealed(readingTheCost, 'freeze'))
    expect([learning, frozen].map((race) => [race.length - 2, rises(race)])).toEqual([
      [239, 107],
      [239, 119],
    ])
    const costs = lastCosts(frozen, frozen.length)
    expect(Math.max(...costs) - Math.min(...costs)).toBeLessThan(1e-5)
    expect(costs[0]).toBeCloseTo(0.705, 3)
  })
})

describe('rmsprop', () => {
  it('survives fifteen times the limit next to gradient descent, which diverges 1% above it', () => {
    const { experiment } = stepOf(rmsprop, 'chatter').document
    const [ball, plain] = factsOf(experiment, computeRace(experiment)).runs
    expect(experiment.runs.map(({ alpha }) => alpha / 0.02)).toEqual([
      expect.closeTo(15, 9),
      expect.closeTo(1.01, 9),
    ])
    expect(ball.cost).toBeLessThan(1.4)
    expect(plain.cost).toBeCloseTo(2625, 0)
  })
  it('goes straight along the floor from step 3 to 34, where the sign rule hops by 0.3', () => {
    const [remembers, sign] = computeRace(stepOf(rmsprop, 'sign').document.experiment)
    const b = column.theta + 1
    for (let t = 3; t <= 34; t++) expect(Math.abs(value(remembers, t, b))).toBeLessThan(0.001)
    for (let t = 4; t <= 60; t++)
      expect(Math.abs(value(sign, t, b) - value(sign, t - 1, b))).toBeCloseTo(0.3, 9)
  })
  it('is the sign rule at β₂ = 0', () => {
    const { experiment } = stepOf(rmsprop, 'sign').document
    const [plain, sign] = computeRace(
      completed<DescentExperiment>({
        ...experiment,
        runs: [{ ...experiment.runs[0], beta2: 0 }, experiment.runs[1]],
      }),
    )
    for (let t = 0; t <= 60; t++)
      for (const i of [0, 1])
        expect(value(plain, t, column.theta + i)).toBeCloseTo(value(sign, t, column.theta + i), 5)
  })
})

describe('decay with RMSprop and Adam', () => {
  it('ends the hopping: J is 5e-7 with it, 1.2 without', () => {
    const [constant, falling] = factsOf(
      revealed(decay, 'adaptive'),
      computeRace(revealed(decay, 'adaptive')),
    ).runs
    expect(constant.cost).toBeCloseTo(1.22, 2)
    expect(falling.cost).toBeCloseTo(5e-7, 7)
  })
  it('arrives before its steps get small', () => {
    const experiment = revealed(decay, 'adaptive')
    const [, falling] = factsOf(experiment, computeRace(experiment)).runs
    expect(falling.stepsBelow(0.5)).toBeLessThanOrEqual(45)
  })
  it('brings a network to rest: 0.021 in the last three epochs, from 0.018 to 0.093 without', () => {
    const [constant, falling] = computeRace(revealed(decay, 'network')).map((race) => lastCosts(race, 96))
    expect([Math.min(...constant), Math.max(...constant)]).toEqual([
      expect.closeTo(0.018, 3),
      expect.closeTo(0.093, 3),
    ])
    for (const cost of falling) expect(cost).toBeCloseTo(0.021, 3)
    // The batches stay as noisy as before.
    const [, race] = computeRace(revealed(decay, 'network'))
    const batches = Array.from({ length: 96 }, (_, i) => value(race, race.length - 96 + i, column.batchCost))
    expect(Math.max(...batches)).toBeGreaterThan(3 * Math.min(...batches))
  })
})

describe('four optimizers on a network', () => {
  const endings = (experiment: DescentExperiment): number[] =>
    experiment.runs.map(({ alpha }, run) => endingCost(experiment, run, alpha))
  const { step, document } = stepOf(adam, 'networks')
  const [spiral, penguins] = step.cards!.map((card) => documentAfter(document, card.load).experiment)

  it.each([
    ['circles', document.experiment],
    ['penguins', penguins],
  ])('gives each the best α of the 13 on the %s', (_, experiment) => {
    experiment.runs.forEach(({ alpha }, run) => {
      const tried = triedAlphas.map((one) => endingCost(experiment, run, one))
      expect(triedAlphas[lowest(tried)]).toBe(alpha)
    })
  })
  it('gives each an α on the spiral whose neighbors among the 13 are worse', () => {
    spiral.runs.forEach(({ alpha }, run) => {
      const at = triedAlphas.findIndex((one) => one === alpha)
      const own = endingCost(spiral, run, alpha)
      for (const one of [at - 1, at + 1])
        expect(endingCost(spiral, run, triedAlphas[one])).toBeGreaterThan(own)
    })
  })
  it('has 0.071, 0.040, 0.043 and 0.019 on the circles', () => {
    expect(endings(document.experiment)).toEqual(
      [0.071, 0.04, 0.043, 0.019].map((one) => expect.closeTo(one, 3)),
    )
  })
  it('with seed 2 has momentum slightly ahead of Adam', () => {
    const best = (run: number): number =>
      Math.min(...triedAlphas.map((alpha) => endingCost({ ...document.experiment, seed: 2 }, run, alpha)))
    expect([best(1), best(3)]).toEqual([expect.closeTo(0.027, 3), expect.closeTo(0.029, 3)])
  })
  it('leaves three above 0.6 on the spiral, Adam below 0.45', () => {
    const [plain, ball, scaled, both] = endings(spiral)
    for (const one of [plain, ball, scaled]) expect(one).toBeGreaterThan(0.6)
    expect(both).toBeLessThan(0.45)
  })
  it('brings all four below 0.01 on the penguins', () => {
    for (const one of endings(penguins)) expect(one).toBeLessThan(0.01)
  })
})

describe('ten arrows', () => {
  const { experiment } = stepOf(momentum, 'sum').document
  const [race] = computeRace(experiment)
  const trace = { ...race, rowAt: (step: number) => step, columnOf: () => column.theta + 2 }
  const V = (t: number, i: number): number => value(race, t, column.theta + 4 + i)
  it('add up to −V, whatever β', () => {
    for (const beta of [0.5, 0.9, 0.98]) {
      const [other] = computeRace(completed({ ...experiment, runs: [{ ...experiment.runs[0], beta }] }))
      for (const t of [1, 5, 20, 40])
        for (const i of [0, 1] as const) {
          const { last, older, sum } = arrowsAt({ ...trace, ...other }, t, beta, true)
          expect(sum[i]).toBeCloseTo(-value(other, t, column.theta + 4 + i), 9)
          expect(last.reduce((total, one) => total + one[i], older[i])).toBeCloseTo(sum[i], 9)
          expect(last).toHaveLength(Math.min(t, 10))
        }
    }
  })
  it('without 1 − β, as PyTorch has it, too', () => {
    const run = { ...experiment.runs[0], alpha: 0.005, convention: 'pytorch' as const }
    const [other] = computeRace(completed({ ...experiment, runs: [run] }))
    const { sum } = arrowsAt({ ...trace, ...other }, 20, 0.9, false)
    expect(sum[0]).toBeCloseTo(-value(other, 20, column.theta + 4), 9)
    expect(sum[0]).toBeCloseTo(-10 * V(20, 0), 6)
  })
  it('have length 18 along b and reach 1.3, length 4.1 along w and reach 4.1', () => {
    const arrows = arrowsAt(trace, 20, 0.9, true)
    const [alongW, alongB] = ([0, 1] as const).map((axis) => reachOf(arrows, axis))
    expect([alongB.length, alongB.reach]).toEqual([expect.closeTo(18, 1), expect.closeTo(1.3, 1)])
    expect([alongW.length, alongW.reach]).toEqual([expect.closeTo(4.1, 1), expect.closeTo(4.1, 1)])
  })
})

describe('agreement, not size', () => {
  const { experiment } = stepOf(adam, 'agree').document
  const moved = distances(experiment.runs[0], experiment.convention, 100)
  it('moves them by 100, 1.8 and 11.6 α in 100 steps', () => {
    expect(moved.map((one) => one[100])).toEqual([
      expect.closeTo(100, 2),
      expect.closeTo(1.8, 1),
      expect.closeTo(11.6, 1),
    ])
  })
  it('takes steps of 1.00, 0.05 and, on average of two, 0.10 α', () => {
    for (let t = 40; t < 100; t++) {
      const [steady, turning, both] = moved.map((one) => one[t + 1] - one[t])
      expect(steady).toBeCloseTo(1, 4)
      expect(Math.abs(turning)).toBeCloseTo(0.05, 2)
      expect((both + moved[2][t] - moved[2][t - 1]) / 2).toBeCloseTo(0.1, 2)
    }
  })
})

describe('Build Adam', () => {
  const experiment = revealed(adam, 'build')
  const races = computeRace(experiment)
  const steps = factsOf(experiment, races).runs.map((run) => run.stepsBelow(0.5))
  it('has a run for each way of switching its parts', () => {
    expect(experiment.runs).toHaveLength(builds.length)
    experiment.runs.forEach(({ optimizer, beta1, beta, biasCorrection = false }, i) => {
      const { V, S, corrected } = builds[i]
      expect([optimizer === 'adam', (beta1 ?? beta ?? 0) > 0, biasCorrection]).toEqual([S, V, corrected])
    })
    for (const V of [false, true])
      for (const S of [false, true])
        for (const corrected of [false, true]) expect(buildOf({ V, S, corrected })).toBeGreaterThanOrEqual(0)
    expect(hiddenBut(4)).toEqual(stepOf(adam, 'build').step.prediction!.reveal!.view!.hidden)
  })
  it('takes 52 steps without V, 43 with V alone, 40 whole', () => {
    expect([steps[4], steps[1], steps[6]]).toEqual([52, 43, 40])
  })
  it('goes straighter without V: it never crosses the floor by 0.01, the whole one does by 0.3', () => {
    const lowest = (race: Rows): number =>
      Math.min(...Array.from({ length: race.length }, (_, t) => value(race, t, column.theta + 1)))
    expect(lowest(races[4])).toBeGreaterThan(-0.01)
    expect(lowest(races[6])).toBeLessThan(-0.25)
  })
  it('sends a corrected V up the other wall, and takes a first step of 9.5 with √S alone', () => {
    expect(value(races[2], 1, column.theta + 1)).toBeCloseTo(-4, 6)
    expect(value(races[3], 1, column.theta) + 10).toBeCloseTo(9.5, 1)
    expect(value(races[3], 0, column.cost)).toBeCloseTo(100, 9)
    expect(value(races[3], 1, column.cost)).toBeCloseTo(3601, 0)
  })
})

describe('five million again', () => {
  const { experiment } = stepOf(localOptima, 'five-million').document
  const inverse = { kind: 'inverse', rate: 1 }
  const ball = { optimizer: 'momentum', alpha: 0.05 }
  const tried: readonly (readonly [string, object])[] = [
    ['momentum, B = 125,000, decay', { ...ball, batchSize: 125_000, decay: inverse }],
    ['no decay', { ...ball, batchSize: 125_000 }],
    ['gradient descent', { optimizer: 'gd', alpha: 0.0195, batchSize: 125_000, decay: inverse }],
    ['a small batch', { ...ball, batchSize: 1000, decay: inverse }],
  ]
  // All in one race, so the examples are generated once.
  const whole = completed<DescentExperiment>({ ...experiment, runs: tried.map(([, run]) => run) })
  const races = computeRace(whole)
  const outcomeOf = (i: number) => {
    const alone = { ...whole, runs: [whole.runs[i]] }
    return judged(localOptima, 'five-million', alone, [races[i]])
  }
  it('is solved with a large batch, momentum and decay', () => {
    expect(outcomeOf(0)).toMatchObject({ done: true })
    expect(outcomeOf(0).score).toBeLessThan(100)
  })
  it.each([1, 2, 3])('is not solved by near miss %i', (i) => {
    expect([tried[i][0], outcomeOf(i).done]).toEqual([tried[i][0], false])
  })
  it('refuses a batch that needs more than five passes, and other problems', () => {
    const greedy = { ...whole, runs: [{ ...whole.runs[0], batchSize: 250_000 }] }
    expect(judged(localOptima, 'five-million', greedy, [races[0]]).says!.en).toContain('9.8 times')
    const easier = { ...whole, start: [-1, 0], runs: [whole.runs[0]] }
    expect(judged(localOptima, 'five-million', easier, [races[0]]).done).toBe(false)
  })
})
