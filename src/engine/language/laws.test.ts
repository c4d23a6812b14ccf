// Laws over the registry: interpreter, compiled loop and lockstep lanes give the same bits for every rule on every
// surface.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DescentExperiment, MapExperiment } from '../experiment.ts'
import { optimizers, type OptimizerKey } from '../optimizers/index.ts'
import { stream } from '../random.ts'
import { Run } from '../run.ts'
import { surfaces } from '../surfaces/index.ts'
import { completed } from '../validate.ts'
import { hindered, resetHost } from '../wasm/host.ts'
import { trajectoryModule, type Plan } from '../wasm/trajectory.ts'
import { generatedRule, generatedSurface } from './generatedTexts.ts'
import { lawOfLanes, lawOfRows } from './laws.ts'
import { programOfRule } from './machine.ts'
import { parseRule } from './parse.ts'
import { surfaceProgram } from './surfaceProgram.ts'

const keys = Object.keys(optimizers) as OptimizerKey[]
const objectives = [
  { kind: 'bowl', m: 37 },
  { kind: 'quadratic', curvature: [1, 20], angle: 30, scale: 2, m: 20, noise: 0.3 },
  ...Object.keys(surfaces).map((kind, i) => ({ kind, m: 16, noise: i % 2 ? 0.1 : 0 })),
  { kind: 'expression', source: 'x^2 + 3*sin(y)^2 + exp(-x*y)', m: 16, noise: 0.01 },
]
const decays = [
  [1, { kind: 'none' }],
  [3, { kind: 'inverse', rate: 0.1 }],
  ['epoch', { kind: 'exponential', base: 0.9 }],
] as const

describe.each(keys)('%s', (optimizer) => {
  test.each(objectives)('has the same bits compiled, in any chunks: $kind', (objective) => {
    for (const convention of ['course', 'pytorch'])
      for (const [i, batchSize] of (['all', 5, 1] as const).entries()) {
        const [costEvery, decay] = decays[i]
        const { alpha, biasCorrection } = optimizers[optimizer]
        const switched = biasCorrection === undefined ? {} : { biasCorrection: i === 1 }
        const run = { optimizer, alpha: alpha * 0.3, decay, ...switched }
        expect(
          lawOfRows(
            completed({ objective, batchSize, convention, costEvery, steps: 40, seed: 3, runs: [run] }),
          ),
        ).toBe('')
      }
  })
})

test('a rule that says Adam is the same module, byte for byte, as the built-in one', () => {
  const text = `parameter beta1 = 0.9 from 0 to 0.999
parameter beta2 = 0.999 from 0 to 0.9999
parameter epsilon = 1e-8
V = beta1*V + (1 - beta1)*dW          # the average of the gradients
S = beta2*S + (1 - beta2)*dW^2
Vc = V/(1 - beta1^t)
Sc = S/(1 - beta2^t)
w = w - alpha*Vc/sqrt(Sc + epsilon)`
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(parsed.fault.message)
  const surface = surfaceProgram(surfaces.rosenbrock.source)
  const bytes = [parsed.value, optimizers.adam.ruleOf(true, true)].map((rule) => {
    const plan: Plan = {
      rule: programOfRule(rule),
      surface,
      batches: 'whole',
      shown: 'full',
      hashing: true,
      everyStep: true,
      steady: true,
      sureRule: new Set(),
      sureSurface: new Set(),
    }
    return trajectoryModule(plan)
  })
  expect(bytes[0]).toEqual(bytes[1])
  const experiment = (run: object): DescentExperiment =>
    completed({ objective: { kind: 'bowl' }, batchSize: 64, steps: 300, runs: [{ alpha: 0.1, ...run }] })
  const hashes = [{ optimizer: 'adam' }, { optimizer: 'rule', rule: text }].map((run) => {
    const one = new Run(experiment(run), 0, { detail: 'weights', hashing: true })
    one.advance(new Float64Array(301 * one.width), 301)
    return one.hash.state()
  })
  expect(hashes[0]).toEqual(hashes[1])
})

