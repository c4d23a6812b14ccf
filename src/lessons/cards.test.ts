// Each card "check it" loads a run that shows what the card says. Tests every card with its own numbers.
import { describe, expect, it, test } from 'vitest'
import type {
  AveragesExperiment,
  BowlSpec,
  DescentExperiment,
  NetworkSpec,
  QuadraticSpec,
} from '../engine/experiment.ts'
import { experimentValues, seasonOf } from '../engine/datasets/series.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { column } from '../engine/row.ts'
import { alphaAt } from '../engine/schedules/index.ts'
import { slidingMean } from '../engine/smooth.ts'
import { warmUp } from '../engine/weights.ts'
import { cloudOf } from '../panels/cloud/cloud.ts'
import { landscapeOf, placeAt } from '../panels/curvature/curvature.ts'
import { averagesFactsOf } from '../labs/averages/lesson/facts.ts'
import { diagnose } from '../panels/lesson/diagnosis.ts'
import { factsOf } from '../labs/descent/lesson/facts.ts'
import { computeRace, type Rows } from '../engine/computeRace.ts'
import { mustFall, firstRise } from '../panels/rising.ts'
import { examplesOf } from '../state/experiment.ts'
import { documentAfter, documentsOf } from '../labs/descent/lesson/documents.ts'
import { averagesOf } from '../labs/averages/lesson/documents.ts'
import { loadLesson } from '../app/catalog.ts'
import { lessons } from './index.ts'
import type { Card, Lesson } from '../course/lesson.ts'

/** What a card loads, as on the lesson's page. */
interface Loaded {
  readonly lesson: Lesson
  readonly at: number
  readonly card: Card
}
const descentOf = ({ lesson, at, card }: Loaded) => documentAfter({ ...documentsOf(lesson)[at] }, card.load)
const averagesFor = ({ lesson, at, card }: Loaded): AveragesExperiment => ({
  ...averagesOf(lesson)[at],
  ...(card.load.experiment as Partial<AveragesExperiment>),
})

const cost = ({ rows, width }: Rows, row: number): number => rows[row * width + column.cost]
const theta = ({ rows, width }: Rows, row: number, i: number): number => rows[row * width + column.theta + i]
const radiusOf = (race: Rows, { objective }: DescentExperiment): number =>
  cloudOf(race, race.length - 1, objective as BowlSpec | QuadraticSpec)!.radius
const withRuns = (experiment: DescentExperiment, change: object): DescentExperiment => ({
  ...experiment,
  runs: experiment.runs.map((run) => ({ ...run, ...change })),
})
/** Where a run of the card ends, or begins if time is at 0. */
function placeOf(loaded: Loaded) {
  const { experiment, cursor } = descentOf(loaded)
  const landscape = landscapeOf(experiment.objective, experiment.seed)!
  const [x, y] = cursor === 0 ? experiment.start! : factsOf(experiment, computeRace(experiment)).runs[0].theta
  return { landscape, ...placeAt(landscape, [x, y]) }
}

