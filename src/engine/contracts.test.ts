// The laws of the engine's registries: what holds for every optimizer and schedule by iterating over the tables, and
// the identities that the course teaches. A new entry is tested as soon as it is registered.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Convention, DecaySpec } from './experiment.ts'
import { nextPower } from './ewa.ts'
import type { Formula, FormulaNode } from './formula.ts'
import { hyperparameters } from './hyperparameters.ts'
import { createMemory, optimizers, settingsOf, type OptimizerKey } from './optimizers/index.ts'
import { moverOf } from './optimizers/mover.ts'
import type { Optimizer } from './optimizers/optimizer.ts'
import { alphaAt, schedules, type DecayKind } from './schedules/index.ts'

const keys = Object.keys(optimizers) as OptimizerKey[]
const conventions: readonly Convention[] = ['course', 'pytorch']
const cases = keys.flatMap((key) => conventions.map((convention) => [key, convention] as const))

type Choice = Omit<Parameters<typeof settingsOf>[0], 'optimizer'>

/** Returns the path of w under a list of gradients, or under a gradient of w. */
function path(
  key: OptimizerKey,
  choice: Choice,
  alpha: number,
  start: readonly number[],
  gradients: readonly (readonly number[])[] | ((w: Float64Array) => readonly number[]),
  steps = Array.isArray(gradients) ? gradients.length : 0,
): number[][] {
  const optimizer: Optimizer = optimizers[key]
  const memory = createMemory(optimizer, start.length)
  const h = settingsOf({ optimizer: key, ...choice }, 'course')
  const w = Float64Array.from(start)
  const dW = new Float64Array(w.length)
  const mover = moverOf(optimizer, {}, w, dW, memory, h)
  const points: number[][] = []
  for (let t = 0; t < steps; t++) {
    dW.set(typeof gradients === 'function' ? gradients(w) : gradients[t])
    mover.step(alpha, t + 1, t, NaN)
    points.push([...w])
  }
  return points
}

const component = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x))
const somewhere = fc.tuple(component, component)
const gradients = fc.array(fc.tuple(component, component), { minLength: 1, maxLength: 30 })
const rate = fc.double({ min: 1e-4, max: 1, noNaN: true })
const beta = fc.double({ min: 0, max: 0.999, noNaN: true })

describe.each(cases)('%s, %s', (key, convention) => {
  const optimizer: Optimizer = optimizers[key]

  test.each([
    ['its own ε', {}],
    ['ε = 0', { epsilon: 0 }],
  ])('stays in place at dW = 0, with %s', (_, choice) => {
    const corrections = optimizer.biasCorrection === undefined ? [undefined] : [true, false]
    for (const biasCorrection of corrections) {
      const points = path(
        key,
        { ...choice, convention, biasCorrection, weightDecay: 0 },
        0.5,
        [3, -4, 0],
        () => [0, 0, -0],
        5,
      )
      for (const point of points) expect(point).toEqual([3, -4, 0])
    }
  })

  test('never writes dW, and keeps no memory but its own', () => {
    fc.assert(
      fc.property(somewhere, gradients, (start, list) => {
        const h = settingsOf({ optimizer: key }, convention)
        const [one, other] = [createMemory(optimizer, 2), createMemory(optimizer, 2)]
        const [w, v] = [Float64Array.from(start), Float64Array.from(start)]
        const dW = new Float64Array(2)
        const mover = moverOf(optimizer, {}, w, dW, one, h)
        const another = moverOf(optimizer, {}, v, dW, other, h)
        list.forEach((g, t) => {
          dW.set(g)
          mover.step(0.1, t + 1, t, NaN)
          expect([...dW]).toEqual([...g])
          // A second run in between must change nothing.
          another.step(0.1, t + 1, t, NaN)
        })
        expect(v).toEqual(w)
        expect(other).toEqual(one)
      }),
      { numRuns: 30 },
    )
  })

  test('its formula exists with and without bias correction, and names known symbols only', () => {
    const known = new Set([
      ...[
        'w',
        'dW',
        'V',
        'S',
        'G',
        'U',
        'D',
        'Vc',
        'Sc',
        'Uc',
        'M',
        'c',
        'Delta',
        'mu',
        'muNext',
        'alpha',
        't',
      ],
      ...Object.keys(optimizer.hyperparameters),
      ...(optimizer.own?.parameters ?? []).map(({ name }) => name),
    ])
    for (const biasCorrection of [true, false]) {
      const lines = optimizer.formula(convention, biasCorrection)
      expect(lines.length).toBeGreaterThan(0)
      expect(lines.flatMap(symbolsOf).filter((symbol) => !known.has(symbol))).toEqual([])
      const named = new Set(lines.flatMap(symbolsOf))
      for (const name of [
        'w',
        'dW',
        'alpha',
        ...optimizer.slots,
        ...Object.keys(optimizer.hyperparameters),
      ]) {
        expect(named).toContain(name)
      }
      const corrects = lines.some((line) => JSON.stringify(line).includes('"t"'))
      expect(corrects || optimizer.biasCorrection === undefined || !biasCorrection).toBe(true)
      expect(corrects && optimizer.biasCorrection !== undefined && !biasCorrection).toBe(false)
    }
  })
})

