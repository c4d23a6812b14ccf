// Computes the answers of the transfer questions, and checks that the lessons do not give them away.
import { describe, expect, it, test } from 'vitest'
import { Batches } from '../../engine/batches.ts'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { createObjective } from '../../engine/objectives/create.ts'
import { createMemory, optimizers, settingsOf, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { moverOf } from '../../engine/optimizers/mover.ts'
import { column } from '../../engine/row.ts'
import { alphaAt } from '../../engine/schedules/index.ts'
import { completed } from '../../engine/validate.ts'
import { computeRace } from '../../engine/computeRace.ts'
import { plainText } from '../../panels/lesson/markup.ts'
import { misused } from '../../i18n/glossary.ts'
import { documentAfter, documentsOf } from '../../labs/descent/lesson/documents.ts'
import { lessonIds } from '../../course/ids.ts'
import { loadLesson } from '../../app/catalog.ts'
import { readingTheCost } from '../readingTheCost.ts'
import { orderOf } from '../../course/order.ts'
import { isRight, nameOf, type Question } from '../../course/transfer.ts'
import { questions } from './questions.ts'
import { twelve } from '../../app/transfer/twelve.ts'

const all = lessonIds.flatMap((lesson) => questions[lesson].map((question) => ({ lesson, question })))
const named = new Map(all.map(({ lesson, question }) => [nameOf(lesson, question), question]))

/** Returns the steps of a rule along one parameter under given gradients, in units of α. */
function steps(
  optimizer: OptimizerKey,
  settings: Readonly<Record<string, unknown>>,
  gradients: readonly number[],
  epsilon?: number,
): number[] {
  const w = new Float64Array(1)
  const dW = new Float64Array(1)
  const rule = optimizers[optimizer]
  const own = settingsOf({ optimizer, ...settings, ...(epsilon && { epsilon }) }, 'course')
  const mover = moverOf(rule, {}, w, dW, createMemory(rule, 1), own)
  return gradients.map((gradient, i) => {
    const before = w[0]
    dW[0] = gradient
    mover.step(1, i + 1, i, NaN)
    return before - w[0]
  })
}
const repeated = (values: readonly number[], count: number): number[] =>
  Array.from({ length: count }, (_, i) => values[i % values.length])
const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Whether a run in a valley converges. */
function converges(curvature: number, run: object): boolean {
  const experiment = completed<DescentExperiment>({
    objective: { kind: 'quadratic', curvature: [curvature, curvature] },
    start: [1, 1],
    steps: 2000,
    runs: [run],
  })
  const [{ rows, width, length, divergedAt }] = computeRace(experiment)
  return divergedAt === undefined && rows[(length - 1) * width + column.cost] < 1
}
/** Returns the averages V of a sequence, starting at V₀. */
const averagesOf = (beta: number, values: readonly number[], from = 0): number[] => {
  let V = from
  return values.map((value) => (V = beta * V + (1 - beta) * value))
}
/** Radius of the cloud at λ = σ = 1, for independent draws. */
const radius = (alpha: number, size: number): number => Math.sqrt(alpha / ((2 - alpha) * size))

/** The right answers, computed. */
const computed: Readonly<Record<string, () => number>> = {
  'reading-the-map/steeper-slice': () => {
    expect([0.0249, 0.0251].map((alpha) => converges(80, { optimizer: 'gd', alpha }))).toEqual([true, false])
    return 0.025
  },
  'reading-the-map/millimeters': () => {
    const bend = (unit: number): number => {
      const x = [1.6, 1.75, 1.9].map((height) => [height * unit, 1])
      const objective = createObjective({ kind: 'leastSquares', x, y: [1, 2, 3] }, 1)
      const slope = (w: number): number => {
        const gradient = new Float64Array(2)
        const all = { examples: Uint32Array.of(0, 1, 2), from: 0, count: 3, whole: true }
        objective.batchCost(Float64Array.of(w, 0), all, gradient)
        return gradient[0]
      }
      return slope(1) - slope(0)
    }
    return bend(1000) / bend(1)
  },
  'mini-batch/odd-set': () => new Batches(1, 1050, 100, true).stepsPerEpoch,
  'mini-batch/dropped': () => new Batches(1, 1050, 400, true).batchOf(3).count,
  'mini-batch/same-reading': () => 3 * new Batches(1, 60_000, 120, true).stepsPerEpoch,
  'reading-the-cost/frozen-whole': () => {
    const at = readingTheCost.steps.findIndex(({ id }) => id === 'freeze')
    const { experiment } = documentAfter(
      documentsOf(readingTheCost)[at],
      readingTheCost.steps[at].prediction!.reveal!,
    )
    const [{ rows, width, length }] = computeRace({ ...experiment, batchSize: 'all' })
    let rises = 0
    for (let t = 2; t < length; t++)
      if (rows[t * width + column.batchCost] > rows[(t - 1) * width + column.batchCost]) rises++
    return rises
  },
  'batch-size/sixteen': () => (0.4 * radius(0.01, 64)) / radius(0.01, 16),
  'batch-size/quarter': () => radius(0.1 / 4, 1) / radius(0.1, 1),
  'averages/twenty': () => 1 - 1 / 25,
  'averages/one-line': () => averagesOf(0.8, [30], 20)[0],
  'bias-correction/two-forties': () => averagesOf(0.9, [40, 40])[1],
  'bias-correction/constant': () => averagesOf(0.98, [7, 7, 7])[2] / (1 - 0.98 ** 3),
  'momentum/other-limit': () => {
    const run = { optimizer: 'momentum', beta: 0.8 }
    expect([1.79, 1.81].map((alpha) => converges(10, { ...run, alpha }))).toEqual([true, false])
    return 1.8
  },
  'momentum/library': () => {
    const place = (run: object): number => {
      const [{ rows, width, length }] = computeRace(
        completed<DescentExperiment>({
          objective: { kind: 'quadratic', curvature: [1, 2] },
          start: [-4, 1],
          steps: 30,
          runs: [{ optimizer: 'momentum', beta: 0.95, ...run }],
        }),
      )
      return rows[(length - 1) * width + column.theta]
    }
    expect(place({ alpha: 0.4 })).toBeCloseTo(place({ alpha: 0.02, convention: 'pytorch' }), 9)
    return 0.4
  },
  'rmsprop/steady': () => 0.003 * steps('rmsprop', {}, repeated([7], 500)).at(-1)!,
  'rmsprop/long-first': () => steps('rmsprop', { beta2: 0.96 }, [4])[0],
  'adam/tiny-slope': () => 0.005 * steps('adam', {}, [0.0004], 1e-20)[0],
  'adam/back-and-forth': () => average(steps('adam', {}, repeated([21, -7], 20_000)).slice(-100)),
  'decay/step-450': () => alphaAt(0.3, Math.floor((450 - 1) / 100), { kind: 'inverse', rate: 1, every: 1 }),
  'decay/tank': () =>
    repeated([1], 400).reduce(
      (sum, _, epoch) => sum + alphaAt(0.1, epoch, { kind: 'exponential', base: 0.8 }),
      0,
    ),
  'local-optima/fourteen-coins': () => 1 / 0.5 ** 14,
}

describe('numbers', () => {
  const numbers = all.filter(({ question }) => 'right' in question)
  test.each(numbers.map(({ lesson, question }) => [nameOf(lesson, question), question] as const))(
    '%s is what is computed, and its neighbors are not',
    (name, question) => {
      const { right } = question as Question & { readonly right: number }
      const value = computed[name]()
      expect(value).toBeCloseTo(right, right === 0 ? 9 : -Math.log10(Math.abs(right) * 0.1))
      expect(isRight(question, value)).toBe(true)
      expect(isRight(question, right)).toBe(true)
      for (const factor of [0.5, 0.8, 1.25, 2])
        expect(isRight(question, right === 0 ? factor : right * factor)).toBe(false)
    },
  )
})

describe('choices that can be computed', () => {
  it('every-ten: steps 14, 24 and 34 use the batch of step 4', () => {
    const batches = new Batches(1, 320, 32, false)
    const examplesOf = (step: number): number[] => {
      const { examples, from, count } = batches.batchOf(step)
      return Array.from(examples.slice(from, from + count))
    }
    const fourth = examplesOf(4)
    for (const step of [14, 24, 34]) expect(examplesOf(step)).toEqual(fourth)
    expect(examplesOf(15)).not.toEqual(fourth)
  })
  it('broken-sensor: 100 (1 − β), and it fades slowly', () => {
    const jump = (beta: number): number[] => averagesOf(beta, [100, ...repeated([0], 60)])
    expect([0.99, 0.5].map((beta) => jump(beta)[0])).toEqual([expect.closeTo(1, 9), expect.closeTo(50, 9)])
    expect(jump(0.99)[60] / jump(0.99)[0]).toBeGreaterThan(0.5)
    expect(jump(0.5)[60] / jump(0.5)[0]).toBeLessThan(1e-9)
  })
  it('other-start: 50 times too high on the first day', () => {
    expect(averagesOf(0.98, [12], 12)[0] / (1 - 0.98) / 12).toBeCloseTo(50, 9)
  })
  it('alternating: |V| is 0.16', () => {
    expect(Math.abs(averagesOf(0.9, repeated([3, -3], 500)).at(-1)!)).toBeCloseTo(0.16, 2)
  })
  it('sudden: the surprise step of RMSprop is 3.2 α', () => {
    const lengths = steps('rmsprop', { beta2: 0.9 }, [...repeated([0.01], 300), 1], 1e-20)
    expect(lengths.at(-1)).toBeCloseTo(3.16, 1)
  })
  it('too-small-cost: Adam’s steps are tiny', () => {
    for (const length of steps('adam', {}, repeated([1e-12], 100))) expect(length).toBeLessThan(1e-6)
  })
})

test('each lesson ends with two or three, about existing steps', async () => {
  for (const id of lessonIds) {
    expect(questions[id].length).toBeGreaterThanOrEqual(2)
    expect(questions[id].length).toBeLessThanOrEqual(3)
    const { steps: own } = await loadLesson(id)
    for (const { step } of questions[id]) expect(own.map((one) => one.id)).toContain(step)
  }
  expect(new Set(named.keys()).size).toBe(all.length)
})

test('asks about numbers that its lesson does not have', async () => {
  const familiar: string[] = []
  for (const id of lessonIds) {
    const said = JSON.stringify(await loadLesson(id)).replaceAll(
      /"(votes|numbers)":\[[\d,]+\]|"(speed|cursor)":\d+/g,
      '',
    )
    const isSaid = (number: string): boolean =>
      new RegExp(`(?<![\\d.,])${number.replaceAll('.', '\\.')}(?!\\d)`).test(said)
    for (const question of questions[id]) {
      const given = question.question.en.match(/\d+([.,]\d+)*/g) ?? []
      // In this one only B = m is new.
      if (question.id === 'frozen-whole') continue
      if ('right' in question && given.length > 0 && given.every(isSaid)) familiar.push(nameOf(id, question))
    }
  }
  expect(familiar).toEqual([])
})

test('the words are complete and keep to the terms', () => {
  for (const { question } of all) {
    const words = [question.question, question.because, ...('answers' in question ? question.answers : [])]
    for (const { en, zh } of words) {
      for (const text of [en, zh]) expect((text.match(/\$/g) ?? []).length % 2).toBe(0)
      expect(misused(plainText(zh))).toEqual([])
    }
  }
})

test('the right answer appears at every place', () => {
  const places = all.flatMap(({ lesson, question }) =>
    'answers' in question ? [orderOf(nameOf(lesson, question), [{ right: true }, {}, {}]).indexOf(0)] : [],
  )
  for (const place of [0, 1, 2]) {
    const share = places.filter((one) => one === place).length / places.length
    expect([place, share > 0.15, share < 0.6]).toEqual([place, true, true])
  }
})

describe('the mixed set', () => {
  it('has twelve questions, every lesson among them, and follows from its seed', () => {
    for (const seed of [0, 1, 2, 99, 4_294_967_295]) {
      const set = twelve(seed)
      expect(set).toHaveLength(12)
      expect(new Set(set.map(({ question }) => question)).size).toBe(12)
      expect(new Set(set.map(({ lesson }) => lesson)).size).toBe(lessonIds.length)
      expect(twelve(seed)).toEqual(set)
    }
    expect(twelve(1)).not.toEqual(twelve(2))
  })
})
