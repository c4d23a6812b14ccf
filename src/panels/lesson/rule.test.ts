// Slider, equation, point and chart all show the same row of the same run.
import { expect, test } from 'vitest'
import { optimizers, settingsOf, type OptimizerKey } from '../../engine/optimizers/index.ts'
import type { Optimizer } from '../../engine/optimizers/optimizer.ts'
import { column } from '../../engine/row.ts'
import { completed } from '../../engine/validate.ts'
import { computeRace } from '../../engine/computeRace.ts'
import { programOfRule } from '../../engine/language/machine.ts'
import { typesetRule } from '../../engine/language/typeset.ts'
import { bareSymbol, linesAlong, localsOf, numbersAlong } from './rule.ts'

const experimentOf = (optimizer: OptimizerKey) =>
  completed({
    objective: { kind: 'quadratic', curvature: [1, 20] },
    start: [-9, 1.5],
    steps: 12,
    runs: [{ optimizer, alpha: 0.05 }],
  })

function numbersOf(optimizer: OptimizerKey, step: number, component: 0 | 1) {
  const experiment = experimentOf(optimizer)
  const [{ rows, width }] = computeRace(experiment)
  const { slots } = optimizers[optimizer] as Optimizer
  const names = ['w', 'dW', ...slots]
  const numbers = numbersAlong(
    experiment.runs[0],
    settingsOf(experiment.runs[0], 'course'),
    {
      before: { rows, from: (step - 1) * width },
      after: { rows, from: step * width },
      columnOf: (name) => (names.includes(name) ? column.theta + 2 * names.indexOf(name) : -1),
    },
    component,
    'wb'[component],
  )
  return { numbers, rows, width }
}

test('momentum: both sides of both lines are one row and the one before', () => {
  const { numbers: n, rows, width } = numbersOf('momentum', 7, 1)
  expect(n.b).toBe(rows[7 * width + column.theta + 1])
  expect(n['b~before']).toBe(rows[6 * width + column.theta + 1])
  expect(n.alpha).toBe(rows[7 * width + column.alpha])
  expect(n.V_b).toBeCloseTo(n.beta * n['V_b~before'] + (1 - n.beta) * n.dW_b, 14)
  expect(n.b).toBeCloseTo(n['b~before'] - n.alpha * n.V_b, 14)
})

test('Adam: corrected averages are divided by 1 − βᵗ of their own β, t counted from 1', () => {
  const { numbers: n } = numbersOf('adam', 3, 0)
  expect(n.Vc_w).toBeCloseTo(n.V_w / (1 - 0.9 ** 3), 12)
  expect(n.Sc_w).toBeCloseTo(n.S_w / (1 - 0.999 ** 3), 9)
  expect(n.w).toBeCloseTo(n['w~before'] - (n.alpha * n.Vc_w) / Math.sqrt(n.Sc_w + n.epsilon), 12)
})

test.each(Object.keys(optimizers) as OptimizerKey[])('%s: the symbols of its rule have numbers', (key) => {
  const optimizer: Optimizer = optimizers[key]
  const { numbers } = numbersOf(key, 5, 1)
  const program = programOfRule(optimizer.ruleOf(true, optimizer.biasCorrection ?? false))
  const lines = linesAlong(typesetRule(program.rule), optimizer.slots, 'b', localsOf(program))
  const keys = [...JSON.stringify(lines).matchAll(/"symbol":"([^"]+)"/g)].map(([, symbol]) => symbol)
  const unknown = keys.filter((symbol) => !(symbol in numbers))
  expect(unknown).toEqual([])
})

test('new values are left of :=, old ones right of it', () => {
  const [average, step] = linesAlong(optimizers.momentum.formula('course', false), ['V'], 'b')
  expect(JSON.stringify(average)).toMatch(/"V_b".*"V_b~before"/)
  expect(JSON.stringify(step)).toMatch(/"b".*"b~before".*"V_b"/)
  expect(
    ['V_b~before', 'b', 'b~before', 'dW_b', 'alpha', 'beta1'].map((key) => bareSymbol(key, 'b')),
  ).toEqual(['V', 'w', 'w', 'dW', 'alpha', 'beta1'])
})