function symbolsOf(formula: Formula): string[] {
  const inNode = (node: FormulaNode): string[] => {
    if (typeof node === 'string') return []
    if ('symbol' in node) return [node.symbol]
    if ('over' in node) return [...symbolsOf(node.over), ...symbolsOf(node.under)]
    return symbolsOf('root' in node ? node.root : node.group)
  }
  return formula.flatMap(inNode)
}

describe.each(keys)('%s', (key) => {
  const optimizer: Optimizer = optimizers[key]

  test('lowers J a hundredfold within the steps it declares, for good, at its own α on the bowl of κ = 20', () => {
    const points = path(
      key,
      {},
      optimizer.alpha,
      [-9, 1.5],
      ([w, b]) => [w, 20 * b],
      4 * optimizer.hundredfoldWithin,
    )
    const J = ([w, b]: readonly number[]): number => 0.5 * (w * w + 20 * b * b)
    for (const point of points.slice(optimizer.hundredfoldWithin - 1))
      expect(J(point)).toBeLessThan(J([-9, 1.5]) / 100)
  })

  test('has words in both languages, a citation, named memory and valid defaults', () => {
    for (const words of [optimizer.label, optimizer.help]) {
      expect(words.en.trim()).not.toBe('')
      expect(words.zh.trim()).not.toBe('')
    }
    expect(optimizer.help.zh).toMatch(/\p{Script=Han}/u)
    expect(optimizer.citation).toMatch(/\d{4}/)
    const names = [...optimizer.slots, ...Object.keys(optimizer.running)]
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(createMemory(optimizer, 3))).toEqual(names)
    for (const [name, value] of Object.entries(optimizer.hyperparameters)) {
      const { belowOne } = hyperparameters[name as keyof typeof hyperparameters]
      expect(value >= 0 && (!belowOne || value < 1)).toBe(true)
    }
  })
})

test('the course’s four come first, and those that average can be corrected', () => {
  const featured = keys.filter((key) => optimizers[key].featured)
  expect(featured).toEqual(['gd', 'momentum', 'rmsprop', 'adam'])
  expect(featured.filter((key) => 'biasCorrection' in optimizers[key])).toEqual([
    'momentum',
    'rmsprop',
    'adam',
  ])
})

