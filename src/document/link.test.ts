import { defaultRule } from '../engine/optimizers/ownRule.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  DescentExperiment,
  Experiment,
  MapExperiment,
  AveragesExperiment,
} from '../engine/experiment.ts'
import { hyperparameters } from '../engine/hyperparameters.ts'
import { objectives } from '../engine/objectives/index.ts'
import { optimizers, type OptimizerKey } from '../engine/optimizers/index.ts'
import { schedules } from '../engine/schedules/index.ts'
import { defaultSource } from '../engine/surfaces/expression.ts'
import { surfaces } from '../engine/surfaces/index.ts'
import { dimensionOf, validate } from '../engine/validate.ts'
import { minimal, same } from '../engine/validate/minimal.ts'
import { pathNames } from '../course/paths.ts'
import { knownPaths } from './link/view.ts'
import { experimentFrom, leftOut, linkOf, noticeText, splitHash } from './link.ts'

function complete<E extends Experiment = DescentExperiment>(json: object): E {
  const result = validate({ version: 1, lab: 'descent', ...json })
  if (!result.ok)
    throw new Error(JSON.stringify(result.faults.map(({ path, message }) => `${path}: ${message}`)))
  return result.experiment as E
}

/** A network with two inputs and one hidden layer. */
const networkOn = (dataset: object, hidden: number): DescentExperiment =>
  complete({
    objective: {
      kind: 'network',
      layers: [2, hidden, 1],
      activation: 'tanh',
      loss: 'crossEntropy',
      dataset,
    },
    runs: [{ optimizer: 'gd', alpha: 0.1 }],
  })

const momentum = complete({
  objective: { kind: 'quadratic', curvature: [1, 100] },
  start: [-10, 1],
  runs: [
    { optimizer: 'gd', alpha: 0.018 },
    { optimizer: 'momentum', alpha: 0.018 },
  ],
})
const playground = complete({
  objective: { kind: 'bowl' },
  batchSize: 64,
  runs: [{ optimizer: 'adam', alpha: 0.1 }],
})
const averages = complete<AveragesExperiment>({ lab: 'averages', series: { kind: 'seattle' } })
const map = complete<MapExperiment>({
  lab: 'map',
  base: minimal(complete({ ...momentum, runs: [momentum.runs[1]] })),
  x: { parameter: 'alpha', from: 0.001, to: 1, count: 64, scale: 'log' },
  y: { parameter: 'beta', from: 0, to: 0.99, count: 64, scale: 'linear' },
  measure: 'steps',
  target: 0.5,
})

// Covers every valid descent experiment, to the last bit of its numbers.
const double = fc.double({ noNaN: true, noDefaultInfinity: true })
const positive = fc.double({ min: 0, minExcluded: true, max: 1e300, noNaN: true })
const nonNegative = fc.double({ min: 0, max: 1e300, noNaN: true }).map(Math.abs)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const belowOne = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const text = fc.oneof(
  fc.string(),
  fc.constantFrom('100%', 'a,b:c;d', '%2C', 'β & λ=1', 'a+b', 'true', '1', ''),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined })

