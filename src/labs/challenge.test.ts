// How a challenge is evaluated: its problem, each measure, further conditions, and which run counts.
import { describe, expect, it } from 'vitest'
import type { AveragesExperiment, DescentExperiment } from '../engine/experiment.ts'
import { completed } from '../engine/validate.ts'
import { averagesPreset } from './averages/preset.ts'
import { computeRace } from '../engine/computeRace.ts'
import type { ControlName } from '../course/controls.ts'
import type { Challenge, DescentPart } from '../course/tasks.ts'
import { averagesFactsOf } from './averages/lesson/facts.ts'
import { unitOf } from '../course/challenge.ts'
import { nearness } from '../course/outcome.ts'
import { judgeCurves } from './averages/lesson/judge.ts'
import { judgeRuns } from './descent/lesson/judge.ts'
import { factsOf } from './descent/lesson/facts.ts'

const of = (part: DescentPart): DescentExperiment =>
  completed({
    objective: { kind: 'quadratic', curvature: [1, 100] },
    start: [-10, 1],
    steps: 120,
    runs: [{ optimizer: 'momentum', alpha: 0.1, beta: 0.7 }],
    ...part,
  })
const preset = of({ runs: [{ optimizer: 'momentum', alpha: 0.05 }] })
const words = { id: 'tried', task: { en: 'A task.', zh: '任务。' } }
const thirty: Challenge = {
  ...words,
  optimizers: ['momentum'],
  measure: { what: 'stepsBelow', cost: 0.5 },
  atMost: 29,
}
const tried = (
  experiment: DescentExperiment,
  challenge: Challenge = thirty,
  controls: readonly ControlName[] = ['alpha', 'beta'],
) => judgeRuns(challenge, preset, controls, factsOf(experiment, computeRace(experiment)))
const quadratic = (more: object): DescentPart => ({ objective: { ...preset.objective, ...more } as never })

describe('the problem', () => {
  it('is solved on its own terms', () => {
    expect(tried(of({}))).toEqual({ done: true, score: 21 })
    expect(tried(preset).done).toBe(false)
  })
  it.each([
    ['another angle', quadratic({ angle: 30 }), 'angle'],
    ['noise', quadratic({ noise: 0.1 }), 'noise'],
    ['a batch size', { batchSize: 64 }, 'batch size'],
    ['a milder valley', quadratic({ curvature: [1, 20] }), 'curvature'],
    ['a smaller scale', quadratic({ scale: 0.01 }), 'scale of J'],
    ['other examples', quadratic({ m: 1024 }), 'number of examples'],
    ['another surface', { objective: { kind: 'saddle' } }, 'surface'],
    ['a nearer start', { start: [-1, 0] }, 'start'],
    ['another seed', { seed: 2 }, 'seed'],
    ['more steps', { steps: 400 }, 'number of steps'],
    ['another convention', { convention: 'pytorch' }, 'convention'],
    ['fewer computed costs', { costEvery: 10 }, 'steps at which J is computed'],
  ] as const)('is not solved with %s', (_, part, name) => {
    const { done, says } = tried(of(part as DescentPart))
    expect(done).toBe(false)
    expect(says!.en).toBe(`This challenge counts only with this step’s own ${name}.`)
    expect(says!.zh).toMatch(/^只有用这一步原来的.+才算。$/)
  })
  it.each([
    ['steps', { steps: 40 }],
    ['batch size', { batchSize: 16 }],
    ['convention', { convention: 'pytorch' }],
  ] as const)('is not solved with a run’s own %s', (name, more) => {
    const run = { optimizer: 'momentum', alpha: 0.1, beta: 0.7, ...more } as const
    expect(tried(of({ runs: [run] })).says!.en).toContain(name)
  })
  it('may change what the step’s controls change, unless the challenge fixes it', () => {
    const turned = of(quadratic({ angle: 30 }))
    expect(tried(turned, thirty, ['alpha', 'angle']).done).toBe(true)
    expect(tried(turned, { ...thirty, fixed: ['angle'] }, ['alpha', 'angle']).done).toBe(false)
    expect(tried(of({}), { ...thirty, fixed: ['alpha'] }).says!.en).toContain('own $alpha$')
  })
  it('treats a batch of m examples as all examples', () => {
    expect(tried(of({ batchSize: 512 })).done).toBe(true)
  })
  it('accepts only the optimizers that it names', () => {
    const { says } = tried(of({ runs: [{ optimizer: 'adam', alpha: 1.3 }] }))
    expect(says).toEqual({ en: 'This challenge counts only with Momentum.', zh: '只有用动量才算。' })
  })
})

