import { expect, test } from 'vitest'
import { optimizers, settingsOf, type OptimizerKey } from '../../engine/optimizers/index.ts'
import { column } from '../../engine/row.ts'
import { completed } from '../../engine/validate.ts'
import { computeRace } from '../../engine/computeRace.ts'
import { EffectiveSteps } from './effectiveSteps.ts'

function stepsOf(run: { optimizer: OptimizerKey; alpha: number; [more: string]: unknown }) {
  const experiment = completed({
    objective: { kind: 'quadratic', curvature: [1, 100] },
    start: [-10, 1],
    steps: 40,
    runs: [run],
  })
  const [trace] = computeRace(experiment)
  const names = ['w', 'dW', ...optimizers[run.optimizer].slots] as readonly string[]
  const columnOf = (name: string) => (names.includes(name) ? column.theta + 2 * names.indexOf(name) : -1)
  const settings = settingsOf(experiment.runs[0], 'course')
  const { along } = new EffectiveSteps({ ...trace, columnOf }, run.optimizer, settings).learn()
  return { along, ...trace, columnOf }
}

test.each(['gd', 'momentum'] as const)('%s: α on every axis, at every step', (optimizer) => {
  for (const values of stepsOf({ optimizer, alpha: 0.015 }).along)
    for (const value of values.slice(1)) expect(value).toBeCloseTo(0.015, 10)
})

test('corrected momentum: α of the corrected average', () => {
  const { along } = stepsOf({ optimizer: 'momentum', alpha: 0.015, biasCorrection: true })
  for (const value of along[0].slice(1)) expect(value).toBeCloseTo(0.015, 10)
})

test('RMSprop: α over √(S + ε), small on the steep axis', () => {
  const { along, rows, width, columnOf } = stepsOf({ optimizer: 'rmsprop', alpha: 0.1 })
  for (const axis of [0, 1])
    for (let row = 1; row < 10; row++)
      expect(along[axis][row]).toBeCloseTo(
        0.1 / Math.sqrt(rows[row * width + columnOf('S') + axis] + 1e-8),
        8,
      )
  expect(along[1][1] / along[0][1]).toBeCloseTo(0.1, 3)
})

test('Adam: α over the root of the corrected S', () => {
  const { along, rows, width, columnOf } = stepsOf({ optimizer: 'adam', alpha: 0.3 })
  for (let row = 1; row < 20; row++) {
    const S = rows[row * width + columnOf('S')] / (1 - 0.999 ** row)
    expect(along[0][row]).toBeCloseTo(0.3 / Math.sqrt(S + 1e-8), 8)
  }
})
