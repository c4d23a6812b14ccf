// Computes the figures stated in the first lessons.
import { describe, expect, it } from 'vitest'
import { Batches } from '../engine/batches.ts'
import type { DescentExperiment, LeastSquaresSpec, NetworkSpec, QuadraticSpec } from '../engine/experiment.ts'
import { exampleLine } from '../engine/objectives/exampleLine.ts'
import { createNetwork } from '../engine/objectives/network.ts'
import { column } from '../engine/row.ts'
import { Run } from '../engine/run.ts'
import { cloudOf } from '../panels/cloud/cloud.ts'
import { factsOf, type DescentFacts } from '../labs/descent/lesson/facts.ts'
import { computeRace, type Rows } from '../engine/computeRace.ts'
import { limitOf } from '../panels/limits.ts'
import { withInputs } from '../panels/line.ts'
import { stepAt } from '../state/axis.ts'
import { openDocument } from '../state/experiment.ts'
import { batchSize } from './batchSize.ts'
import { documentAfter } from '../labs/descent/lesson/documents.ts'
import type { Lesson } from '../course/lesson.ts'
import { judged, revealed, stepOf } from '../labs/testing/steps.ts'
import { miniBatch } from './miniBatch.ts'
import { readingTheCost } from './readingTheCost.ts'
import { readingTheMap } from './readingTheMap.ts'

/** The batch of every epoch whose labels are all wrong in "the returning spike". */
const spoiled = 3

const values = ({ rows, width, length }: Rows, place: number): number[] =>
  Array.from({ length: length - 1 }, (_, i) => rows[(i + 1) * width + place])
const rises = (list: readonly number[]): number => list.slice(1).filter((value, i) => value > list[i]).length

describe('numbers in the first lessons', () => {
  it('is one batch of every epoch', () => {
    const { dataset } = stepOf(readingTheCost, 'spike').document.experiment.objective as NetworkSpec
    const { examples, from, count } = new Batches(1, 512, 64, false).batchOf(spoiled)
    expect(dataset).toMatchObject({ flipped: Array.from(examples.slice(from, from + count)) })
  })
})

describe('moment 1: it has not moved yet', () => {
  const { document } = stepOf(miniBatch, 'waiting')
  it('is about five million examples', () => {
    openDocument(document)
    expect(document.experiment.objective).toMatchObject({ kind: 'network', dataset: { m: 5_000_000 } })
    expect(document.view.axis).toBe('examples')
  })
  it('counts 0 and 4,999 steps at 4,999,999 examples, 1 and 5,000 at 5,000,000', () => {
    openDocument(document)
    const steps = (examples: number) => [0, 1].map((run) => stepAt('examples', run, examples))
    expect(steps(4_999_999)).toEqual([0, 4999])
    expect(steps(5_000_000)).toEqual([1, 5000])
  })
  it('has the mini-batch run lower after the same share of an epoch, with a fiftieth of the data', () => {
    const { objective, ...rest } = document.experiment
    if (objective.kind !== 'network') throw new Error('a network')
    const small = { ...objective, dataset: { ...objective.dataset, m: 100_000 } } as typeof objective
    const runs = rest.runs.map((run, i) => ({ ...run, steps: i === 0 ? 1 : 100 }))
    const [batch, mini] = computeRace({ ...rest, objective: small, runs })
    expect(values(mini, column.cost).at(-1)).toBeLessThan(0.7 * values(batch, column.cost)[0])
  })
})

