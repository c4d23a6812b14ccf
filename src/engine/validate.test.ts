import { describe, expect, it } from 'vitest'
import type { DescentExperiment, MapExperiment } from './experiment.ts'
import { defaultRule } from './optimizers/ownRule.ts'
import { optimizers } from './optimizers/index.ts'
import { formatExample } from './formatExample.ts'
import { completed, formatFault, parseExperiment, validate } from './validate.ts'
import { minimal } from './validate/minimal.ts'
import { at, repair, replaced } from './validate/repair.ts'

const descent = {
  version: 1,
  lab: 'descent',
  ...formatExample,
}
const network = {
  kind: 'network',
  layers: [2, 3, 1],
  activation: 'tanh',
  loss: 'crossEntropy',
  dataset: { kind: 'moons' },
}
const inline = {
  ...network,
  dataset: {
    kind: 'inline',
    x: [
      [0, 1],
      [1, 0],
    ],
    y: [0, 1],
  },
}
const averages = { version: 1, lab: 'averages', series: { kind: 'inline', values: [1, 2, 3] } }
const map = {
  version: 1,
  lab: 'map',
  base: { ...descent, runs: [descent.runs[1]] },
  x: { parameter: 'alpha', from: 0.001, to: 1, count: 4, scale: 'log' },
  y: { parameter: 'beta', from: 0, to: 0.9, count: 3, scale: 'linear' },
  measure: 'steps',
  target: 0.5,
}

const said = (result: ReturnType<typeof validate>): string[] =>
  result.ok ? [] : result.faults.map(formatFault)

/** Returns every fault of an experiment after setting the field at a path such as `runs.1.alpha`. */
function faultsOf(experiment: object, path: string, value: unknown): string[] {
  const keys = path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  return said(validate(replaced(experiment, keys, value)))
}