/** `lesson/step` and the index of its card. */
const claims: Readonly<Record<string, (loaded: Loaded) => void>> = {
  'mini-batch/cost 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const spec = experiment.objective as NetworkSpec
    // Two layers of weights, 2 × 8 and 8 × 1, and λ/(2m) times the sum of their squares. Biases have no penalty.
    expect([spec.layers, spec.lambda]).toEqual([[2, 8, 1], 2])
    const w = Float64Array.from({ length: 33 }, (_, i) => Math.fround(0.1 + 0.03 * i))
    const of = (lambda: number): number => createObjective({ ...spec, lambda }, experiment.seed).cost(w)
    const squares = [...w.slice(0, 16), ...w.slice(24, 32)].reduce((sum, one) => sum + one * one, 0)
    expect(of(2) - of(0)).toBeCloseTo((2 / (2 * examplesOf(experiment))) * squares, 6)
    expect(experiment.runs[0].batchSize).toBe(64)
  },
  'reading-the-cost/alarm 0': (loaded) => {
    const { experiment, cursor } = descentOf(loaded)
    const [race] = computeRace(experiment)
    expect(mustFall(experiment, 0)).toBe(false)
    expect(firstRise(race, cursor! + 1)).toBeGreaterThan(0)
    expect(cost(race, cursor!)).toBeLessThan(cost(race, 0) / 100)
  },
  'batch-size/cloud 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const small = withRuns(experiment, { batchSize: 1 })
    expect(radiusOf(computeRace(experiment)[0], experiment)).toBeCloseTo(0.035, 3)
    expect(radiusOf(computeRace(small)[0], small)).toBeCloseTo(0.28, 2)
  },
  'batch-size/cloud 1': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [constant, decayed] = computeRace(experiment).map((race) => radiusOf(race, experiment))
    expect(experiment.batchSize).toBe(100)
    expect(decayed).toBeLessThan(constant / 2)
  },
  'averages/first 0': (loaded) => {
    const experiment = averagesFor(loaded)
    const [first, second] = experimentValues(experiment)
    expect(loaded.card.load.cursor).toBe(2)
    const V = averagesFactsOf(experiment).uncorrected[0]
    expect(V[0]).toBeCloseTo(0.1 * first, 12)
    expect(V[1]).toBeCloseTo(0.9 * V[0] + 0.1 * second, 12)
    // With V₀ = 0 in its place the first day would be lost.
    expect(V[1]).toBeGreaterThan(0.9 * 0 + 0.1 * second + 1)
  },
  'averages/best 0': (loaded) => {
    const experiment = averagesFor(loaded)
    const errorOf = (beta: number): number => averagesFactsOf({ ...experiment, betas: [beta] }).errors[0]
    const days = experimentValues(experiment)
    const season = seasonOf(experiment.series)!
    const ofWindow = (count: number): number => {
      const mean = slidingMean(days, count, new Float64Array(days.length))
      return Math.sqrt(mean.reduce((sum, value, i) => sum + (value - season[i]) ** 2, 0) / mean.length)
    }
    expect([experiment.betas, experiment.windows]).toEqual([[0.9], [10]])
    expect([ofWindow(10), errorOf(0.9), ofWindow(12), errorOf(0.84)].map((one) => one.toFixed(2))).toEqual([
      '1.26',
      '1.35',
      '1.25',
      '1.20',
    ])
  },
  'bias-correction/divide 0': (loaded) => {
    const experiment = averagesFor(loaded)
    expect(loaded.card.load.cursor).toBe(2)
    expect(warmUp(experiment.betas[0], 2)).toBeCloseTo(0.0396, 12)
    const { corrected, uncorrected } = averagesFactsOf(experiment)
    expect(uncorrected[0][1] / corrected[0][1]).toBeCloseTo(0.0396, 12)
  },
  'bias-correction/warm-up 0': (loaded) => {
    const experiment = averagesFor(loaded)
    const { corrected, uncorrected } = averagesFactsOf(experiment)
    const given = (day: number): number => uncorrected[0][day - 1] / corrected[0][day - 1]
    expect(given(loaded.card.load.cursor!)).toBeCloseTo(0.65, 2)
    expect(given(60)).toBeGreaterThan(0.99)
  },
  'momentum/limit 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [run] = factsOf(experiment, computeRace(experiment)).runs
    expect(experiment.runs[0].alpha / 0.02).toBeCloseTo(18.5, 10)
    expect([run.diverged, run.cost < 1e-3]).toEqual([false, true])
  },
  'momentum/limit 1': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [race] = computeRace(experiment)
    expect(experiment.runs[0].alpha).toBe(0.381)
    expect(cost(race, race.length - 1)).toBeGreaterThan(10 * cost(race, 0))
  },
  'momentum/strips 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [race] = computeRace(experiment)
    expect(firstRise(race, race.length)).toBeGreaterThan(0)
    expect(mustFall(experiment, 0)).toBe(false)
    expect(cost(race, race.length - 1)).toBeLessThan(cost(race, 0) / 100)
    // Plain gradient descent below its limit never rises.
    const plain = withRuns(experiment, { optimizer: 'gd', alpha: 0.018 })
    expect(mustFall(plain, 0)).toBe(true)
    expect(firstRise(computeRace(plain)[0], race.length)).toBeUndefined()
  },
  'momentum/rule 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [course, pytorch] = computeRace(experiment)
    expect(experiment.runs.map(({ alpha }) => alpha)).toEqual([0.05, 0.005])
    for (let row = 0; row < course.length; row++)
      for (const i of [0, 1]) expect(theta(pytorch, row, i)).toBeCloseTo(theta(course, row, i), 10)
    const V = (race: Rows): number => race.rows[60 * race.width + column.theta + 2 * race.dimension]
    expect(V(pytorch)).not.toBeCloseTo(V(course), 6)
  },
  'rmsprop/axes 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const exchanged = computeRace(experiment)
    const own = computeRace(documentsOf(loaded.lesson)[loaded.at].experiment)
    experiment.runs.forEach((_, run) => {
      for (let row = 0; row < own[run].length; row++)
        expect([theta(exchanged[run], row, 1), theta(exchanged[run], row, 0)]).toEqual([
          theta(own[run], row, 0),
          theta(own[run], row, 1),
        ])
    })
  },
  'adam/both 0': (loaded) => {
    const { experiment, cursor } = descentOf(loaded)
    const [race] = computeRace(experiment)
    expect([cursor, experiment.runs[0].alpha]).toEqual([1, 0.3])
    for (const i of [0, 1]) expect(Math.abs(theta(race, 1, i) - theta(race, 0, i))).toBeCloseTo(0.3, 6)
    // With β₂ in the corrected V the first step would be (1 − β₁)/(1 − β₂) times as long.
    const { beta1, beta2 } = experiment.runs[0] as unknown as Record<string, number>
    expect((1 - beta1) / (1 - beta2)).toBeCloseTo(100, 9)
  },
  'adam/networks 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [plain, ball, scaled, both] = computeRace(experiment).map((race) => cost(race, race.length - 1))
    for (const one of [plain, ball, scaled]) expect(one).toBeGreaterThan(0.6)
    expect(both).toBeLessThan(0.45)
  },
  'adam/networks 1': (loaded) => {
    const { experiment } = descentOf(loaded)
    for (const race of computeRace(experiment)) expect(cost(race, race.length - 1)).toBeLessThan(0.01)
  },
  'adam/networks 2': (loaded) => {
    const { experiment } = descentOf(loaded)
    const ends = computeRace(experiment).map((race) => cost(race, race.length - 1))
    expect(ends).toEqual([0.36, 0.36, 0.22].map((one) => expect.closeTo(one, 2)))
    expect(experiment.runs.map(({ alpha }) => alpha)).toEqual([0.0007, 0.0007, 0.0007])
    // 5,000 epochs of ⌈300/64⌉ steps, to the last one.
    expect(experiment.steps).toBe(5000 * Math.ceil(examplesOf(experiment) / 64))
    // At 0.1 the first of them is as good as Adam.
    const [plain] = computeRace(
      withRuns({ ...experiment, runs: experiment.runs.slice(0, 1) }, { alpha: 0.1 }),
    )
    expect(cost(plain, plain.length - 1)).toBeCloseTo(0.22, 2)
  },
  'decay/network 0': (loaded) => {
    const ends = computeRace(descentOf(loaded).experiment).map((race) => cost(race, race.length - 1))
    expect(ends).toEqual([0.49, 0.22].map((one) => expect.closeTo(one, 2)))
  },
  'decay/first 0': (loaded) => {
    const { experiment, cursor } = descentOf(loaded)
    const { rows, width } = computeRace(experiment)[1]
    expect(cursor).toBeLessThan(64)
    expect(rows[cursor! * width + column.alpha]).toBe(0.2)
    expect(alphaAt(0.2, 1, experiment.runs[1].decay)).toBe(0.1)
  },
  'decay/closing-in 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const radius = radiusOf(computeRace(experiment)[0], experiment)
    const single = withRuns(experiment, { batchSize: 1 })
    expect(radius).toBeGreaterThan(0.2)
    expect(radiusOf(computeRace(single)[0], single)).toBeGreaterThan(3 * radius)
  },
  'decay/schedules 0': (loaded) => {
    const [inverse, half] = descentOf(loaded).experiment.runs.map(({ decay }) => decay)
    expect(alphaAt(1, 1, half)).toBe(alphaAt(1, 1, inverse))
    for (let epoch = 2; epoch <= 100; epoch++)
      expect(alphaAt(1, epoch, half)).toBeLessThan(alphaAt(1, epoch, inverse))
  },
  'decay/too-early 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const [race] = computeRace(experiment)
    expect(race.length).toBe(201)
    expect(theta(race, 200, 0) / theta(race, 0, 0)).toBeCloseTo(0.3, 2)
    expect(diagnose({ ...race, run: experiment.runs[0], exact: true, landscape: undefined })?.kind).not.toBe(
      'frozen',
    )
  },
  'local-optima/first 0': (loaded) => {
    const { experiment } = descentOf(loaded)
    const { minima } = landscapeOf(experiment.objective, experiment.seed)!
    expect(minima).toHaveLength(4)
    const endsAt = (start: readonly number[]) => {
      const moved = { ...experiment, start } as DescentExperiment
      return factsOf(moved, computeRace(moved)).runs[0]
    }
    const ends = [experiment.start!, [3, 3], [-3, 3], [-3, -3]].map((start) => endsAt(start))
    for (const { cost: J } of ends) expect(J).toBeLessThan(1e-3)
    expect(new Set(ends.map(({ theta: end }) => end.map(Math.round).join())).size).toBeGreaterThan(2)
  },
  'local-optima/signs 0': (loaded) => {
    const { kind, curvatures } = placeOf(loaded)
    expect(kind).toBe('minimum')
    for (const { lambda } of curvatures) expect(lambda).toBeGreaterThan(0)
  },
  'local-optima/signs 1': (loaded) => {
    const { kind, curvatures, gradient } = placeOf(loaded)
    expect(kind).toBe('maximum')
    expect(gradient).toBeLessThan(1e-4)
    for (const { lambda } of curvatures) expect(lambda).toBeLessThan(0)
  },
  'local-optima/signs 2': (loaded) => {
    const { kind, curvatures, gradient, landscape } = placeOf(loaded)
    expect(kind).toBe('plateau')
    expect(gradient).toBeLessThan(0.07)
    expect(Math.min(...curvatures.map(({ lambda }) => Math.abs(lambda)))).toBeLessThan(0.03)
    for (const [x, y] of landscape.minima ?? []) expect(Math.hypot(x + 6, y)).toBeGreaterThan(4)
  },
  'local-optima/plateau 0': (loaded) => {
    const leaves = (race: Rows): number => {
      for (let row = 0; row < race.length; row++) if (theta(race, row, 0) > -2) return row
      return Infinity
    }
    const { experiment } = descentOf(loaded)
    expect(experiment.runs.map(({ alpha }) => alpha)).toEqual([0.09, 0.09])
    expect(computeRace(experiment).map(leaves)).toEqual([176, 197])
  },
}

const all = await Promise.all(lessons.map(({ id }) => loadLesson(id)))
const loadeds = all.flatMap((lesson) =>
  lesson.steps.flatMap(({ id, cards = [] }, at) =>
    cards.map((card, number) => ({ name: `${lesson.id}/${id} ${number}`, loaded: { lesson, at, card } })),
  ),
)

test('every card has its claim, every claim its card', () => {
  expect(Object.keys(claims).sort()).toEqual(loadeds.map(({ name }) => name).sort())
})

describe('a card’s run shows what the card says', () => {
  for (const { name, loaded } of loadeds) it(name, () => claims[name](loaded))
})