describe('reading the cost', () => {
  it('full J of B = m never rises, J^{t} of B = 64 in 107 of 239 steps', () => {
    const [batch, mini] = computeRace(stepOf(readingTheCost, 'first').document.experiment)
    expect(rises(values(batch, column.cost))).toBe(0)
    expect(rises(values(mini, column.batchCost))).toBe(107)
    const costs = values(mini, column.cost)
    expect(costs.at(-1)).toBeLessThan(costs[0] / 5)
  })
  it('the alarm’s run rises at nearly every step above 2/λmax, and never below', () => {
    const { experiment } = stepOf(readingTheCost, 'alarm').document
    const J = values(computeRace(experiment)[0], column.cost)
    expect(rises(J)).toBeGreaterThan(40)
    const calm = { ...experiment, runs: [{ ...experiment.runs[0], alpha: 0.107 }] }
    expect(rises(values(computeRace(calm)[0], column.cost))).toBe(0)
    const card = stepOf(readingTheCost, 'alarm').step.cards![0]
    const ball = documentAfter(stepOf(readingTheCost, 'alarm').document, card.load).experiment
    expect(rises(values(computeRace(ball)[0], column.cost))).toBeGreaterThan(3)
  })

  const { document } = stepOf(readingTheCost, 'spike')
  /** The place, from 1, of the highest J^{t} in each epoch, and its ratio to the median. */
  const peaks = (experiment: DescentExperiment) => {
    const J = values(computeRace(experiment)[0], column.batchCost)
    return Array.from({ length: J.length / 8 }, (_, epoch) => {
      const batches = J.slice(8 * epoch, 8 * epoch + 8)
      const highest = Math.max(...batches)
      return { place: batches.indexOf(highest) + 1, above: highest / batches.sort((a, b) => a - b)[4] }
    })
  }
  it('the bad batch spoils the next one, two batches repair it, and the tall spike is its own', () => {
    const [race] = computeRace(document.experiment)
    const J = values(race, column.batchCost)
    expect(J.slice(82, 84)).toEqual([expect.closeTo(1.23, 2), expect.closeTo(0.66, 2)])
    const full = values(race, column.cost)
    expect(full.slice(81, 83)).toEqual([expect.closeTo(0.49, 2), expect.closeTo(0.73, 2)])
    expect(full[84]).toBeCloseTo(full[81], 2)
  })
  it('the highest late spikes: a few wrong labels make up most of the loss', () => {
    const { experiment } = stepOf(readingTheCost, 'microscope').document
    const spec = experiment.objective as NetworkSpec
    const network = createNetwork(spec, experiment.seed)
    const [race] = computeRace(experiment)
    const J = values(race, column.batchCost)
    const late = J.map((cost, i) => ({ cost, step: i + 1 })).slice(200)
    const [{ step }] = late.sort((a, b) => b.cost - a.cost)
    const batches = new Batches(experiment.seed, 512, 64, true)
    const { examples, from, count } = batches.batchOf(step)
    const wrong = Array.from(examples.slice(from, from + count)).filter((i) => network.dataset.mislabelled(i))
    expect(wrong.length).toBeGreaterThan(1)
    expect(wrong.length).toBeLessThan(8)
  })
  it('the spike returns every 8 steps: 83, 91, 99', () => {
    const { experiment, cursor } = document
    expect([experiment.batchSize, experiment.reshuffle]).toEqual([64, false])
    expect(cursor! % 8).toBe(spoiled)
    const late = peaks(experiment).slice(9)
    expect(late.map(({ place }) => place)).toEqual(late.map(() => spoiled))
    for (const { above } of late) expect(above).toBeGreaterThan(1.5)
    expect([83, 91, 99, 107].map((t) => t % 8)).toEqual([spoiled, spoiled, spoiled, spoiled])
  })
  it('reshuffled, the spike breaks up and moves', () => {
    const late = peaks({ ...document.experiment, reshuffle: true }).slice(9)
    expect(new Set(late.map(({ place }) => place)).size).toBeGreaterThan(3)
    for (const { above } of late) expect(above).toBeLessThan(2.1)
  })
})

