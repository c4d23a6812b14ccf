// The rule editor's helpers: name completion, the built-in rules as texts, and slow steps.
import { expect, test } from 'vitest'
import type { RunSpec } from '../../engine/experiment.ts'
import { parseRule } from '../../engine/language/parse.ts'
import { defaultRule, withRule } from '../../engine/optimizers/ownRule.ts'
import { completed } from '../../engine/validate.ts'
import { completionsAt } from './completions.ts'
import { compareWith, originNamed, origins, originWith } from './origins.ts'
import { slowStep } from './slowStep.ts'
import { toldApart } from './toldApart.ts'

const everyOrigin = [...origins.course, ...origins.pytorch]
const ownRun = (rule: string, alpha = 0.05): RunSpec =>
  completed({ objective: { kind: 'bowl' }, runs: [{ optimizer: 'rule', alpha, rule }] }).runs[0]

test('names are completed from the language and from the text, never within a word', () => {
  expect(completionsAt('V = be', 6)).toEqual([])
  const text = 'parameter beta1 = 0.9\nV = be'
  expect(completionsAt(text, text.length)).toEqual(['beta1'])
  expect(completionsAt('w = w - al', 10)).toEqual(['alpha'])
  expect(completionsAt('w = w - alpha', 13)).toEqual([])
  expect(completionsAt('w = sq', 6)).toEqual(['sqrt'])
  expect(completionsAt('w = alpha', 6)).toEqual([])
  expect(completionsAt('w = ', 4)).toEqual([])
})

test('there are twelve built-in rules to begin from, some of them with PyTorch’s other text', () => {
  expect(origins.course).toHaveLength(12)
  expect(origins.pytorch.map(({ optimizer }) => optimizer)).toContain('adam')
  for (const origin of everyOrigin) {
    expect(parseRule(origin.source).ok).toBe(true)
    expect(originNamed(origin.key)).toBe(origin)
    expect(originWith(origin.source)).toBe(origin)
  }
  expect(originWith(defaultRule)?.optimizer).toBe('momentum')
})

test.each(everyOrigin.map((origin) => [origin.key, origin] as const))(
  'a rule that says %s is the same to the last bit, its sliders moved or not',
  (_, origin) => {
    const run = ownRun(origin.source, 0.01)
    const [slider] = run.rule ? (/parameter (beta\w*)/.exec(run.rule) ?? []).slice(1) : []
    for (const parameters of slider ? [{}, { [slider]: 0.8 }] : [{}]) {
      const experiment = completed({
        objective: { kind: 'bowl', m: 64 },
        batchSize: 16,
        runs: [{ ...run, parameters }],
      })
      expect(compareWith(experiment, 0, origin)).toEqual({ same: true, steps: 200 })
    }
  },
)

test('a rule that differs is reported by its first step, its component and both numbers', () => {
  const rule = 'parameter beta = 0.9\nV = beta*V + dW\nw = w - alpha*V\n'
  const experiment = completed({
    objective: { kind: 'quadratic', curvature: [1, 4] },
    start: [-4, 1],
    runs: [ownRun(rule, 0.25)],
  })
  expect(compareWith(experiment, 0, originNamed('momentum course')!)).toEqual({
    same: false,
    step: 1,
    component: 0,
    own: -3,
    other: expect.closeTo(-3.9) as number,
  })
  expect(compareWith(experiment, 0, originNamed('momentum pytorch')!)).toEqual({ same: true, steps: 200 })
})

test('two different numbers are shown with the digits that differ', () => {
  expect(toldApart(1, 2)).toEqual(['1', '2'])
  expect(toldApart(0.123456, 0.123457)).toEqual(['0.123456', '0.123457'])
  expect(new Set(toldApart(0.1 + 0.2, 0.3)).size).toBe(2)
})

test('a slider keeps its value only in a text that declares it as before', () => {
  const run = { ...ownRun(defaultRule), parameters: { beta: 0.5 } }
  const text = (declared: string): string => `${declared}\nV = 0.9*V + dW\nw = w - alpha*V\n`
  const first = 'parameter beta = 0.9 from 0 to 0.999'
  expect(withRule(run, text(first)).parameters).toEqual({ beta: 0.5 })
  expect(withRule(run, text('parameter beta = 0.95')).parameters).toBeUndefined()
  expect(withRule(run, text('parameter gamma = 0.9')).parameters).toBeUndefined()
})

test('a step of more than ten milliseconds is slow', () => {
  const trace = (seconds: number) => ({ lastStep: 10, secondsAt: () => seconds })
  expect(slowStep(trace(0.1))).toBeUndefined()
  expect(slowStep(trace(0.234))).toBe(23)
  expect(slowStep({ lastStep: 0, secondsAt: () => 1 })).toBeUndefined()
  expect(slowStep(undefined)).toBeUndefined()
})
