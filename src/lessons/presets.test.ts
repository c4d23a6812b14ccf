// Computes the figures stated with the opening presets of momentum, RMSprop and Adam.
import { describe, expect, it, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { optimizers, settingsOf } from '../engine/optimizers/index.ts'
import { moverOf } from '../engine/optimizers/mover.ts'
import { column } from '../engine/row.ts'
import { completed } from '../engine/validate.ts'
import { factsOf, type FactsOfRun } from '../labs/descent/lesson/facts.ts'
import { computeRace } from '../engine/computeRace.ts'
import type { Lesson } from '../course/lesson.ts'
import { adam } from './adam.ts'
import { documentAfter, documentsOf } from '../labs/descent/lesson/documents.ts'
import { judged, revealed, stepOf } from '../labs/testing/steps.ts'
import { momentum } from './momentum.ts'
import { rmsprop } from './rmsprop.ts'

const factsFor = (experiment: DescentExperiment): readonly FactsOfRun[] =>
  factsOf(experiment, computeRace(experiment)).runs
const withRuns = (experiment: DescentExperiment, runs: readonly object[], steps = experiment.steps) =>
  completed({ ...experiment, runs, steps })

/** α from 0.001 to 0.4, 120 values at equal ratios. */
const grid = Array.from({ length: 120 }, (_, i) => 0.001 * 400 ** (i / 119))
function best(experiment: DescentExperiment, run: object): number {
  return Math.min(
    ...grid.map((alpha) => factsFor(withRuns(experiment, [{ ...run, alpha }], 400))[0].stepsBelow(0.5)),
  )
}

/** Judges the challenge of a lesson on one optimizer at an α. */
function challengeOf(lesson: Lesson, optimizer: string) {
  const { experiment } = stepOf(lesson, 'challenge').document
  return (alpha: number) => judged(lesson, 'challenge', withRuns(experiment, [{ optimizer, alpha }]))
}

test('the three open on [1, 100] from (−10, 1) without noise', () => {
  for (const lesson of [momentum, rmsprop, adam]) {
    const { objective, start, batchSize } = documentsOf(lesson)[0].experiment
    expect(objective).toMatchObject({ kind: 'quadratic', curvature: [1, 100], noise: 0 })
    expect(start).toEqual([-10, 1])
    expect(batchSize).toBe('all')
  }
})

describe('momentum', () => {
  it('needs at most half of gradient descent’s steps, each at its best α of the grid', () => {
    const { experiment } = documentsOf(momentum)[0]
    const [gd, ball] = [best(experiment, { optimizer: 'gd' }), best(experiment, { optimizer: 'momentum' })]
    expect([gd, ball]).toEqual([expect.closeTo(118, -0.5), expect.closeTo(42, -0.5)])
    expect(ball).toBeLessThanOrEqual(gd / 2)
  })
  it('has each run in its first step near its best', () => {
    const [gd, ball] = factsFor(
      withRuns(
        documentsOf(momentum)[0].experiment,
        [
          { optimizer: 'gd', alpha: 0.0195 },
          { optimizer: 'momentum', alpha: 0.05 },
        ],
        200,
      ),
    )
    expect(gd.stepsBelow(0.5)).toBeLessThanOrEqual(120)
    expect(ball.stepsBelow(0.5)).toBeLessThanOrEqual(44)
  })
  it('opens on 43 steps against 117', () => {
    const runs = factsFor(documentsOf(momentum)[0].experiment)
    expect(runs.map((run) => run.stepsBelow(0.5))).toEqual([117, 43])
    expect(1.02 ** 60).toBeCloseTo(3.3, 1)
  })
  it('moment 3: after 60 steps gd is at 9.0 with α = 0.0198 and at 543 with 0.0202; momentum improves', () => {
    const before = stepOf(momentum, 'limit').document.experiment
    const after = revealed(momentum, 'limit')
    expect(before.steps).toBe(60)
    expect(before.runs.map(({ alpha }) => alpha)).toEqual([0.018, 0.018])
    expect(after.runs.map(({ alpha }) => alpha)).toEqual([0.0202, 0.0202])
    expect(factsFor(withRuns(after, [{ optimizer: 'gd', alpha: 0.0198 }]))[0].cost).toBeCloseTo(8.96, 2)
    const [gd, ball] = factsFor(after)
    expect(gd.cost).toBeCloseTo(542.58, 2)
    expect(ball.cost).toBeLessThan(factsFor(before)[1].cost)
  })
  it('moment 3: momentum converges at 0.37 and diverges at 0.381', () => {
    const [converges, flies] = stepOf(momentum, 'limit').step.cards!.map(
      (card) => factsFor(documentAfter(stepOf(momentum, 'limit').document, card.load).experiment)[0],
    )
    expect(converges.cost).toBeLessThan(1e-9)
    expect(flies.cost).toBeGreaterThan(1e4)
  })
  it('moment 3: dW_b swings beside a flat V_b, dW_w adds up', () => {
    const { experiment } = stepOf(momentum, 'strips').document
    const { rows, width, length } = computeRace(experiment)[1]
    const most = (place: number): number => {
      let value = 0
      for (let row = 1; row < length; row++) value = Math.max(value, Math.abs(rows[row * width + place]))
      return value
    }
    const dW = column.theta + 2
    const [alongW, acrossW] = [most(dW), most(dW + 1)]
    const [alongV, acrossV] = [most(dW + 2), most(dW + 3)]
    expect(acrossV / acrossW).toBeLessThan(0.2)
    expect(alongV / alongW).toBeGreaterThan(0.6)
    let turns = 0
    for (let row = 2; row < 40; row++)
      if (rows[row * width + dW + 1] * rows[(row - 1) * width + dW + 1] < 0) turns++
    expect(turns).toBeGreaterThan(6)
  })
  it('in a mild valley takes 23, 35 and 7 steps', () => {
    const steps = factsFor(revealed(momentum, 'mild')).map((run) => run.stepsBelow(0.5))
    expect(steps).toEqual([23, 35, 7])
  })
  it('without (1 − β) and α a tenth goes the same way', () => {
    const { step, document } = stepOf(momentum, 'rule')
    const [here, there] = factsFor(documentAfter(document, step.cards![0].load).experiment)
    expect(here.theta[0]).toBeCloseTo(there.theta[0], 12)
    expect(here.theta[1]).toBeCloseTo(there.theta[1], 12)
  })
  it('has warmed up to 65% after 10 steps, to 99% after 44', () => {
    expect(1 - 0.9 ** 10).toBeCloseTo(0.65, 2)
    expect([43, 44].map((t) => 1 - 0.9 ** t > 0.99)).toEqual([false, true])
  })
  it('its challenge can be met', () => {
    const { document } = stepOf(momentum, 'thirty')
    const solved = withRuns(document.experiment, [{ optimizer: 'momentum', alpha: 0.1, beta: 0.7 }])
    const { done, score } = judged(momentum, 'thirty', solved)
    expect(done).toBe(true)
    expect(score).toBeLessThan(22)
    for (const near of [{ alpha: 0.1 }, { alpha: 0.05, beta: 0.7 }]) {
      const missed = withRuns(document.experiment, [{ optimizer: 'momentum', ...near }])
      expect(judged(momentum, 'thirty', missed).done).toBe(false)
    }
    const cheat = completed({ ...solved, start: [-1, 0] })
    expect(judged(momentum, 'thirty', cheat).done).toBe(false)
  })
})

describe('rmsprop', () => {
  it('goes α/√(1 − β₂) in the first step, along both axes', () => {
    const [{ rows, width }] = computeRace(revealed(rmsprop, 'first'))
    expect(rows[width + column.theta] + 10).toBeCloseTo(0.1 / Math.sqrt(0.1), 6)
    expect(1 - rows[width + column.theta + 1]).toBeCloseTo(0.1 / Math.sqrt(0.1), 6)
  })
  it('at fifteen times gd’s limit neither diverges nor settles', () => {
    const [run] = factsFor(revealed(rmsprop, 'chatter'))
    expect(run.diverged).toBe(false)
    expect(run.cost).toBeGreaterThan(0.9)
    expect(run.cost).toBeLessThan(1.4)
  })
  it('divides by the remembered size: steps shrink along w, rest and burst along b, and end as hops of about α', () => {
    const { experiment } = stepOf(rmsprop, 'chatter').document
    const [{ rows, width }] = computeRace({ ...experiment, steps: 400 })
    const place = (t: number, i: number): number => rows[t * width + column.theta + i]
    const step = (t: number, i: number): number => Math.abs(place(t, i) - place(t - 1, i)) / 0.3
    expect([20, 50, 60].map((t) => step(t, 0))).toEqual(
      [0.67, 0.04, 0.002].map((one) => expect.closeTo(one, 2)),
    )
    for (let t = 61; t <= 115; t++) expect(Math.abs(place(t, 0))).toBeLessThan(0.0004)
    for (let t = 3; t <= 34; t++) expect(step(t, 1)).toBeLessThan(0.02)
    expect(step(39, 1)).toBeCloseTo(2.96, 2)
    // At the end it hops by about α along both axes.
    for (let t = 300; t <= 400; t++)
      for (const i of [0, 1]) {
        expect(step(t, i)).toBeGreaterThan(0.8)
        expect(step(t, i)).toBeLessThan(1.3)
      }
  })
  it('with ε inside the root hardly moves where gradients are tiny', () => {
    const [inside, outside] = factsFor(revealed(rmsprop, 'epsilon'))
    expect(inside.theta[0]).toBeLessThan(-9.8)
    expect(outside.theta[0]).toBeGreaterThan(-1.1)
    const lengths = computeRace(revealed(rmsprop, 'epsilon')).map(({ rows, width }) =>
      [1, 50].map((t) => (rows[t * width + column.theta] - rows[(t - 1) * width + column.theta]) / 0.1),
    )
    expect(lengths[0]).toEqual([expect.closeTo(0.01, 3), expect.closeTo(0.01, 3)])
    expect(lengths[1]).toEqual([expect.closeTo(3.07, 2), expect.closeTo(0.84, 2)])
    // Under a steady gradient of 1e-6: 1e-6/(1e-6 + 1e-8).
    expect(1e-6 / (1e-6 + 1e-8)).toBeCloseTo(0.99, 2)
  })
  it('is the same for either steep axis', () => {
    const { step, document } = stepOf(rmsprop, 'axes')
    const [, here] = factsFor(document.experiment)
    const [, there] = factsFor(documentAfter(document, step.cards![0].load).experiment)
    expect(there.theta).toEqual([here.theta[1], here.theta[0]].map((value) => -value * -1))
  })
  it('its challenge can be met', () => {
    const judge = challengeOf(rmsprop, 'rmsprop')
    expect(judge(0.13)).toMatchObject({ done: true, score: 89 })
    for (const alpha of [0.1, 0.25]) expect(judge(alpha).done).toBe(false)
  })
})

describe('adam', () => {
  it('goes α along each axis in the first step', () => {
    const { step, document } = stepOf(adam, 'first')
    const [{ rows, width }] = computeRace(document.experiment)
    expect(rows[width + column.theta]).toBeCloseTo(-7, 6)
    expect(rows[width + column.theta + 1]).toBeCloseTo(-2, 6)
    expect(step.prediction).toMatchObject({ kind: 'point', run: 0, step: 1 })
  })
  it('moment 4: turned by 45°, 127 → 127, 51 → 51, 40 → 114', () => {
    const steps = (experiment: DescentExperiment) => factsFor(experiment).map((run) => run.stepsBelow(0.5))
    expect(steps(stepOf(adam, 'turn').document.experiment)).toEqual([127, 51, 40])
    expect(steps(revealed(adam, 'turn'))).toEqual([127, 51, 114])
  })
  it('moment 4: with J times 1,000 gd and momentum diverge, and Adam’s path is the same to 1e-6', () => {
    const before = computeRace(stepOf(adam, 'thousand').document.experiment)
    const after = computeRace(revealed(adam, 'thousand'))
    expect(after.map(({ divergedAt }) => divergedAt !== undefined)).toEqual([true, true, false])
    const [a, b] = [before[2], after[2]]
    for (let row = 0; row < a.length; row++)
      for (const i of [0, 1])
        expect(
          Math.abs(a.rows[row * a.width + column.theta + i] - b.rows[row * b.width + column.theta + i]),
        ).toBeLessThan(1e-6)
  })
  it('without correction, under a constant gradient, steps 3.2α at first and 6.6α at the most, at step 12', () => {
    const memory = { V: new Float64Array(1), S: new Float64Array(1) }
    const { hyperparameters } = optimizers.adam
    const settings = settingsOf({ optimizer: 'adam', biasCorrection: false }, 'course')
    const running = Object.fromEntries(
      Object.entries(optimizers.adam.running).map(([name, from]) => [name, Float64Array.of(from)]),
    )
    expect(hyperparameters).toMatchObject({ beta1: 0.9, beta2: 0.999 })
    const w = new Float64Array(1)
    const all = { ...memory, ...running }
    const mover = moverOf(optimizers.adam, {}, w, Float64Array.of(5), all, settings)
    const lengths = Array.from({ length: 30 }, (_, i) => {
      w[0] = 0
      mover.step(1, i + 1, i, NaN)
      return Math.abs(w[0])
    })
    expect(lengths[0]).toBeCloseTo(3.16, 2)
    expect(lengths[11]).toBe(Math.max(...lengths))
    expect(lengths[11]).toBeCloseTo(6.6, 1)
  })
  it('without correction goes more than five times as far in twelve steps', () => {
    const [corrected, plain] = factsFor(revealed(adam, 'correction')).map(({ theta }) => theta[0] + 10)
    expect(plain / corrected).toBeGreaterThan(5)
  })
  it('its challenge can be met with α alone', () => {
    const judge = challengeOf(adam, 'adam')
    expect(judge(1.3)).toMatchObject({ done: true, score: 43 })
    for (const alpha of [0.6, 3]) expect(judge(alpha).done).toBe(false)
  })
  it('tuned again, takes 37 steps straight and 43 turned', () => {
    const alphas = Array.from({ length: 120 }, (_, i) => 0.05 * 80 ** (i / 119))
    const least = (experiment: DescentExperiment): number =>
      Math.min(
        ...alphas.map((alpha) =>
          factsFor(withRuns(experiment, [{ optimizer: 'adam', alpha }], 300))[0].stepsBelow(0.5),
        ),
      )
    expect(least(stepOf(adam, 'turn').document.experiment)).toBe(37)
    expect(least(revealed(adam, 'turn'))).toBe(43)
  })
  it('steps at most about α, and only while gradients agree: 1.00, 0.63, 0.26, 0.05 α along b', () => {
    const { experiment } = stepOf(adam, 'both').document
    const { rows, width } = computeRace(experiment)[2]
    const b = (t: number): number => rows[t * width + column.theta + 1]
    const lengths = [1, 5, 10, 40].map((t) => Math.abs(b(t) - b(t - 1)) / 0.3)
    expect(lengths).toEqual([1, 0.63, 0.26, 0.05].map((one) => expect.closeTo(one, 2)))
  })
})