describe('moment 5: halve α', () => {
  const cloudsOf = (experiment: DescentExperiment) => {
    const races = computeRace(experiment)
    const clouds = races.map((rows) => cloudOf(rows, rows.length - 1, experiment.objective as QuadraticSpec)!)
    const arrivals = races.map(({ rows, width, length }) => {
      for (let i = 0; i < length; i++) {
        const from = i * width + column.theta
        if (Math.hypot(rows[from], rows[from + 1]) < 2 * clouds[0].radius) return i
      }
      return Infinity
    })
    return { radii: clouds.map(({ radius }) => radius), arrivals }
  }
  it('the radius shrinks to 0.70 ± 0.04, and the descent takes twice as long', () => {
    const { radii, arrivals } = cloudsOf(revealed(batchSize, 'cloud'))
    expect(radii[0]).toBeCloseTo(0.28, 2)
    expect(radii[1]).toBeCloseTo(0.2, 2)
    expect(Math.abs(radii[1] / radii[0] - 0.7)).toBeLessThan(0.04)
    expect(arrivals).toEqual([19, 40])
  })
  it('B = 4 halves it, B = 64 leaves 0.035, and decay closes in', () => {
    const { document, step } = stepOf(batchSize, 'cloud')
    const four = { ...document.experiment, runs: [{ ...document.experiment.runs[0], batchSize: 4 }] }
    expect(cloudsOf(four).radii[0] / 0.28).toBeCloseTo(0.5, 1)
    const [large, decay] = step.cards!.map(({ load }) => cloudsOf(documentAfter(document, load).experiment))
    expect(large.radii[0]).toBeCloseTo(0.035, 2)
    expect(decay.radii[1]).toBeLessThan(0.5 * decay.radii[0])
  })
})

it('reading the map: αλ = 1.6 hops, 0.6 of the distance is left each time; the line rises and b falls to about 1', () => {
  const [slice] = computeRace(stepOf(readingTheMap, 'slice').document.experiment)
  const w = values(slice, column.theta)
  w.slice(1).forEach((value, i) => expect(value / w[i]).toBeCloseTo(-0.6, 9))
  const line = computeRace(stepOf(readingTheMap, 'line').document.experiment)[0]
  const [end] = factsOf(stepOf(readingTheMap, 'line').document.experiment, [line]).runs
  expect(end.theta[0]).toBeGreaterThan(1)
  expect(end.theta[1]).toBeCloseTo(1.03, 0)
})

it('B = 1 ends near the minimum and wanders: J stays above that of B = m', () => {
  const { experiment } = stepOf(batchSize, 'three').document
  const [all, some, single] = factsOf(experiment, computeRace(experiment)).runs.map(({ cost }) => cost)
  expect([all < some, some < single, single - all < 0.1]).toEqual([true, true, true])
})

it('α = 0.11 diverges along λ = 20 and not along λ = 1', () => {
  const [run] = factsOf(
    revealed(readingTheMap, 'zigzag'),
    computeRace(revealed(readingTheMap, 'zigzag')),
  ).runs
  expect(Math.abs(run.theta[0])).toBeLessThan(1)
  expect(Math.abs(run.theta[1])).toBeGreaterThan(100)
})