const decay = fc.oneof(
  fc
    .array(nonNegative, { maxLength: 4 })
    .map((alphas) => ({ kind: 'manual', points: alphas.map((alpha, i) => [i * 3, alpha]) })),
  ...Object.entries(schedules)
    .filter(([kind]) => kind !== 'manual')
    .map(([kind, { parameters }]) => {
      const values = { share, nonNegative, positive, wholeFromOne: fc.integer({ min: 1, max: 1e6 }) }
      const fields = Object.entries(parameters).map(([name, { allowed }]) => [
        name,
        values[allowed as keyof typeof values],
      ])
      return fc.record({ kind: fc.constant(kind), ...Object.fromEntries(fields) })
    }),
)
const run = fc.constantFrom(...(Object.keys(optimizers) as OptimizerKey[])).chain((optimizer) => {
  const names = Object.keys(optimizers[optimizer].hyperparameters) as (keyof typeof hyperparameters)[]
  const values = names.map((name) => [name, maybe(hyperparameters[name].belowOne ? belowOne : nonNegative)])
  return fc.record({
    optimizer: fc.constant(optimizer),
    alpha: positive,
    ...Object.fromEntries(values),
    ...(optimizers[optimizer].biasCorrection === undefined ? {} : { biasCorrection: maybe(fc.boolean()) }),
    decay: maybe(decay),
    name: maybe(text),
    batchSize: maybe(fc.oneof(fc.constant('all'), fc.integer({ min: 1, max: 2 }))),
    steps: maybe(fc.integer({ min: 0, max: 1e7 })),
    convention: maybe(fc.constantFrom('course', 'pytorch')),
  })
})
const m = fc.integer({ min: 2, max: 5e6 })
const tilted = { m: maybe(m), noise: maybe(nonNegative), scale: maybe(double) }
const row = fc.tuple(double, double, double)
const dataset = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('moons', 'circles', 'blobs', 'spiral'),
      m: maybe(m),
      noise: maybe(nonNegative),
      mislabelled: maybe(share),
      flipped: maybe(fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 })),
    })
    .map((set) => (set.flipped ? { ...set, flipped: set.flipped.map((i) => i % (set.m ?? 512)) } : set)),
  fc
    .array(fc.tuple(fc.tuple(double, double), fc.constantFrom(0, 1)), { minLength: 2, maxLength: 6 })
    .map((rows) => ({
      kind: 'inline',
      x: rows.map(([x]) => x),
      y: rows.map(([, y]) => y),
    })),
)
const objective = fc.oneof(
  fc.record({
    kind: fc.constant('bowl'),
    m: maybe(m),
    curvature: maybe(fc.tuple(positive, positive)),
    angle: maybe(double),
    labelNoise: maybe(nonNegative),
    mislabelled: maybe(share),
    scale: maybe(double),
  }),
  fc.record({
    kind: fc.constant('quadratic'),
    curvature: fc.tuple(nonNegative, nonNegative),
    angle: maybe(double),
    ...tilted,
  }),
  fc.record({ kind: fc.constantFrom(...Object.keys(surfaces)), ...tilted }),
  fc.record({
    kind: fc.constant('expression'),
    source: fc.constantFrom('x^2 + y', 'min(x, y)*3', '1e-3*x + exp(y)'),
    ...tilted,
  }),
  fc
    .array(fc.tuple(row, double), { minLength: 2, maxLength: 8 })
    .map((rows) => ({ kind: 'leastSquares', x: rows.map(([x]) => x), y: rows.map(([, y]) => y) })),
  fc.record({
    kind: fc.constant('network'),
    layers: fc.constantFrom([2, 1], [2, 3, 2], [2, 8, 8, 1]),
    activation: fc.constantFrom('tanh', 'relu'),
    loss: fc.constant('crossEntropy'),
    lambda: maybe(nonNegative),
    dataset,
    precision: maybe(fc.constantFrom('float64', 'float32')),
  }),
)
const descent = fc
  .record({
    objective,
    seed: maybe(fc.nat({ max: 4294967295 })),
    convention: maybe(fc.constantFrom('course', 'pytorch')),
    batchSize: maybe(fc.oneof(fc.constant('all'), fc.integer({ min: 1, max: 2 }))),
    steps: maybe(fc.integer({ min: 0, max: 1e7 })),
    reshuffle: maybe(fc.boolean()),
    costEvery: maybe(fc.oneof(fc.constant('epoch'), fc.integer({ min: 1, max: 1e9 }))),
    runs: fc.array(run, { minLength: 1, maxLength: 12 }),
    started: fc.boolean(),
    at: fc.array(double, { minLength: 3, maxLength: 3 }),
  })
  .map(({ started, at, ...json }) => {
    const whole = complete(json)
    const dimension = dimensionOf(whole.objective)
    return started
      ? complete({ ...json, start: Array.from({ length: dimension }, (_, i) => at[i % 3]) })
      : whole
  })

