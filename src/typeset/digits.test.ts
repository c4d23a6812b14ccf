import { expect, test } from 'vitest'
import { grouped, raised } from './digits.ts'

test('an exponent is raised with its sign', () => {
  expect([0, 5, -12, 6021].map(raised)).toEqual(['⁰', '⁵', '⁻¹²', '⁶⁰²¹'])
})

test('thousands are grouped from the right', () => {
  expect(['7', '999', '1000', '-1234567'].map(grouped)).toEqual(['7', '999', '1,000', '-1,234,567'])
})