describe('the course’s statements', () => {
  test.each(['momentum', 'nesterov'] as const)('%s with β = 0 is gradient descent, to the bit', (key) => {
    fc.assert(
      fc.property(
        somewhere,
        gradients,
        rate,
        fc.constantFrom(...conventions),
        (start, list, alpha, convention) => {
          expect(path(key, { beta: 0, convention }, alpha, start, list)).toEqual(
            path('gd', {}, alpha, start, list),
          )
        },
      ),
    )
  })

  test('Adam with β₁ = 0 and no correction is RMSprop, to the bit', () => {
    fc.assert(
      fc.property(
        somewhere,
        gradients,
        rate,
        beta,
        fc.constantFrom(...conventions),
        (start, list, alpha, beta2, convention) => {
          const choice = { beta2, epsilon: 1e-8, convention }
          const adam = path('adam', { ...choice, beta1: 0, biasCorrection: false }, alpha, start, list)
          expect(adam).toEqual(path('rmsprop', choice, alpha, start, list))
        },
      ),
    )
  })

  test('AdamW without decay is Adam, to the bit', () => {
    fc.assert(
      fc.property(somewhere, gradients, rate, (start, list, alpha) => {
        expect(path('adamw', { weightDecay: 0 }, alpha, start, list)).toEqual(
          path('adam', {}, alpha, start, list),
        )
      }),
    )
  })

  test('Adam’s first step is α · sign dW at ε = 0, to 4 ulp', () => {
    fc.assert(
      fc.property(component, rate, beta, beta, (g, alpha, beta1, beta2) => {
        const [[w]] = path('adam', { beta1, beta2, epsilon: 0 }, alpha, [0], [[g]])
        expect(Math.abs(w + alpha * Math.sign(g))).toBeLessThanOrEqual(4 * Number.EPSILON * alpha)
      }),
    )
  })

  test('Vc uses β₁ᵗ and Sc β₂ᵗ, for w and for b: with constant gradients every step is α · sign dW', () => {
    const constant = Array.from({ length: 50 }, () => [3, -0.02])
    path('adam', { beta1: 0.5, beta2: 0.99, epsilon: 0 }, 0.1, [0, 0], constant).forEach(([w, b], i) => {
      expect(w).toBeCloseTo(-0.1 * (i + 1), 10)
      expect(b).toBeCloseTo(0.1 * (i + 1), 10)
    })
  })

  test('without correction Adam’s early steps are too long: 6.6 α at the twelfth', () => {
    const points = path(
      'adam',
      { epsilon: 0, biasCorrection: false },
      1,
      [0],
      Array.from({ length: 40 }, () => [1]),
    )
    const lengths = points.map(([w], i) => Math.abs(w - (points[i - 1]?.[0] ?? 0)))
    expect(lengths.indexOf(Math.max(...lengths)) + 1).toBe(12)
    expect(Math.max(...lengths)).toBeCloseTo(6.6, 1)
  })

  test('under a constant gradient momentum’s V is (1 − βᵗ) g, PyTorch’s 1/(1 − β) times that; corrected, g', () => {
    const memory = createMemory(optimizers.momentum, 1)
    const torch = createMemory(optimizers.momentum, 1)
    const w = new Float64Array(1)
    const dW = Float64Array.of(7)
    const corrected = settingsOf({ optimizer: 'momentum', biasCorrection: true }, 'course')
    const ours = moverOf(optimizers.momentum, {}, w, dW, memory, corrected)
    const theirs = moverOf(optimizers.momentum, {}, w.slice(), dW, torch, { ...corrected, course: false })
    for (let t = 1; t <= 300; t++) {
      const before = w[0]
      ours.step(1, t, t - 1, NaN)
      theirs.step(1, t, t - 1, NaN)
      expect(memory.V[0]).toBeCloseTo((1 - 0.9 ** t) * 7, 12)
      expect(torch.V[0]).toBeCloseTo(((1 - 0.9 ** t) / (1 - 0.9)) * 7, 11)
      expect(before - w[0]).toBeCloseTo(7, 10)
    }
  })

  test('momentum’s limit on a quadratic is αλ < 2(1 + β)/(1 − β), gradient descent’s αλ < 2', () => {
    for (const b of [0, 0.5, 0.9, 0.98]) {
      const limit = (2 * (1 + b)) / (1 - b)
      const end = (alpha: number): number =>
        Math.abs(path('momentum', { beta: b }, alpha, [1], ([w]) => [w], 5000).at(-1)![0])
      expect(end(0.99 * limit)).toBeLessThan(1e-3)
      expect(end(1.01 * limit) < 1e3).toBe(false)
    }
  })

  test('Adam’s path does not change when the cost is multiplied by 1,000', () => {
    const run = (c: number): number[][] =>
      path('adam', {}, 0.3, [-10, 1], ([w, b]) => [c * w, c * 100 * b], 100)
    run(1000).forEach((point, i) => point.forEach((x, j) => expect(x).toBeCloseTo(run(1)[i][j], 6)))
  })

  test('with S = 0 and ε = 0 a parameter without gradient stays finite', () => {
    for (const key of keys) {
      const list = Array.from({ length: 3000 }, (_, t) => [t < 3 ? 1e-140 : 0, 0])
      const end = path(key, { epsilon: 0, weightDecay: 0, convention: 'course' }, 0.1, [1, 1], list).at(-1)!
      expect(end.every(Number.isFinite)).toBe(true)
    }
  })
})

test('running powers are cut to 0 and corrections end at 1', () => {
  let power = 1
  for (let t = 0; t < 1000; t++) power = nextPower(power, 0.9)
  expect(power).toBe(0)
})

describe.each(Object.keys(schedules) as DecayKind[])('schedule %s', (kind) => {
  const schedule = schedules[kind]
  const decay = {
    kind,
    ...(kind === 'manual' ? { points: [[3, 0.05]] } : {}),
    ...Object.fromEntries(
      Object.entries(schedule.parameters).map(([name, { default: value }]) => [name, value]),
    ),
  } as DecaySpec

  test('is proportional to α₀, never negative, never above it at its defaults', () => {
    for (let epoch = 0; epoch < 200; epoch++) {
      const alpha = alphaAt(0.1, epoch, decay)
      expect(alpha >= 0 && alpha <= 0.1 * (1 + 1e-15)).toBe(true)
      expect(kind === 'manual' || alphaAt(0.2, epoch, decay) === 2 * alpha).toBe(true)
    }
  })

  test('has words in both languages, a formula in known symbols, and defaults within what it allows', () => {
    const parameters = Object.values(schedule.parameters)
    expect(schedule.label.en).not.toBe('')
    expect(schedule.label.zh).toMatch(/\p{Script=Han}/u)
    expect(schedule.citation).not.toBe('')
    const known = new Set(['alpha', 'alpha0', 'e', ...parameters.map(({ symbol }) => symbol)])
    if (kind === 'manual') for (const symbol of ['alpha_i', 'e_i', 'e_i+1']) known.add(symbol)
    expect(schedule.formula.flatMap(symbolsOf).filter((symbol) => !known.has(symbol))).toEqual([])
    for (const one of parameters) {
      expect(JSON.stringify(schedule.formula)).toContain(one.symbol)
      expect(one.label.zh).toMatch(/\p{Script=Han}/u)
      expect(one.min <= one.default && one.default <= one.max).toBe(true)
      expect(one.allowed !== 'share' || (one.min === 0 && one.max === 1)).toBe(true)
      expect(!one.whole || (Number.isInteger(one.default) && one.min >= 1)).toBe(true)
    }
  })
})
