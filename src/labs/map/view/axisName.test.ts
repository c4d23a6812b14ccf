import { expect, test } from 'vitest'
import { axisName } from './axisName.ts'

test('an axis has the interface’s word, or the letter of an own rule’s parameter', () => {
  expect(axisName({ alpha: 'α' }, 'alpha')).toBe('α')
  expect(axisName({}, 'parameters.beta2')).toBe('β₂')
  expect(axisName({}, 'parameters.period')).toBe('period')
})
