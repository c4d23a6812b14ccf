import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stream } from './random.ts'
import { measuredLag, rootMeanSquare, slidingMean, smooth, twoSided } from './smooth.ts'
import { meanLag, noiseFactor } from './weights.ts'

const run = (values: readonly number[], beta: number, correction: boolean): number[] => [
  ...smooth(Float64Array.from(values), beta, correction, new Float64Array(values.length)),
]

test('the first days of the course, uncorrected and corrected', () => {
  const [theta1, theta2] = [12.8, 10.6]
  const [v1, v2] = run([theta1, theta2], 0.98, false)
  expect(v1).toBeCloseTo(0.02 * theta1, 12)
  expect(v2).toBeCloseTo(0.0196 * theta1 + 0.02 * theta2, 12)
  const [c1, c2] = run([theta1, theta2], 0.98, true)
  expect(c1).toBeCloseTo(theta1, 10)
  expect(c2).toBeCloseTo(v2 / 0.0396, 10)
})

test('corrected, a constant series is itself from day 1, and the purple curve meets the green one', () => {
  for (const beta of [0, 0.5, 0.9, 0.98, 0.999]) {
    for (const v of run(Array(3000).fill(7), beta, true)) expect(v).toBeCloseTo(7, 9)
    const purple = run(Array(40_000).fill(7), beta, false)
    expect(purple.at(-1)).toBe(run(Array(40_000).fill(7), beta, true).at(-1))
  }
})

test('the sliding mean is the mean of the last min(t, n) values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 200 }),
      fc.integer({ min: 1, max: 60 }),
      (list, n) => {
        const means = slidingMean(Float64Array.from(list), n, new Float64Array(list.length))
        list.forEach((_, i) => {
          const last = list.slice(Math.max(0, i + 1 - n), i + 1)
          expect(means[i]).toBeCloseTo(last.reduce((a, b) => a + b, 0) / last.length, 9)
        })
      },
    ),
  )
})

test('the remaining noise is √((1 − β)/(1 + β)) of the input, and a ramp lags β/(1 − β) days', () => {
  const n = 200_000
  const draws = stream(1, 'test')
  const noise = Float64Array.from({ length: n }, () => draws.normal())
  const ramp = Float64Array.from({ length: n }, (_, i) => i)
  const zero = new Float64Array(n)
  for (const beta of [0.5, 0.9, 0.98]) {
    const left = rootMeanSquare(smooth(noise, beta, true, new Float64Array(n)), zero, 2000)
    expect(left / rootMeanSquare(noise, zero, 2000) / noiseFactor(beta)).toBeCloseTo(1, 1)
    const late = measuredLag(smooth(ramp, beta, true, new Float64Array(n)), ramp, 2000, 200)
    expect(late).toBeCloseTo(meanLag(beta), 3)
  }
})

test('the two-sided average has no lag', () => {
  const wave = Float64Array.from({ length: 3650 }, (_, i) => Math.cos((2 * Math.PI * i) / 365))
  const both = twoSided(wave, 0.9, new Float64Array(wave.length))
  expect(measuredLag(both, wave, 300, 100)).toBeCloseTo(0, 1)
  const curve = smooth(wave, 0.9, true, new Float64Array(wave.length))
  expect(measuredLag(curve, both, 300, 100)).toBeGreaterThan(8.5)
})
