// What is said of a curve that was drawn.
import { expect, test } from 'vitest'
import { curveVerdict } from './curveVerdict.ts'

const said = (text: string) => ({ en: text, zh: text })
const prediction = { tolerance: 0.3, near: said('near'), far: said('far') }
const features = { above: said('above'), below: said('below') }
const truth = [2, 1, 0, -1]
const verdict = (drawn: readonly number[], more: object = {}): string =>
  curveVerdict({ ...prediction, ...more }, drawn, truth).en

test('a curve within the tolerance on the average is near', () => {
  expect(verdict([2.2, 0.8, 0.4, -1])).toBe('near')
  expect(verdict([NaN, 1.1, NaN, NaN])).toBe('near')
})
test('a curve outside it is far, or named by its side', () => {
  expect(verdict([2, 2, 2, 2])).toBe('far')
  expect(verdict([2, 2, 2, 2], { features })).toBe('above')
  expect(verdict([0, 0, -2, -2], { features })).toBe('below')
  expect(verdict([3, 0, 1, -2], { features })).toBe('far')
})