describe('mini-batch', () => {
  it('little reading: B = 64 is too late, B = 128 is enough, small batches leave the target again', () => {
    const { document } = stepOf(miniBatch, 'first')
    const outcome = (batchSize: number, alpha = 0.2) => {
      const [all, run] = document.experiment.runs
      const experiment = { ...document.experiment, batchSize, runs: [all, { ...run, alpha }] }
      return judged(miniBatch, 'first', experiment)
    }
    expect(outcome(64).done).toBe(false)
    expect(outcome(128)).toMatchObject({ done: true, score: 1920 })
    expect(outcome(64, 0.1)).toMatchObject({ done: true, score: 1856 })
    // Too large a batch, too small an α, too noisy.
    expect([outcome(256), outcome(128, 0.1)].map(({ done }) => done)).toEqual([false, false])
    for (const size of [1, 8, 32]) expect(outcome(size).done).toBe(false)
  })
  it('with the same λ = 1, B = 64 is far behind B = m after as many epochs', () => {
    const { experiment } = documentAfter(
      stepOf(miniBatch, 'cost').document,
      stepOf(miniBatch, 'cost').step.prediction!.reveal!,
    )
    const accuracies = experiment.runs.map((_, index) => {
      const objective = createNetwork(experiment.objective as NetworkSpec, experiment.seed)
      const run = new Run(experiment, index, { objective })
      run.advance(new Float64Array((run.steps + 1) * run.width), run.steps + 1)
      return objective.view.score(run.snapshot().w, 0, objective.examples).correct / objective.examples
    })
    expect(accuracies[0]).toBeLessThan(0.8)
    expect(accuracies[1]).toBeGreaterThan(0.98)
  })
  it('has the mini-batch run at 2.02 where batch gradient descent is at 15, and nothing below 2', () => {
    const { experiment } = stepOf(miniBatch, 'first').document
    const [all, mini] = computeRace(experiment).map((race) => values(race, column.cost))
    expect([all.length, mini.length]).toEqual([2, 128])
    expect([all.at(-1), mini.at(-1)]).toEqual([expect.closeTo(15, 0), expect.closeTo(2.02, 2)])
    const long = { ...experiment, runs: [{ ...experiment.runs[0], steps: 400 }] }
    expect(values(computeRace(long)[0], column.cost).at(-1)).toBeCloseTo(2, 2)
  })
  it('has the last, short batch of an epoch about three times as noisy as the others, over many seeds', () => {
    // Near the minimum, where J^{t} shows the noise of the batches alone.
    const experiment = { ...stepOf(miniBatch, 'cut').document.experiment, start: [-1, 1] }
    let [short, whole] = [0, 0]
    for (let seed = 1; seed <= 200; seed++) {
      const [race] = computeRace({ ...experiment, seed } as DescentExperiment)
      const full = [race.rows[column.cost], ...values(race, column.cost)]
      values(race, column.batchCost).forEach((cost, i) => {
        const miss = (cost - full[i]) ** 2
        if (i >= 6 && i % 6 === 5) short += miss / 2
        else if (i >= 6) whole += miss / 10
      })
    }
    expect(Math.sqrt(100 / 12)).toBeCloseTo(2.9, 1)
    expect(Math.sqrt(short / whole)).toBeGreaterThan(2.5)
    expect(Math.sqrt(short / whole)).toBeLessThan(3.7)
  })
  it('cuts six batches of 512 by 100, the last of 12', () => {
    const { experiment } = stepOf(miniBatch, 'cut').document
    expect([experiment.batchSize, experiment.steps]).toEqual([100, 18])
    expect(experiment.objective).toMatchObject({ m: 512 })
  })
})