describe('measures of a run', () => {
  const fast = of({})
  const [race] = computeRace(fast)
  const costAt = (step: number): number => factsOf(fast, [race]).runs[0].costAt(step)
  it.each([
    ['J at the end', { what: 'cost' }, costAt(120)],
    ['J at a step', { what: 'cost', step: 5 }, costAt(5)],
    ['the distance from the minimum at the start', { what: 'distance', step: 0 }, Math.hypot(10, 1)],
    ['examples read', { what: 'examplesBelow', cost: 0.5 }, 21 * 512],
    ['α', { what: 'alpha' }, 0.1],
    ['β', { what: 'beta' }, 0.7],
    ['B', { what: 'batchSize' }, 512],
  ] as const)('%s', (_, measure, value) => {
    expect(tried(fast, { ...words, measure, atMost: 1e6 })).toEqual({
      done: true,
      score: expect.closeTo(value, 9),
    })
    expect(tried(fast, { ...words, measure, atLeast: value + 1 })).toMatchObject({ done: false })
  })
  it('the swing of J over the last steps', () => {
    const costs = Array.from({ length: 10 }, (_, i) => costAt(111 + i))
    const mean = costs.reduce((sum, cost) => sum + cost) / 10
    const swing = Math.sqrt(costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / 10)
    const { score } = tried(fast, { ...words, measure: { what: 'swing', last: 10 }, atMost: 1 })
    expect(score).toBeCloseTo(swing, 15)
  })
  it('a setting of a diverging run does not count', () => {
    const wild = of({ steps: 600, runs: [{ optimizer: 'momentum', alpha: 3 }] })
    const alpha: Challenge = { ...words, measure: { what: 'alpha' }, atLeast: 1 }
    expect(tried(wild, alpha, ['alpha', 'steps']).says!.en).toBe('The run diverges.')
  })
  it('J must stay below as long as the challenge says', () => {
    const lasting = (count: number): Challenge => ({
      ...thirty,
      measure: { what: 'stepsBelow', cost: 0.5, lasting: count },
    })
    expect(tried(fast, lasting(99)).done).toBe(true)
    expect(tried(fast, lasting(100))).toMatchObject({ done: false, score: undefined })
  })
  it('the first run counts, another by its place, or the best', () => {
    const two = of({ runs: [preset.runs[0], fast.runs[0]] })
    const run = (which?: number | 'best') =>
      tried(two, { ...thirty, measure: { what: 'stepsBelow', cost: 0.5, run: which } })
    expect([run(), run(1), run('best')].map(({ done }) => done)).toEqual([false, true, true])
    expect(run(2).says!.en).toBe('There is no run 3.')
    expect(run().says!.en).toBe('The fastest takes 43 steps now.')
  })
})

describe('further conditions', () => {
  it('the number of examples a run reads', () => {
    const epochs = (limits: { atLeast?: number; atMost?: number }) =>
      tried(of({}), { ...thirty, provided: { epochs: limits } })
    expect(epochs({ atMost: 120, atLeast: 120 }).done).toBe(true)
    expect(epochs({ atMost: 119 }).says!.en).toBe('It would read all the examples 120.0 times.')
    expect(epochs({ atLeast: 121 }).done).toBe(false)
  })
  it('a cost that never rises', () => {
    const falling = { ...thirty, provided: { neverRises: true } } as const
    expect(tried(of({}), falling).says!.en).toMatch(/rises at step \d+/)
    const calm = of({ runs: [{ optimizer: 'momentum', alpha: 0.018, beta: 0 }] })
    expect(tried(calm, { ...falling, atMost: 1000, measure: { what: 'cost' } }).done).toBe(true)
  })
})

