import { describe, expect, it } from 'vitest'
import { elementaryOf } from './elementary.ts'

const grid = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.37)) / count)
/** Returns the largest error in units in the last place of a double (2⁻⁵² relative) or of a float. */
const worst = (
  ours: (x: number) => number,
  truth: (x: number) => number,
  points: number[],
  unit: number,
): number => Math.max(...points.map((x) => Math.abs(ours(x) - truth(x)) / (Math.abs(truth(x)) * unit)))

describe.each([
  ['float64', 2 ** -52, 2.5, 2.5, 700],
  ['float32', 2 ** -23, 2.5, 4.2, 86],
] as const)('%s', (precision, unit, bound, tanhBound, deepest) => {
  const { tanh, sigmoid, exponential, softplus, logarithm, round } = elementaryOf(precision)
  const points = [...grid(-deepest, deepest, 4001), ...grid(-3, 3, 4001), ...grid(-1e-3, 1e-3, 101)].map(
    round,
  )

  it('is within a few units in the last place', () => {
    expect(worst(tanh, Math.tanh, points, unit)).toBeLessThan(tanhBound)
    const negative = points.filter((x) => x <= 0)
    expect(worst(exponential, Math.exp, negative, unit)).toBeLessThan(bound)
    expect(
      worst(
        sigmoid,
        (x) => 1 / (1 + Math.exp(-x)),
        points.filter((x) => x > -deepest),
        unit,
      ),
    ).toBeLessThan(4)
    expect(worst(softplus, (x) => Math.log1p(Math.exp(-Math.abs(x))), points, unit)).toBeLessThan(4)
    const series = (u: number) => Math.log1p(u) - Math.log1p(-u)
    expect(worst(logarithm, series, grid(1e-9, 1 / 3, 3001).map(round), unit)).toBeLessThan(4)
  })

  it('the softplus of −|x| is even to the bit, and the sigmoid ends above 0 and at 1', () => {
    for (const x of points) expect(softplus(-x)).toBe(softplus(x))
    for (const x of [1000, 1e10, Infinity]) {
      expect(sigmoid(x)).toBe(1)
      expect(sigmoid(-x)).toBe(sigmoid(-1000))
      expect(sigmoid(-x)).toBeGreaterThan(0)
    }
    expect([sigmoid(0), sigmoid(NaN)]).toEqual([0.5, NaN])
  })

  it('tanh is odd to the bit and ends at ±1', () => {
    for (const x of points) expect(tanh(-x) + tanh(x)).toBe(0)
    for (const x of [50, 1e10, Infinity]) expect([tanh(x), tanh(-x)]).toEqual([1, -1])
    expect(tanh(0)).toBe(0)
    expect(tanh(NaN)).toBeNaN()
  })
})