describe('challenges of lessons 2 and 3', () => {
  const outcomeOf = (
    lesson: Lesson,
    id: string,
    experiment: DescentExperiment,
    measured?: DescentFacts['measured'],
  ) => judged(lesson, id, experiment, undefined, measured)
  it('the alarm is silent up to about 2/λmax, which no letter of the formula tells', () => {
    const { experiment } = stepOf(readingTheCost, 'alarm').document
    const outcome = (change: object) =>
      outcomeOf(readingTheCost, 'alarm', {
        ...experiment,
        runs: [{ ...experiment.runs[0], ...change }],
      })
    expect(outcome({ alpha: 0.107 })).toEqual({ done: true, score: 0.107 })
    // Silent but not near the limit, then near it but not silent.
    expect(outcome({ alpha: 0.1 }).done).toBe(false)
    expect(outcome({ alpha: 0.108 }).says!.en).toMatch(/rises at step \d+/)
    expect(outcome({ alpha: 0.107, optimizer: 'momentum', beta: 0.9 }).done).toBe(false)
    // The Hessian is (4, 3; 3, 18).
    const lambdaMax = 11 + Math.sqrt(49 + 9)
    expect(2 / lambdaMax).toBeCloseTo(0.1074, 4)
    expect(limitOf(experiment, experiment.runs[0])).toBeUndefined()
    expect(outcomeOf(readingTheCost, 'alarm', { ...experiment, steps: 10 }).done).toBe(false)
  })
  it('labels are counted: three fixed ones are enough, three right ones flipped are not', () => {
    const { experiment } = stepOf(readingTheCost, 'microscope').document
    const spec = experiment.objective as NetworkSpec
    const { dataset } = createNetwork(spec, experiment.seed)
    const all = Array.from({ length: dataset.examples }, (_, i) => i)
    const wrong = all.filter((i) => dataset.mislabelled(i))
    const good = all.filter((i) => !dataset.mislabelled(i))
    expect(wrong).toHaveLength(10)
    const outcome = (flipped: number[]) =>
      outcomeOf(readingTheCost, 'microscope', {
        ...experiment,
        steps: 1,
        objective: { ...spec, dataset: { ...spec.dataset, flipped } } as NetworkSpec,
      })
    expect(outcome(wrong.slice(0, 3))).toEqual({ done: true, score: 7 })
    expect(outcome(wrong)).toEqual({ done: true, score: 0 })
    expect(outcome(good.slice(0, 3)).says!.en).toBe('13 labels are wrong.')
  })
  it('the smallest B whose epoch is within a fifth of the best', () => {
    const { experiment } = stepOf(batchSize, 'measured').document
    const measured = [1, 2, 4, 8, 16, 32].map((size, i) => ({ size, rate: [10, 18, 30, 60, 64, 70][i] }))
    const outcome = (size: number | 'all', rates?: DescentFacts['measured']) =>
      judged(batchSize, 'measured', { ...experiment, batchSize: size }, [], rates)
    expect(outcome(8).says!.en).toBe('Measure first.')
    expect(outcome(8, measured)).toEqual({ done: true, score: 8 })
    expect(outcome(4, measured).says!.en).toContain('2.33 times as long')
    expect(outcome(32, measured).says!.en).toContain('a smaller one is good enough')
    expect(outcome(9, measured).done).toBe(false)
    const steep = measured.map(({ size }) => ({ size, rate: size }))
    expect(outcome('all', steep)).toEqual({ done: true, score: 32 })
  })
  it('other units turn a round valley into a ravine with κ = 100 and the limit 0.02', () => {
    const { document, step } = stepOf(readingTheMap, 'ravine')
    const curvatures = (experiment: DescentExperiment) => {
      const { x } = experiment.objective as LeastSquaresSpec
      const mean = (of: (row: readonly number[]) => number) =>
        x.reduce((sum, row) => sum + of(row), 0) / x.length
      return [mean(([a]) => a * a), mean(([a]) => a), 1]
    }
    const [w, tilt] = curvatures(document.experiment)
    expect([w, tilt].map((value) => Math.round(value * 1e9) / 1e9 + 0)).toEqual([1, 0])
    const after = documentAfter(document, step.prediction!.reveal!).experiment
    expect(curvatures(after)[0]).toBeCloseTo(100, 9)
    /** Steps until J has covered 99% of the way to its least value. */
    const settles = (experiment: DescentExperiment): number => {
      const [race] = computeRace({ ...experiment, steps: 1000 })
      const costs = values(race, column.cost)
      const least = costs.at(-1)!
      return costs.findIndex((cost) => cost - least < 0.01 * (race.rows[column.cost] - least)) + 1
    }
    expect([settles(document.experiment), settles(after)]).toEqual([4, 106])
    // “Not centered” alone tilts the valley with κ = 34 and stays below its limit at 0.018. With ×10 on as well it
    // would be 2,508, with the limit 0.004.
    const kappaOf = (units: boolean) => {
      const [ww, wb, bb] = curvatures({
        ...after,
        objective: withInputs(exampleLine(), units, true),
      } as DescentExperiment)
      const half = (ww + bb) / 2
      const root = Math.sqrt(half ** 2 - (ww * bb - wb ** 2))
      return { kappa: (half + root) / (half - root), limit: 2 / (half + root) }
    }
    expect(kappaOf(false).kappa).toBeCloseTo(34, 0)
    expect(kappaOf(false).limit).toBeGreaterThan(0.018)
    expect(kappaOf(true)).toEqual({ kappa: expect.closeTo(2508, 0), limit: expect.closeTo(0.004, 3) })
    const J = (alpha: number) => {
      const runs = [{ ...after.runs[0], alpha }]
      return values(computeRace({ ...after, runs })[0], column.cost).at(-1)!
    }
    expect(J(0.018)).toBeLessThan(J(0.021))
    expect(J(0.021)).toBeGreaterThan(values(computeRace(after)[0], column.cost)[0])
  })
})