describe('the round trip', () => {
  it('returns every valid descent experiment, to the bit', () => {
    fc.assert(
      fc.property(descent, fc.constantFrom(momentum, playground), (experiment, route) => {
        const link = linkOf(experiment, route)
        const dropped = leftOut(experiment, route)
        const read = experimentFrom(link, route)
        if (dropped.length > 0) return
        expect(read.notices).toEqual([])
        expect(read.experiment).toEqual(experiment)
        expect(same(read.experiment, experiment)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('returns small changes of a route', () => {
    fc.assert(
      fc.property(descent, fc.func(fc.boolean()), (other, pick) => {
        const json: Record<string, unknown> = { ...momentum }
        for (const name of ['seed', 'convention', 'steps', 'reshuffle', 'costEvery', 'runs'] as const)
          if (pick(name)) json[name] = other[name]
        const experiment = complete(json)
        expect(same(experimentFrom(linkOf(experiment, momentum), momentum).experiment, experiment)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('is valid for the shortest form of a file too', () => {
    fc.assert(
      fc.property(descent, (experiment) => {
        const text = JSON.stringify(minimal(experiment), (_, value) => (Object.is(value, -0) ? '-0' : value))
        const back = complete(JSON.parse(text, (_, value) => (value === '-0' ? -0 : value)))
        expect(same(back, experiment)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('holds for averages and maps', () => {
    const smoothed = [
      { ...averages, betas: [0.9, 0.98], biasCorrection: true, windows: [10] },
      { ...averages, series: { kind: 'synthetic', years: 3 }, seed: 5 },
      {
        ...averages,
        series: { kind: 'inline', values: [1.5, -0, 3] },
        unit: 'fahrenheit',
        changes: [
          [2, 40],
          [3, -1],
        ],
      },
    ] as AveragesExperiment[]
    for (const experiment of smoothed) {
      const { experiment: read, notices } = experimentFrom(linkOf(experiment, averages), averages)
      expect(notices).toEqual([])
      expect(same(read, experiment)).toBe(true)
    }
    const adam = { optimizer: 'adam', alpha: 0.2 }
    const maps = [
      complete<MapExperiment>({ ...map, x: { ...map.x, count: 3, scale: 'linear' } }),
      complete<MapExperiment>({ ...map, measure: 'cost', target: undefined, seeds: 4 }),
      complete<MapExperiment>({
        ...map,
        base: { ...map.base, seed: 9, runs: [adam] },
        y: { parameter: 'beta2', from: 0, to: 0.9, count: 8, scale: 'linear' },
      }),
    ]
    for (const experiment of maps) {
      const { experiment: read, notices } = experimentFrom(linkOf(experiment, map), map)
      expect(notices).toEqual([])
      expect(read).toEqual(experiment)
    }
  })
})

describe('malicious text', () => {
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const links = [
    'run=gd,decay:inverse,decay.rate:0.1&decay.rate=1&decay=cosine,steps:3&alpha=1',
    'objective=network&dataset=moons&dataset.m=9&dataset.flipped=1&layers=2,1&activation=tanh&loss=squared',
    'objective=expression&source=sin(x)&start=1,2&run=adam,epsilon:1,name:a,batchSize:2,convention:course',
    'objective=rosenbrock&noise=1&seed=1&convention=pytorch&costEvery=epoch&reshuffle=true&without=objective',
    'x=alpha,from:1,to:2,count:3,scale:log&y=beta,from:0,to:0.5,count:2,scale:linear&measure=cost&seeds=2',
    'series=synthetic&series.years=2&unit=celsius&changes=1;2&betas=0.9&windows=3&biasCorrection=true',
    'run=rule,rule:w=w-alpha*dW,parameters.a:1&parameters.a=2&theme=dark&lang=en&hide=notes&step=3&play=1',
  ]

  it('anywhere in a link is refused, and indexes nothing', () => {
    for (const link of links)
      for (const [i, part] of link.split(/([,:;.=&])/).entries())
        for (const word of i % 2 === 0 ? words : []) {
          const foreign = link
            .split(/([,:;.=&])/)
            .with(i, word)
            .join('')
          const route = link.startsWith('x=') ? map : link.startsWith('series=') ? averages : playground
          const { experiment } = experimentFrom(foreign, route)
          expect(validate(experiment).ok, `${foreign} (for ${part})`).toBe(true)
        }
  })

  it('the link that once crashed the page gives a notice', () => {
    const { notices } = experimentFrom('run=gd,decay:__proto__&decay.constructor=1', playground)
    expect(notices.map(({ parameter }) => parameter)).toContain('decay.constructor')
  })

  it('anywhere in a file is refused', () => {
    const files = [momentum, playground, averages, map].map((experiment) =>
      JSON.stringify(minimal(experiment)),
    )
    for (const file of files)
      for (const { index, 0: text } of file.matchAll(/"[^"]*"/g))
        for (const word of words) {
          const foreign = `${file.slice(0, index)}"${word}"${file.slice(index + text.length)}`
          const result = validate(JSON.parse(foreign))
          const read: object = result.ok ? result.experiment : {}
          expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
        }
  })
})

describe('a notice', () => {
  it('names the default that is used instead', () => {
    const said = noticeText(experimentFrom('run=adam&epsilon=x', playground).notices).en
    expect(said).toContain('used 1e-8')
    for (const link of [
      'run=adam&beta1=x',
      'run=gd,decay:inverse&decay.rate=x',
      'run=adam&decay=x',
      'alpha=x',
    ])
      expect(noticeText(experimentFrom(link, playground).notices).en, `the notice of ${link}`).not.toMatch(
        /undefined|null|NaN/,
      )
  })

  it('repeats unknown text in one short line, without control or direction characters', () => {
    const foreign = `a\u202eb\u0007\n${'x'.repeat(500)}`
    for (const link of [`${foreign}=1`, `without=${foreign}`, `objective=${foreign}`, `run=${foreign}`]) {
      const { en, zh } = noticeText(experimentFrom(encodeURI(link), playground).notices)
      for (const said of [en, zh]) {
        // oxlint-disable-next-line no-control-regex -- these are looked for
        expect(said).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/)
        expect(said.length).toBeLessThan(300)
      }
    }
  })

  it('about an unreadable formula gives only its fault, and keeps the text', () => {
    const { experiment, notices, draft } = experimentFrom('objective=expression&source=2x^', playground)
    expect(notices.map(({ parameter }) => parameter)).toEqual(['source'])
    const { objective } = experiment as DescentExperiment
    expect(objective).toEqual(objectives.expression.defaultSpec())
    expect(draft).toMatchObject({ source: '2x^', used: notices[0].used })
  })

  it('about an unreadable rule gives the place, and keeps the text for its box', () => {
    const link = 'run=gd,alpha:0.01&run=rule,alpha:0.2,parameters.mu:0.5,rule:w%20%3D%20w%20-%20mu*dW'
    const { experiment, notices, draft } = experimentFrom(link, playground)
    const { en } = noticeText(notices)
    expect(notices).toHaveLength(1)
    expect(en).toContain("line 1, column 9: unknown name 'mu'")
    const [, own] = (experiment as DescentExperiment).runs
    expect([own.rule, own.alpha, own.parameters]).toEqual([defaultRule, 0.2, undefined])
    expect(draft).toMatchObject({ source: 'w = w - mu*dW', used: defaultRule, run: 1 })
  })
})

describe('a field of the route that the document lacks', () => {
  it('is written out, or it would return', () => {
    const turned = networkOn({ kind: 'moons', m: 64, flipped: [1, 2, 3] }, 3)
    const { flipped: _, ...dataset } = (turned.objective as unknown as { dataset: { flipped: number[] } })
      .dataset
    const back = complete({ ...turned, objective: { ...turned.objective, dataset } })
    expect(linkOf(back, turned)).toBe('dataset.flipped=')
    expect(experimentFrom('dataset.flipped=', turned)).toMatchObject({ experiment: back, notices: [] })
    expect(same(experimentFrom(linkOf(back, turned), turned).experiment, back)).toBe(true)
  })
})

describe('what a link looks like', () => {
  it('names only what differs', () => {
    expect(linkOf(momentum, momentum)).toBe('')
    const changed = complete({
      ...momentum,
      objective: { kind: 'quadratic', curvature: [1, 40] },
      runs: momentum.runs.map((r) => ({
        ...r,
        alpha: 0.3,
        ...(r.optimizer === 'momentum' ? { beta: 0.95 } : {}),
      })),
    })
    expect(linkOf(changed, momentum, { step: 34 })).toBe('curvature=1,40&alpha=0.3&beta=0.95&step=34')
    expect(linkOf(changed, momentum, { play: true, lang: 'zh-CN', hide: ['controls', 'lesson'] })).toBe(
      'curvature=1,40&alpha=0.3&beta=0.95&play=1&lang=zh-CN&hide=controls,lesson',
    )
  })

  it('lists runs that differ from the route’s', () => {
    const race = complete({
      ...momentum,
      runs: [
        { optimizer: 'adam', alpha: 0.1, beta1: 0.8, decay: { kind: 'inverse', rate: 0.1 } },
        { optimizer: 'gd', alpha: 1, name: 'a, b' },
      ],
    })
    expect(linkOf(race, momentum)).toBe(
      'run=adam,alpha:0.1,beta1:0.8,decay:inverse,decay.rate:0.1&run=gd,alpha:1,name:a%252C%20b',
    )
  })

  it('keeps own data apart from the axes of a map', () => {
    const base = {
      objective: { kind: 'leastSquares', x: [[1, 2]], y: [3] },
      runs: [{ optimizer: 'gd', alpha: 1 }],
    }
    const axis = { from: 0.1, to: 1, count: 4, scale: 'log' }
    const mapOf = (given: object): Experiment => {
      const result = validate({
        version: 1,
        lab: 'map',
        base: given,
        x: { parameter: 'alpha', ...axis },
        y: { parameter: 'batchSize', ...axis, from: 1, to: 1 },
        measure: 'cost',
      })
      if (!result.ok) throw new Error(JSON.stringify(result.faults))
      return result.experiment
    }
    const preset = mapOf({ ...base, objective: { kind: 'bowl' } })
    const own = mapOf(base)
    const link = linkOf(own, preset)
    expect(link).toContain('objective.x=')
    expect(experimentFrom(link, preset)).toMatchObject({ experiment: own, notices: [] })
    const { notices } = experimentFrom('objective=leastSquares&objective.x=nonsense', preset)
    expect(notices.map(({ parameter }) => parameter)).toContain('objective.x')
  })

  it('leaves out what is too large, and reports it on both sides', () => {
    const x = Array.from({ length: 5000 }, (_, i) => [i, 1])
    const large = complete({
      objective: { kind: 'leastSquares', x, y: x.map(([i]) => i) },
      seed: 3,
      runs: [{ optimizer: 'gd', alpha: 1 }],
    })
    expect(leftOut(large, momentum)).toEqual(['objective'])
    const { experiment, notices } = experimentFrom(linkOf(large, momentum), momentum)
    expect(experiment).toMatchObject({ seed: 3, objective: momentum.objective, start: momentum.start })
    expect(notices.map((notice) => notice.parameter)).toEqual(['without'])
  })
})

describe('what a link may say', () => {
  const read = (search: string, route: Experiment = momentum) => experimentFrom(search, route)
  const descentOf = (search: string, route: Experiment = momentum) =>
    read(search, route).experiment as DescentExperiment

  it('splits at & and the first =, decodes percents, and leaves + a plus', () => {
    const { experiment, notices } = read('objective=expression&source=x%5E2+y%5E2&&seed=%37')
    expect(notices).toEqual([])
    expect(experiment).toMatchObject({ seed: 7, objective: { kind: 'expression', source: 'x^2+y^2' } })
    expect(splitHash('#/momentum?alpha=1?')).toEqual({ route: 'momentum', search: 'alpha=1?' })
    expect(splitHash('')).toEqual({ route: '', search: '' })
  })

  it('applies a number outside run= to every run that has it', () => {
    expect(descentOf('alpha=0.3&beta=0.95&decay=inverse,rate:0.1').runs).toMatchObject([
      { optimizer: 'gd', alpha: 0.3, decay: { kind: 'inverse', rate: 0.1 } },
      { optimizer: 'momentum', alpha: 0.3, beta: 0.95, decay: { kind: 'inverse', rate: 0.1 } },
    ])
    expect(descentOf('run=adam&run=momentum&biasCorrection=false').runs.map((r) => r.biasCorrection)).toEqual(
      [false, false],
    )
    const waiting = { kind: 'inverse', rate: 1, every: 1000 }
    expect(descentOf('run=gd,decay:inverse,decay.every:1000').runs[0].decay).toEqual(waiting)
    expect(descentOf('decay=inverse&decay.every=1000').runs[0].decay).toEqual(waiting)
    expect(descentOf('decay=inverse&decay.rate=0.25').runs[0].decay).toEqual({
      kind: 'inverse',
      rate: 0.25,
      every: 1,
    })
  })

  it('replaces the runs by run=, with the optimizer’s own α', () => {
    expect(
      descentOf('run=adam,beta1:0.8&run=gd,alpha:0.5,decay:manual,decay.points:0;0.2;5;0.1').runs,
    ).toMatchObject([
      { optimizer: 'adam', alpha: optimizers.adam.alpha, beta1: 0.8, beta2: 0.999 },
      {
        optimizer: 'gd',
        alpha: 0.5,
        decay: {
          kind: 'manual',
          points: [
            [0, 0.2],
            [5, 0.1],
          ],
        },
      },
    ])
  })

  it('flips no label beyond a smaller m, like the slider; one that the link itself flips is reported', () => {
    const route = networkOn({ kind: 'circles', flipped: [3, 400] }, 8)
    const datasetOf = (link: string) => {
      const { experiment, notices } = experimentFrom(link, route)
      return [(experiment as DescentExperiment).objective, notices.map(({ parameter }) => parameter)]
    }
    expect(datasetOf('dataset.m=100')).toMatchObject([{ dataset: { m: 100, flipped: [3] } }, []])
    const [none] = datasetOf('dataset.m=2')
    expect(none).toMatchObject({ dataset: { m: 2 } })
    expect((none as { dataset: object }).dataset).not.toHaveProperty('flipped')
    expect(datasetOf('dataset.m=-5')).toMatchObject([{ dataset: { flipped: [3, 400] } }, ['dataset.m']])
    expect(datasetOf('dataset.m=100&dataset.flipped=7,200')[1]).toEqual(['dataset.flipped'])
  })

  it('opens every objective by its name alone', () => {
    for (const kind of Object.keys(objectives)) {
      const { experiment, notices } = read(`objective=${kind}`)
      expect(notices).toEqual([])
      expect((experiment as DescentExperiment).objective.kind).toBe(kind)
    }
    expect(descentOf('objective=network&dataset=circles&dataset.m=2000').objective).toMatchObject({
      dataset: { kind: 'circles', m: 2000 },
    })
    for (const dataset of ['iris', 'penguins', 'curve', 'moons', 'xor', 'blobs', 'spiral'])
      expect(read(`objective=network&dataset=${dataset}`).notices).toEqual([])
  })

  it('reads the view', () => {
    expect(
      read('step=34&play=1&embed=1&present=1&lang=zh-CN&theme=contrast&hide=controls,lesson').view,
    ).toEqual({
      step: 34,
      play: true,
      embed: true,
      present: true,
      lang: 'zh-CN',
      theme: 'contrast',
      hide: ['controls', 'lesson'],
    })
    const { view, notices } = read('hide=playback,everything,strips')
    expect(view.hide).toEqual(['playback', 'strips'])
    expect(notices.map(({ parameter }) => parameter)).toEqual(['hide'])
    expect(experimentFrom('stage=2', momentum, ['stage']).view).toEqual({ own: { stage: '2' } })
  })

  it('reads averages and maps', () => {
    expect(read('betas=0.9,0.98&series=newYork&biasCorrection=true&windows=10', averages)).toMatchObject({
      experiment: {
        betas: [0.9, 0.98],
        series: { kind: 'newYork', years: 1 },
        biasCorrection: true,
        windows: [10],
      },
      notices: [],
    })
    expect(read('x=alpha,from:0.01,to:2,count:16,scale:log&target=1&curvature=1,30', map)).toMatchObject({
      experiment: {
        x: { parameter: 'alpha', from: 0.01, to: 2, count: 16, scale: 'log' },
        target: 1,
        base: { objective: { curvature: [1, 30] } },
      },
      notices: [],
    })
  })
})

describe('what is wrong in a link', () => {
  const wrong = (search: string, route: Experiment = momentum) => {
    const { experiment, notices } = experimentFrom(search, route)
    expect(validate(experiment).ok).toBe(true)
    return {
      experiment: experiment as DescentExperiment,
      told: notices.map((n) => [n.parameter, n.fault.en, n.used]),
    }
  }

  it('names the default used for what the link omits', () => {
    expect(wrong('run=adam&epsilon=x').told).toEqual([
      ['epsilon', expect.stringMatching(/^expected a number/), '1e-8'],
    ])
    expect(wrong('run=gd,decay:staircase&decay.every=0').told).toEqual([
      ['decay.every', 'expected a whole number from 1, got 0', '10'],
    ])
    const names = ['alpha', 'biasCorrection', 'decay.rate', ...Object.keys(hyperparameters)]
    for (const optimizer of Object.keys(optimizers))
      for (const name of names)
        for (const value of ['x', '-1', '', '[]', 'undefined', 'NaN']) {
          const { en, zh } = noticeText(experimentFrom(`run=${optimizer}&${name}=${value}`, momentum).notices)
          expect(en + zh).not.toMatch(/(used|改用) (undefined|NaN|\[object)/)
        }
  })

  it('reports only the fault of a formula, and opens its objective', () => {
    const { experiment, told } = wrong('objective=expression&source=2x^2')
    expect(experiment.objective).toMatchObject({ kind: 'expression', source: defaultSource })
    expect(told).toEqual([['source', expect.stringContaining("'x'"), defaultSource]])
  })

  it('applies valid parameters and reports the rest', () => {
    const { experiment, told } = wrong(
      'alpha=-1&beta=0.5&steps=x&foo=1&start=1,2,3&curvature=1,-4&theme=pink&beta2=0.5',
    )
    expect(told).toEqual([
      ['theme', 'expected one of light, dark, contrast', ''],
      ['foo', 'no such parameter here', ''],
      ['alpha', 'expected a number above 0, got -1', '0.018'],
      ['beta2', 'no run has it', ''],
      ['curvature', 'expected a number of at least 0, got -4', '1,100'],
      ['steps', 'expected a whole number from 0 to 10000000, got "x"', '200'],
      ['start', 'expected a list of 2 numbers, one a parameter, got a list of 3', '-10,1'],
    ])
    expect(experiment).toEqual({
      ...momentum,
      runs: [momentum.runs[0], { ...momentum.runs[1], beta: 0.5 }],
    })
    const notice = noticeText(experimentFrom('alpha=-1&foo=2', momentum).notices)
    expect(notice.en).toBe(
      'Not used from the address: foo (no such parameter here), alpha (expected a number above 0, got -1; used 0.018).',
    )
  })

  it('keeps what it can of a list of runs', () => {
    expect(wrong('run=sgd&run=adam,alpha:0,beta1:2,beta:1').told).toEqual([
      ['run', expect.stringMatching(/^expected "gd", .* got "sgd"$/), ''],
      ['run', 'expected a number above 0, got 0', '0.1'],
      ['run', 'expected a number of at least 0 and below 1, got 2', '0.9'],
      ['run', 'not a field of adam', ''],
    ])
    expect(wrong('run=sgd').experiment.runs).toEqual(momentum.runs)
    expect(wrong('run=gd&'.repeat(20)).experiment.runs).toHaveLength(12)
  })

  it('names the field of a run, and each fault once', () => {
    const notice = noticeText(experimentFrom('run=adam,alpha:0,foo:1&run=adam,alpha:0', momentum).notices)
    expect(notice.en).toBe(
      'Not used from the address: run: alpha (expected a number above 0, got 0; used 0.1), run: foo (unknown field).',
    )
    expect(notice.zh).toContain('run：alpha（')
  })

  it('says which of two values of one parameter applies', () => {
    expect(wrong('seed=3&seed=7').told).toEqual([['seed', 'given more than once', '7']])
    expect(wrong('seed=7&seed=7&run=gd&run=adam').told).toEqual([])
    expect(wrong('theme=dark&theme=light').told).toEqual([['theme', 'given more than once', 'light']])
  })

  it('reports eight faults and the number of others', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `a${i}=1`).join('&')
    const { en, zh } = noticeText(experimentFrom(many, momentum).notices)
    expect(en).toMatch(/a7 \(no such parameter here\), 29992 more\.$/)
    expect(zh).toMatch(/另 29992 处。$/)
  })

  it('knows the paths of the course, and degrees as a person writes them', () => {
    expect(knownPaths).toEqual(pathNames)
    for (const text of ['path=__proto__', 'path=', 'tilt=', 'tilt=0x10', 'tilt=1e1', 'tilt=10,'])
      expect([text, wrong(text).told.length]).toEqual([text, 1])
    expect(wrong('path=lab90&tilt=-0,-12.5').told).toEqual([])
  })

  it('lowers what a smaller m makes impossible', () => {
    const { experiment, told } = wrong('m=32', playground)
    expect(experiment).toMatchObject({ objective: { m: 32 }, batchSize: 'all' })
    expect(told).toEqual([['batchSize', 'expected "all" or a whole number from 1 to 32, got 64', 'all']])
    const { en, zh } = noticeText(experimentFrom('m=32&foo=1', playground).notices)
    expect(en).toBe(
      'Not used from the address: foo (no such parameter here). ' +
        'With m, batchSize cannot stay as it is here (expected "all" or a whole number from 1 to 32, got 64); used all.',
    )
    expect(zh).toContain('有了 m，此处的 batchSize 不能保持原样')
  })

  it('never throws', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'run',
        'x',
        'y',
        'decay',
        'objective',
        'dataset',
        'dataset.m',
        '__proto__',
        'constructor',
        'runs',
        'start',
        'without',
        'series.values',
        'decay.points',
        'm',
        'hide',
      ),
      fc.string(),
    )
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'adam,alpha',
        'network',
        '[[1]]',
        '__proto__:1',
        'adam,__proto__:1',
        '1e999',
        '%zz',
        'manual,points:3',
        'none',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, value), { maxLength: 6 }),
        fc.constantFrom<Experiment>(momentum, averages, map),
        (parameters, route) => {
          const { experiment, notices } = experimentFrom(
            parameters.map(([n, v]) => `${n}=${v}`).join('&'),
            route,
          )
          expect(validate(experiment).ok).toBe(true)
          expect(noticeText(notices).zh).toMatch(notices.length > 0 ? /。$/ : /^$/)
        },
      ),
      { numRuns: 500 },
    )
    expect(({} as Record<string, unknown>).alpha).toBeUndefined()
  })
})