type Case = readonly [experiment: object, path: string, value: unknown, fault: string]
const absent = undefined
const cases: readonly Case[] = [
  [descent, 'runs.1.alpha', -1, 'runs[1].alpha: expected a number above 0, got -1'],
  [descent, 'runs.1.alpha', 0, 'runs[1].alpha: expected a number above 0, got 0'],
  [descent, 'runs.1.alpha', '0.1', 'runs[1].alpha: expected a number above 0, got "0.1"'],
  [descent, 'runs.0.alpha', absent, 'runs[0].alpha: expected a number above 0, got nothing'],
  [descent, 'runs.0.alpha', NaN, 'runs[0].alpha: expected a number above 0, got NaN'],
  [descent, 'runs.0.alpha', Infinity, 'runs[0].alpha: expected a number above 0, got a number above 1.8e308'],
  [descent, 'runs.0.alpha', null, 'runs[0].alpha: expected a number above 0, got null'],
  [descent, 'version', 2, 'version: expected 1, got 2'],
  [descent, 'version', absent, 'version: expected 1, got nothing'],
  [descent, 'version', '1', 'version: expected 1, got "1"'],
  [descent, 'lab', 'descend', 'lab: expected "descent", "averages" or "map", got "descend"'],
  [descent, 'lab', absent, 'lab: expected "descent", "averages" or "map", got nothing'],
  [descent, 'seed', -1, 'seed: expected a whole number from 0 to 4294967295, got -1'],
  [descent, 'seed', 4294967296, 'seed: expected a whole number from 0 to 4294967295, got 4294967296'],
  [descent, 'seed', 1.5, 'seed: expected a whole number from 0 to 4294967295, got 1.5'],
  [descent, 'convention', 'torch', 'convention: expected "course" or "pytorch", got "torch"'],
  [descent, 'objective', absent, 'objective: expected an object, got nothing'],
  [descent, 'objective', 'bowl', 'objective: expected an object, got "bowl"'],
  [descent, 'objective', [], 'objective: expected an object, got an empty list'],
  [
    descent,
    'objective.curvature',
    absent,
    'objective.curvature: expected a list of 2 numbers, λ₁ and λ₂, got nothing',
  ],
  [
    descent,
    'objective.curvature',
    [1],
    'objective.curvature: expected a list of 2 numbers, λ₁ and λ₂, got a list of 1',
  ],
  [
    descent,
    'objective.curvature',
    [1, -4],
    'objective.curvature[1]: expected a number of at least 0, got -4',
  ],
  [
    descent,
    'objective',
    { kind: 'bowl', curvature: [0, 1] },
    'objective.curvature[0]: expected a number above 0, got 0',
  ],
  [
    descent,
    'objective',
    { kind: 'bowl', m: 1 },
    'objective.m: expected a whole number from 2 to 5000000, got 1',
  ],
  [
    descent,
    'objective',
    { kind: 'saddle', m: 5e6 + 1 },
    'objective.m: expected a whole number from 1 to 5000000, got 5000001',
  ],
  [
    descent,
    'objective',
    { kind: 'saddle', noise: -1 },
    'objective.noise: expected a number of at least 0, got -1',
  ],
  [descent, 'objective', { kind: 'saddle', angle: 3 }, 'objective.angle: unknown field'],
  [
    descent,
    'objective',
    { kind: 'bowl', mislabelled: 1.1 },
    'objective.mislabelled: expected a number from 0 to 1, got 1.1',
  ],
  [
    descent,
    'objective',
    { kind: 'bowl', labelNoise: -0.5 },
    'objective.labelNoise: expected a number of at least 0, got -0.5',
  ],
  [descent, 'objective', { kind: 'bowl', noise: 1 }, 'objective.noise: unknown field'],
  [descent, 'objective', { kind: 'expression' }, 'objective.source: expected a text, got nothing'],
  [
    descent,
    'objective',
    { kind: 'expression', source: 'x'.repeat(1001) },
    'objective.source: expected a formula of at most 1000 characters, got 1001',
  ],
  [
    descent,
    'objective',
    { kind: 'leastSquares', x: [[1, 2], [3]], y: [1, 2] },
    'objective.x[1]: expected a row of 2 numbers, like the first, got a list of 1',
  ],
  [
    descent,
    'objective',
    { kind: 'leastSquares', x: [[1, 2]], y: [1, 2] },
    'objective.y: expected a list of 1 numbers, one a row of x, got a list of 2',
  ],
  [
    descent,
    'objective',
    { kind: 'leastSquares', x: [[1, 'a']], y: [1] },
    'objective.x[0][1]: expected a number, got "a"',
  ],
  [
    descent,
    'objective',
    { kind: 'leastSquares', x: [], y: [] },
    'objective.x: expected a list of 1 to 100000 rows of numbers, got an empty list',
  ],
  [
    descent,
    'objective',
    { kind: 'leastSquares', x: [Array.from({ length: 10_001 }, () => 1)], y: [1] },
    'objective.x[0]: expected a list of 1 to 10000 numbers, got a list of 10001',
  ],
  [descent, 'start', [1], 'start: expected a list of 2 numbers, one a parameter, got a list of 1'],
  [descent, 'start', [1, null], 'start[1]: expected a number, got null'],
  [descent, 'batchSize', 513, 'batchSize: expected "all" or a whole number from 1 to 512, got 513'],
  [descent, 'batchSize', 0, 'batchSize: expected "all" or a whole number from 1 to m, got 0'],
  [descent, 'batchSize', 'some', 'batchSize: expected "all" or a whole number from 1 to m, got "some"'],
  [
    descent,
    'runs.0.batchSize',
    1000,
    'runs[0].batchSize: expected "all" or a whole number from 1 to 512, got 1000',
  ],
  [descent, 'steps', 10_000_001, 'steps: expected a whole number from 0 to 10000000, got 10000001'],
  [descent, 'steps', 2.5, 'steps: expected a whole number from 0 to 10000000, got 2.5'],
  [descent, 'reshuffle', 'yes', 'reshuffle: expected true or false, got "yes"'],
  [descent, 'costEvery', 0, 'costEvery: expected "epoch" or a whole number from 1, got 0'],
  [descent, 'runs', [], 'runs: expected a list of 1 to 12 runs, got an empty list'],
  [
    descent,
    'runs',
    Array(13).fill(descent.runs[0]),
    'runs: expected a list of 1 to 12 runs, got a list of 13',
  ],
  [descent, 'runs', absent, 'runs: expected a list of 1 to 12 runs, got nothing'],
  [descent, 'runs.0', 7, 'runs[0]: expected an object, got 7'],
  [descent, 'runs.1.beta', 1, 'runs[1].beta: expected a number of at least 0 and below 1, got 1'],
  [descent, 'runs.1.beta2', 0.9, 'runs[1].beta2: not a field of momentum'],
  [descent, 'runs.0.biasCorrection', true, 'runs[0].biasCorrection: not a field of gd'],
  [descent, 'runs.1.betta', 0.9, 'runs[1].betta: unknown field'],
  [descent, 'runs.0.name', 3, 'runs[0].name: expected a text, got 3'],
  [descent, 'runs.0.decay', 'inverse', 'runs[0].decay: expected an object, got "inverse"'],
  [
    descent,
    'runs.0.decay',
    { kind: 'inverse', rate: -1 },
    'runs[0].decay.rate: expected a number of at least 0, got -1',
  ],
  [
    descent,
    'runs.0.decay',
    { kind: 'exponential', base: 2 },
    'runs[0].decay.base: expected a number from 0 to 1, got 2',
  ],
  [
    descent,
    'runs.0.decay',
    { kind: 'inverseSqrt', k: 0 },
    'runs[0].decay.k: expected a number above 0, got 0',
  ],
  [
    descent,
    'runs.0.decay',
    { kind: 'staircase', every: 0 },
    'runs[0].decay.every: expected a whole number from 1, got 0',
  ],
  [descent, 'runs.0.decay', { kind: 'none', rate: 1 }, 'runs[0].decay.rate: unknown field'],
  [
    descent,
    'runs.0.decay',
    {
      kind: 'manual',
      points: [
        [5, 1],
        [2, 1],
      ],
    },
    'runs[0].decay.points[1][0]: expected an epoch after 5, got 2',
  ],
  [
    descent,
    'runs.0.decay',
    { kind: 'manual', points: [[5]] },
    'runs[0].decay.points[0]: expected a pair [epoch, alpha], got a list of 1',
  ],
  [descent, 'alpha2', 1, 'alpha2: unknown field'],
  [descent, '__proto__', 1, '__proto__: unknown field'],
  [descent, 'constructor', 1, 'constructor: unknown field'],
  [descent, 'a\nb', 1, '["a\\nb"]: unknown field'],
  [
    descent,
    'objective',
    { ...network, dataset: { kind: 'moons', m: 100, flipped: [3, 100] } },
    'objective.dataset.flipped[1]: expected the number of an example, a whole number from 0 to 99, got 100',
  ],
  [
    descent,
    'objective',
    { ...network, layers: [2] },
    'objective.layers: expected a list of 2 to 9 whole numbers: the inputs, then at most 8 layers, got a list of 1',
  ],
  [
    descent,
    'objective',
    { ...network, layers: [2, 0, 1] },
    'objective.layers[1]: expected a whole number from 1, got 0',
  ],
  [
    descent,
    'objective',
    { ...network, layers: [2, 5000, 1] },
    'objective.layers: expected a network of at most 10,000 parameters, got 20001',
  ],
  [
    descent,
    'objective',
    { ...network, layers: [3, 1] },
    'objective.layers[0]: expected 2, the inputs of moons, got 3',
  ],
  [
    descent,
    'objective',
    { ...network, activation: 'gelu' },
    'objective.activation: expected "tanh", "relu" or "sigmoid", got "gelu"',
  ],
  [
    descent,
    'objective',
    { ...network, lambda: -1 },
    'objective.lambda: expected a number of at least 0, got -1',
  ],
  [
    descent,
    'objective',
    { ...network, dataset: { kind: 'moons', noise: -1 } },
    'objective.dataset.noise: expected a number of at least 0, got -1',
  ],
  [
    descent,
    'objective',
    { ...network, dataset: { kind: 'iris', m: 3 }, layers: [4, 3] },
    'objective.dataset.m: unknown field',
  ],
  [
    descent,
    'objective',
    { ...network, dataset: { kind: 'iris' }, layers: [4, 2] },
    'objective.layers[1]: expected at least 3 outputs, one a class, got 2',
  ],
  [descent, 'objective.dataset', { kind: 'moons' }, 'objective.dataset: unknown field'],
  [
    { ...descent, start: undefined, objective: inline },
    'objective.dataset.y.1',
    2,
    'objective.dataset.y[1]: expected a class, a whole number from 0 to 1, got 2',
  ],
  [
    { ...descent, start: undefined, objective: inline },
    'objective.dataset.x.1',
    [1],
    'objective.dataset.x[1]: expected a row of 2 numbers, the inputs, got a list of 1',
  ],
  [
    { ...descent, start: undefined, objective: inline },
    'objective.dataset.y',
    [0],
    'objective.dataset.y: expected a list of 2, one a row of x, got a list of 1',
  ],
  [
    { ...descent, start: undefined, objective: inline },
    'batchSize',
    3,
    'batchSize: expected "all" or a whole number from 1 to 2, got 3',
  ],
  [averages, 'series', absent, 'series: expected an object, got nothing'],
  [
    averages,
    'series.kind',
    'london',
    'series.kind: expected "inline", "seattle", "newYork" or "synthetic", got "london"',
  ],
  [averages, 'series.values', [], 'series.values: expected a list of 1 to 200000 numbers, got an empty list'],
  [averages, 'series.values', ['a'], 'series.values[0]: expected a number, got "a"'],
  [
    averages,
    'series.values',
    Array(200_001).fill(0),
    'series.values: expected a list of 1 to 200000 numbers, got a list of 200001',
  ],
  [averages, 'betas', [], 'betas: expected a list of 1 to 8 numbers, got an empty list'],
  [averages, 'betas', [0.9, 1], 'betas[1]: expected a number of at least 0 and below 1, got 1'],
  [averages, 'windows', [0], 'windows[0]: expected a whole number from 1, got 0'],
  [averages, 'changes', [[9, 1]], 'changes[0][0]: expected a day from 1 to 3, got 9'],
  [averages, 'biasCorrection', 1, 'biasCorrection: expected true or false, got 1'],
  [averages, 'runs', [], 'runs: unknown field'],
  [map, 'x.from', 0, 'x.from: expected a number above 0, got 0'],
  [
    { ...map, y: { ...map.y, scale: 'log' } },
    'y.from',
    0,
    'y.from: expected a number above 0, for a log scale, got 0',
  ],
  [map, 'y.to', 1, 'y.to: expected a number of at least 0 and below 1, got 1'],
  [map, 'x.count', 0, 'x.count: expected a whole number from 1 to 1024, got 0'],
  [map, 'x.count', 1_000_000, 'x.count: expected a whole number from 1 to 1024, got 1000000'],
  [map, 'y.parameter', 'beta1', 'y.parameter: expected a hyperparameter of momentum, got "beta1"'],
  [map, 'y.parameter', 'alpha', 'y.from: expected a number above 0, got 0'],
  [map, 'target', absent, 'target: expected a number, the cost to reach, got nothing'],
  [map, 'measure', 'time', 'measure: expected "steps" or "cost", got "time"'],
  [map, 'seeds', 0, 'seeds: expected a whole number from 1 to 100000, got 0'],
  [map, 'base.runs', descent.runs, 'base.runs: expected a list of 1 run, got a list of 2'],
  [map, 'base.start', [1], 'base.start: expected a list of 2 numbers, one a parameter, got a list of 1'],
  [map, 'base', absent, 'base: expected an object, got nothing'],
]

