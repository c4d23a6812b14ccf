// A compiled step gives the interpreter's bits for every rule, however the parameters are divided into pieces, and it
// moves networks.
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DescentExperiment } from './experiment.ts'
import { compiledStep } from './compiledStep.ts'
import { generatedRule } from './language/generatedTexts.ts'
import { Machine, programOfRule, type Each, type Program } from './language/machine.ts'
import { parseRule } from './language/parse.ts'
import { createObjective } from './objectives/create.ts'
import { optimizers } from './optimizers/index.ts'
import { stream } from './random.ts'
import { Run } from './run.ts'
import { completed } from './validate.ts'
import { resetHost } from './wasm/host.ts'

const dimension = 37
const steps = 12

/** Returns all numbers of a machine after some steps with random gradients, one of them 0. */
function after(source: string, each?: (program: Program) => Each | undefined): Float64Array {
  const parsed = parseRule(source)
  if (!parsed.ok) throw new RangeError(parsed.fault.message)
  const rule = parsed.value
  const program = programOfRule(rule)
  const draws = stream(5, 'step')
  const w = Float64Array.from({ length: dimension }, () => draws.normal())
  const dW = new Float64Array(dimension)
  const memories = rule.memories.map(({ start }) => new Float64Array(dimension).fill(start))
  const powers = program.powers.map(() => Float64Array.of(1))
  const machine = new Machine(program, { w, dW, memories, powers }, {}, each?.(program))
  for (let t = 1; t <= steps; t++) {
    for (let i = 1; i < dimension; i++) dW[i] = draws.normal()
    machine.step(0.1, t, Math.floor(t / 4), draws.normal())
  }
  return Float64Array.from([
    ...w,
    ...dW,
    ...memories.flatMap((memory) => [...memory]),
    ...powers.flatMap((p) => [...p]),
  ])
}

/** Buffer sizes that take all parameters at once, or some at a time. */
const rooms = [undefined, 700, 560]

const lawOf = (source: string): string => {
  const expected = after(source)
  for (const room of rooms) {
    let compiled = false
    const found = after(source, (program) => {
      const each = compiledStep(program, dimension, room)
      compiled = each !== undefined
      return each
    })
    if (!compiled) return 'not compiled'
    const at = expected.findIndex((x, i) => !Object.is(x, found[i]) && (x === x || found[i] === found[i]))
    if (at >= 0) return `number ${at}: ${found[at]}, not ${expected[at]}`
  }
  return ''
}

test.each(
  Object.entries(optimizers).flatMap(([key, { ruleOf }]) =>
    [true, false].flatMap((course) =>
      [true, false].map((corrected) => [key, course, corrected, ruleOf(course, corrected).source] as const),
    ),
  ),
)('%s, course %s, corrected %s', (_, __, ___, source) => {
  expect(lawOf(source)).toBe('')
})

test('rules drawn at random', () => {
  for (let seed = 1; seed <= 300; seed++) expect([seed, lawOf(generatedRule(seed))]).toEqual([seed, ''])
})

describe('a network', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    resetHost()
  })
  const experiment = completed<DescentExperiment>({
    objective: {
      kind: 'network',
      layers: [2, 6, 1],
      activation: 'tanh',
      loss: 'crossEntropy',
      dataset: { kind: 'moons', m: 60 },
    },
    batchSize: 16,
    steps: 40,
    runs: [{ optimizer: 'nadam', alpha: 0.01 }],
  })
  const objective = createObjective(experiment.objective, experiment.seed)
  const hash = (interpreted: boolean): string => {
    const run = new Run(experiment, 0, { detail: 'costs', hashing: true, interpreted, objective })
    const rows = new Float64Array(41 * run.width)
    run.advance(rows, 41)
    return String(run.hash.state())
  }
  test('is moved to the same bits, compiled or not, WebAssembly or none', () => {
    const expected = hash(true)
    expect(hash(false)).toBe(expected)
    resetHost()
    vi.stubGlobal('WebAssembly', undefined)
    expect(hash(false)).toBe(expected)
  })
})
