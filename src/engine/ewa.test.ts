import { expect, test } from 'vitest'
import { corrected, ewa, flushed, nextPower } from './ewa.ts'

test('the notes’ first days at β = 0.98: 0.02·θ₁, then 0.0196·θ₁ + 0.02·θ₂', () => {
  const first = ewa(0, 50, 0.98)
  const second = ewa(first, 60, 0.98)
  expect(first).toBeCloseTo(0.02 * 50, 14)
  expect(second).toBeCloseTo(0.0196 * 50 + 0.02 * 60, 14)
  const power = nextPower(nextPower(1, 0.98), 0.98)
  expect(1 - power).toBeCloseTo(0.0396, 14)
  expect(corrected(second, power)).toBeCloseTo((0.98 * 50 + 60) / 1.98, 12)
})

test('of a constant series the average is (1 − βᵗ)θ, and corrected it is θ', () => {
  for (const beta of [0, 0.5, 0.9, 0.999]) {
    let v = 0
    let power = 1
    for (let t = 1; t <= 500; t++) {
      v = ewa(v, 7, beta)
      power = nextPower(power, beta)
      expect(v).toBeCloseTo(7 * (1 - beta ** t), 11)
      expect(corrected(v, power)).toBeCloseTo(7, 11)
    }
  }
})

test('weights are (1 − β)βᵏ: V₁₀₀ is their sum', () => {
  const series = Array.from({ length: 100 }, (_, i) => ((i * 37) % 19) - 3)
  const v = series.reduce((average, theta) => ewa(average, theta, 0.9), 0)
  const sum = series.toReversed().reduce((total, theta, k) => total + 0.1 * 0.9 ** k * theta, 0)
  expect(v).toBeCloseTo(sum, 12)
})

test('values that decayed away are 0, not denormal; NaN stays NaN', () => {
  let v = 1
  let power = 1
  for (let t = 0; t < 8000; t++) {
    v = ewa(v, 0, 0.9)
    power = nextPower(power, 0.9)
    expect(v === 0 || v >= 1e-300).toBe(true)
    expect(power === 0 || power >= 1e-30).toBe(true)
  }
  expect([v, power]).toEqual([0, 0])
  expect([flushed(1e-301), flushed(-1e-301), flushed(1e-299)]).toEqual([0, 0, 1e-299])
  expect(ewa(NaN, 1, 0.9)).toBeNaN()
  expect(ewa(-Infinity, 1, 0.9)).toBe(-Infinity)
  expect(ewa(3, -1e-9, 0)).toBe(-1e-9)
})