describe('what is refused', () => {
  it.each(cases)('%#: $3', (experiment, path, value, fault) => {
    expect(faultsOf(experiment, path, value)).toContain(fault)
  })

  it('refuses a decay.rate without the inverse decay, and a missing curvature', () => {
    const rate = { parameter: 'decay.rate', from: 0, to: 1, count: 2, scale: 'linear' }
    expect(faultsOf(map, 'y', rate)[0]).toMatch(/^y.parameter: expected .*, got "decay.rate"$/)
    const curved = { ...map, base: { ...map.base, objective: { kind: 'saddle' } } }
    expect(faultsOf(curved, 'y', { ...rate, parameter: 'curvature', from: 1 })[0]).toMatch(/^y.parameter: /)
    expect(faultsOf(map, 'y', { ...rate, parameter: 'batchSize', from: 1, to: 513 })).toEqual([
      'y.to: expected a number from 1 to 512, got 513',
    ])
  })

  it('reports every fault, in a fixed order', () => {
    const text = JSON.stringify({
      ...descent,
      seed: -1,
      zeta: 1,
      runs: [{ optimizer: 'sgd' }, { optimizer: 'adam', alpha: 0, beta: 0.5, beta1: 1 }],
    })
    const result = parseExperiment(text)
    expect(result.ok ? [] : result.faults.map((fault) => fault.path)).toEqual([
      ...[
        'seed',
        'runs[0].optimizer',
        'runs[0].alpha',
        'runs[1].alpha',
        'runs[1].beta1',
        'runs[1].beta',
        'zeta',
      ],
    ])
  })

  it('names faults of the file itself', () => {
    const faults = (text: string): string[] => said(parseExperiment(text))
    expect(faults('')).toEqual(['file: not valid JSON: line 1, column 1: the file is empty'])
    expect(faults('{"version":1,}')).toEqual(['file: not valid JSON: line 1, column 13: a comma too many'])
    expect(faults('[]')).toEqual(['file: expected an object, got an empty list'])
    expect(faults('null')).toEqual(['file: expected an object, got null'])
    expect(faults('['.repeat(50_000))).toEqual([
      'file: not valid JSON: line 1, column 50001: the end, while a bracket is still open',
    ])
    const deep = '['.repeat(40_000) + ']'.repeat(40_000)
    expect(faults(deep)).toEqual(['file: expected an object, got a list of 1'])
    expect(faults(deep.repeat(2))).toEqual(['file: expected at most 100 levels of brackets'])
    const fields = Array.from({ length: 20_000 }, (_, i) => `"${i}\\"":1`).join(',')
    expect(faults(`{${fields}}`)).toEqual(['file: expected at most 10000 fields'])
    expect(faults('{"version":1,"lab":"descent","seed":1e400}')[0]).toMatch(
      /^seed: .* got a number above 1\.8e308/,
    )
    expect(faults('\ufeff' + JSON.stringify(descent))).toEqual([])
    expect(faults('{"version":1,"lab":"descent","__proto__":{"runs":[]},"constructor":{}}')).toEqual([
      'objective: expected an object, got nothing',
      'runs: expected a list of 1 to 12 runs, got nothing',
      '__proto__: unknown field',
      'constructor: unknown field',
    ])
  })

  it('refuses numbers that overflow in °F or in a sum, by their field', () => {
    const faults = (json: object): string[] => said(validate({ version: 1, lab: 'averages', ...json }))
    const series = { kind: 'inline', values: [1e308, 2] }
    expect(faults({ series })).toEqual([])
    expect(faults({ series, unit: 'fahrenheit' })).toEqual([
      'series.values[0]: expected a number that is finite in °F, got 1e+308',
    ])
    expect(faults({ series, windows: [1, 2] })).toEqual([
      'windows[1]: expected a window whose sum is a finite number, got 2',
    ])
    const changes = [[2, -1.7e308]]
    expect(faults({ series: { kind: 'seattle' }, unit: 'fahrenheit', changes })).toEqual([
      'changes[0][1]: expected a number that is finite in °F, got -1.7e+308',
    ])
  })

  it('refuses invalid formulas quickly', () => {
    for (const source of ['', 'x +', 'constructor', 'import("x")', 'z', '('.repeat(900), 'x'.repeat(100_000)])
      expect(faultsOf(descent, 'objective', { kind: 'expression', source })).toHaveLength(1)
  })

  it('bounds what it reports about junk', () => {
    const values = Array.from({ length: 200_000 }, () => 'junk'.repeat(20))
    const faults = faultsOf(averages, 'series.values', values)
    expect(faults).toHaveLength(1001)
    expect(faults[0].length).toBeLessThan(120)
    const deep = JSON.parse('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000))
    expect(faultsOf(descent, 'start', deep)).toEqual([
      'start: expected a list of at least 1 numbers, got an object',
    ])
  })
})

describe('what is accepted', () => {
  const complete = (json: unknown): DescentExperiment => {
    const result = validate(json)
    if (!result.ok) throw new Error(result.faults.map(formatFault).join('\n'))
    return result.experiment as DescentExperiment
  }

  it('fills in every default', () => {
    expect(complete(descent)).toEqual({
      version: 1,
      lab: 'descent',
      seed: 1,
      convention: 'course',
      objective: { kind: 'quadratic', curvature: [1, 4], angle: 0, m: 512, noise: 0, scale: 1 },
      start: [-4, 1],
      batchSize: 'all',
      steps: 2,
      reshuffle: true,
      costEvery: 1,
      runs: [
        { optimizer: 'gd', alpha: 0.25, decay: { kind: 'none' } },
        { optimizer: 'momentum', alpha: 0.25, beta: 0.5, biasCorrection: false, decay: { kind: 'none' } },
      ],
    })
    expect(complete({ ...descent, objective: { kind: 'bowl' } }).objective).toEqual({
      kind: 'bowl',
      m: 512,
      curvature: [1, 20],
      angle: 0,
      labelNoise: 0.5,
      mislabelled: 0,
      scale: 1,
    })
  })

  it('takes every optimizer of the registry, each with its own hyperparameters', () => {
    for (const [optimizer, { hyperparameters, biasCorrection }] of Object.entries(optimizers)) {
      const [run] = complete({ ...descent, runs: [{ optimizer, alpha: 1 }] }).runs
      const switched = biasCorrection === undefined ? {} : { biasCorrection }
      const rule = optimizer === 'rule' ? { rule: defaultRule } : {}
      const rest = { ...hyperparameters, ...switched, ...rule }
      expect(run).toEqual({ optimizer, alpha: 1, decay: { kind: 'none' }, ...rest })
    }
  })

  it('fills in a network, its data and a map', () => {
    const { objective } = complete({ ...descent, start: undefined, objective: network })
    expect(objective).toEqual({
      ...network,
      lambda: 0,
      precision: 'float64',
      dataset: { kind: 'moons', m: 512, noise: 0.1, mislabelled: 0 },
    })
    const filled = complete({ ...map, seed: 7 }) as unknown as MapExperiment
    expect(filled.base.seed).toBe(7)
    expect(filled.seeds).toBe(1)
    const own = complete({ ...map, base: { ...map.base, seed: 3, costEvery: 9 } }) as unknown as MapExperiment
    expect([own.seed, own.base.seed, own.base.costEvery]).toEqual([3, 3, 1])
  })

  it('completes presets in code, and lists what is wrong in one', () => {
    expect(completed({ objective: { kind: 'bowl' }, runs: [{ optimizer: 'gd', alpha: 1 }] }).steps).toBe(200)
    expect(() => completed({ objective: { kind: 'bowl' }, runs: [] })).toThrow(
      'runs: expected a list of 1 to 12 runs',
    )
  })

  it('is idempotent, and its shortest form means the same', () => {
    for (const json of [descent, averages, map, { ...descent, start: undefined, objective: inline }]) {
      const full = complete(json)
      expect(complete(full)).toEqual(full)
      expect(complete(minimal(full))).toEqual(full)
    }
    expect(minimal(complete(descent))).toEqual(descent)
    expect(minimal(complete(map))).toEqual({
      ...map,
      base: { objective: map.base.objective, start: map.base.start, steps: 2, runs: map.base.runs },
    })
  })
})

describe('repair', () => {
  const result = validate(descent)
  if (!result.ok) throw new Error('the example is valid')
  const fallback = result.experiment

  it('keeps valid fields and replaces wrong ones', () => {
    const { experiment, repairs } = repair(
      { ...descent, steps: -5, seed: 9, foo: 1, start: [1, 2, 3] },
      fallback,
    )
    expect(experiment).toEqual({ ...fallback, seed: 9 })
    expect(repairs.map(({ keys, used }) => [keys.join('.'), used])).toEqual([
      ['steps', 2],
      ['foo', undefined],
      ['start', [-4, 1]],
    ])
  })

  it('makes an experiment of anything', () => {
    const junk = [
      null,
      3,
      'x',
      [],
      {},
      { lab: 'map' },
      { version: 1, lab: 'descent', runs: [{}, 3, { optimizer: 'adam' }] },
    ]
    for (const json of junk) expect(validate(repair(json, fallback).experiment).ok).toBe(true)
    const kept = repair(junk.at(-1), fallback).experiment as DescentExperiment
    expect(kept.runs.map((run) => run.optimizer)).toEqual(['adam'])
    expect(at(kept, ['runs', 0, 'alpha'])).toBe(optimizers.adam.alpha)
  })

  it('drops a batch that m has become too small for', () => {
    const json = { ...descent, batchSize: 100, objective: { ...descent.objective, m: 50 } }
    const { experiment } = repair(json, { ...fallback, batchSize: 100 } as DescentExperiment)
    expect((experiment as DescentExperiment).batchSize).toBe('all')
  })
})
