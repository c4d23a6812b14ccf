import { describe, expect, test } from 'vitest'
import { smooth } from '../../../engine/smooth.ts'
import { purpleVerdict } from './purpleVerdict.ts'

const days = 60
const lines = (level: number): { green: Float64Array; purple: Float64Array } => {
  const theta = Float64Array.from({ length: days }, (_, i) => level + Math.sin(i))
  const line = (correction: boolean): Float64Array => smooth(theta, 0.98, correction, new Float64Array(days))
  return { green: line(true), purple: line(false) }
}

describe.each([10, -10, 300])('around %d', (level) => {
  const { green, purple } = lines(level)
  const verdict = (drawn: readonly number[]): string => purpleVerdict(drawn, green, purple)
  const each = (draw: (i: number) => number): number[] => Array.from({ length: days }, (_, i) => draw(i))

  test('the truth is right, even if only its middle was drawn', () => {
    expect(verdict([...purple])).toBe('good')
    expect(verdict(each((i) => (i < 20 || i > 40 ? NaN : purple[i])))).toBe('good')
  })
  test('the corrected line itself begins too high', () => expect(verdict([...green])).toBe('high'))
  test('joining green in twenty days is too soon', () =>
    expect(verdict(each((i) => green[i] * Math.min(1, 0.02 + i / 20)))).toBe('fast'))
  test('staying near 0 is too low', () => expect(verdict(each((i) => 0.02 * green[i]))).toBe('slow'))
  test('half a drawing near the temperature begins too high', () =>
    expect(verdict(each((i) => (i < 5 ? NaN : green[i])))).toBe('high'))
})