describe('averages', () => {
  const year: AveragesExperiment = {
    ...averagesPreset,
    series: { kind: 'synthetic', years: 1 },
    betas: [0.98, 0.87],
  }
  const judged = (challenge: Challenge, change: Partial<AveragesExperiment> = {}) =>
    judgeCurves(challenge, year, ['curves'], averagesFactsOf({ ...year, ...change }))
  it.each([
    ['another year', { seed: 2 }, 'year'],
    ['another unit', { unit: 'fahrenheit' }, 'unit'],
    ['an edited day', { changes: [[3, 5]] }, 'measured days'],
    ['another series', { series: { kind: 'seattle', years: 1 } }, 'series'],
  ] as const)('do not count with %s', (_, change, name) => {
    const { says } = judged({ ...words, measure: { what: 'error' }, atMost: 100 }, change)
    expect(says!.en).toBe(`This challenge counts only with this step’s own ${name}.`)
  })
  it('are measured: error, first day, lag, β; the first counts, or the best', () => {
    const score = (what: 'error' | 'firstDay' | 'lag' | 'beta', curve: number | 'best') =>
      judged({ ...words, measure: { what, curve }, atMost: 1e3 }).score
    expect(score('error', 'best')).toBe(score('error', 1))
    expect(score('error', 0)).toBeGreaterThan(score('error', 1)!)
    expect(score('firstDay', 0)).toBeCloseTo(0.02, 12)
    // Its days are 6.7 days old on the average, and it turns a little later than they do.
    expect(Math.abs(score('lag', 1)! - 0.87 / 0.13)).toBeLessThan(1.5)
    expect(score('lag', 0)).toBeGreaterThan(2 * score('lag', 1)!)
    expect([score('beta', 0), score('beta', 1)]).toEqual([0.98, 0.87])
    const third = judged({ ...words, measure: { what: 'error', curve: 2 }, atMost: 1 })
    expect(third.says!.en).toBe('There is no average 3.')
  })
  it('can be required to be near the corrected ones', () => {
    const near: Challenge = {
      ...words,
      measure: { what: 'beta', curve: 'best' },
      atLeast: 0.8,
      provided: { uncorrected: { day: 60, within: 0.05 } },
    }
    expect(judged(near)).toEqual({ done: true, score: 0.87 })
    expect(judged(near, { betas: [0.98] }).says!.en).toMatch(/% too low now/)
  })
})

it('describes what each score counts', () => {
  expect(unitOf({ what: 'stepsBelow', cost: 1 })).toEqual({ en: 'steps', zh: '步' })
  expect(unitOf({ what: 'beta2' }).en).toBe('β₂ = {score}')
})

describe('how near a try is', () => {
  const more: Challenge = { ...words, measure: { what: 'alpha' }, atLeast: 0.5 }
  it('grows towards 1, which meets the limit', () => {
    expect(nearness(thirty, 58)).toBe(0.5)
    expect(nearness(thirty, 29)).toBe(1)
    expect(nearness(thirty, 21)).toBe(1)
    expect(nearness(more, 0.1)).toBeCloseTo(0.2)
    expect(nearness(more, 0.5)).toBe(1)
  })
  it('is not told where sizes do not compare', () => {
    expect(nearness(thirty, undefined)).toBeUndefined()
    expect(nearness(thirty, NaN)).toBeUndefined()
    expect(nearness(more, -1)).toBeUndefined()
    expect(nearness({ ...words, measure: { what: 'wrongLabels' }, atMost: 0 }, 3)).toBeUndefined()
  })
})