test('rules and surfaces drawn at random', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const rule = generatedRule(seed)
    const base = {
      objective: { kind: 'expression', source: generatedSurface(seed), m: 7, noise: seed % 3 ? 0.1 : 0 },
      batchSize: seed % 2 ? 3 : 'all',
      steps: 12,
      seed,
      runs: [{ optimizer: 'rule', rule, alpha: 0.05 }],
    }
    const map = completed<MapExperiment>({
      lab: 'map',
      base,
      x: { parameter: 'alpha', from: 0.001, to: 2, count: 9, scale: 'log' },
      y: { parameter: 'batchSize', from: 3, to: 3, count: 1, scale: 'linear' },
      measure: 'cost',
    })
    expect([seed, lawOfRows(completed(base)), lawOfLanes(map)]).toEqual([seed, '', ''])
  }
})

test('derived gradients and Hessians agree with difference quotients, and given ones with the derived', () => {
  const draws = stream(3, 'points')
  for (const { source, value, gradient, hessian } of Object.values(surfaces)) {
    const derived = surfaceProgram({ value: source.value })
    expect(derived.gradient).toHaveLength(2)
    for (let n = 0; n < 20; n++) {
      const [x, y] = [2 * draws.normal(), 2 * draws.normal()]
      const [g, left, right, H] = [0, 1, 2, 3].map(() => new Float64Array(3))
      gradient(x, y, g)
      hessian(x, y, H)
      const h = 1e-5
      const scale = 1 + Math.abs(value(x, y))
      expect(Math.abs((value(x + h, y) - value(x - h, y)) / (2 * h) - g[0]) / scale).toBeLessThan(1e-5)
      expect(Math.abs((value(x, y + h) - value(x, y - h)) / (2 * h) - g[1]) / scale).toBeLessThan(1e-5)
      gradient(x - h, y, left)
      gradient(x + h, y, right)
      const size = 1 + Math.max(...H.map(Math.abs))
      expect(Math.abs((right[0] - left[0]) / (2 * h) - H[0]) / size).toBeLessThan(1e-5)
      expect(Math.abs((right[1] - left[1]) / (2 * h) - H[1]) / size).toBeLessThan(1e-5)
    }
  }
})

describe('without compilation the interpreter has the same bits', () => {
  beforeEach(resetHost)
  afterEach(() => {
    vi.unstubAllGlobals()
    resetHost()
  })
  const refusing = (what: 'Module' | 'Memory', error: Error): object => ({
    ...Object.fromEntries(
      ['Module', 'Instance', 'Memory'].map((name) => [name, Reflect.get(WebAssembly, name)]),
    ),
    [what]: class {
      constructor() {
        throw error
      }
    },
  })
  test.each([
    ['forbidden', undefined],
    ['forbidden', refusing('Module', new WebAssembly.CompileError('blocked by Content Security Policy'))],
    ['invalid', refusing('Module', new WebAssembly.CompileError('wrong opcode'))],
    ['memory', refusing('Memory', new RangeError('could not allocate memory'))],
  ])('%s', (cause, api) => {
    const experiment = completed<DescentExperiment>({
      objective: { kind: 'bowl', m: 20 },
      batchSize: 6,
      steps: 30,
      runs: [{ optimizer: 'nadam', alpha: 0.1 }],
    })
    const hash = (): string => {
      const run = new Run(experiment, 0, { detail: 'weights', hashing: true })
      run.advance(new Float64Array(31 * run.width), 31)
      return `${run.hash.state()} ${run.isCompiled}`
    }
    const compiled = hash()
    expect(compiled).toMatch(/true$/)
    resetHost()
    vi.stubGlobal('WebAssembly', api)
    expect(hash()).toBe(compiled.replace('true', 'false'))
    expect(hindered()).toBe(cause)
  })
})
