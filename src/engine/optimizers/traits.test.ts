// An optimizer's entry describes what its rule does.
import { expect, test } from 'vitest'
import { optimizers, type OptimizerKey } from './index.ts'
import { ownRule } from './ownRule.ts'
import { gainOf, scaleOf } from './traits.ts'

const keys = Object.keys(optimizers) as OptimizerKey[]

test.each(keys)('α of %s multiplies what its entry declares, in both conventions', (key) => {
  const { ruleOf, biasCorrection, traits } = optimizers[key]
  for (const course of [true, false])
    for (const corrected of biasCorrection === undefined ? [false] : [true, false])
      expect(scaleOf(ruleOf(course, corrected))).toBe(traits.scale)
})

test.each(keys.filter((key) => optimizers[key].traits.scale === 'gradient'))(
  'the memory of %s is an average in the course’s convention, and what its entry says in PyTorch’s',
  (key) => {
    const { ruleOf, hyperparameters, traits } = optimizers[key]
    expect(gainOf(ruleOf(true, false))).toBeCloseTo(1, 9)
    const sum = 1 / (1 - (hyperparameters.beta ?? 0))
    expect(gainOf(ruleOf(false, false))).toBeCloseTo(traits.sums ? sum : 1, 9)
  },
)

test('a custom rule is classified by its behavior', () => {
  const scale = (source: string) => ownRule(source).traits.scale
  expect(scale('w = w - alpha*sign(dW)')).toBe('unit')
  expect(scale('w = w - alpha*dW')).toBe('gradient')
  expect(scale('V = 0.9*V + 0.1*dW\nw = w - alpha*V')).toBe('gradient')
  expect(scale('S = S + dW^2\nw = w - alpha*dW/sqrt(S)')).toBe('unit')
  expect(scale('w = w - alpha*dW^2')).toBe('unknown')
  expect(scale('w = w')).toBe('unknown')
})
