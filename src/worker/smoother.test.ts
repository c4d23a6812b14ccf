import { expect, test } from 'vitest'
import { seriesValues } from '../engine/datasets/series.ts'
import { smooth } from '../engine/smooth.ts'
import type { DrawCurves } from './averagesProtocol.ts'
import { Smoother } from './smoother.ts'

const seattle = seriesValues({ kind: 'seattle', years: 1 }, 1)
const ask = (change: Partial<DrawCurves> = {}): DrawCurves => ({
  ask: 'draw',
  id: 1,
  unit: 'celsius',
  changes: [],
  betas: [0.9, 0.98, 0.5],
  windows: [],
  biasCorrection: false,
  from: 1,
  to: 366,
  columns: 1000,
  both: true,
  day: 100,
  ...change,
})
const opened = (
  series: Parameters<Smoother['open']>[0]['series'] = { kind: 'seattle', years: 1 },
): Smoother => {
  const smoother = new Smoother()
  smoother.open({ series, seed: 1 })
  return smoother
}
const at = (points: Float64Array, t: number): number => {
  for (let i = 0; i < points.length; i += 2) if (points[i] === t) return points[i + 1]
  return NaN
}

test('a picture equals the engine’s, day by day', () => {
  const smoother = opened()
  const picture = smoother.draw(ask({ windows: [10] }))
  ;[0.9, 0.98, 0.5].forEach((beta, i) => {
    const whole = smooth(seattle, beta, false, new Float64Array(366))
    expect(Array.from({ length: 366 }, (_, k) => at(picture.curves[i], k + 1))).toEqual([...whole])
    expect(picture.day.v[i]).toBe(whole[99])
    expect(picture.day.before[i]).toBe(whole[98])
  })
  expect(picture.uncorrected).toEqual([])
  expect(picture.day).toMatchObject({ t: 100, theta: seattle[99] })
  expect([...picture.day.recent.subarray(0, 3)]).toEqual([seattle[99], seattle[98], seattle[97]])
  expect(picture.day.recent).toHaveLength(100)
  expect(at(picture.windows[0], 3)).toBeCloseTo((seattle[0] + seattle[1] + seattle[2]) / 3, 12)
})

test('the corrected picture has the purple line until it meets the green one', () => {
  const { curves, uncorrected, day, low } = opened().draw(ask({ biasCorrection: true, day: 1 }))
  expect(at(curves[1], 1)).toBeCloseTo(seattle[0], 10)
  expect(at(uncorrected[1], 1)).toBeCloseTo(0.02 * seattle[0], 12)
  const last = uncorrected[1].at(-2)!
  expect(last).toBeGreaterThan(200)
  expect(at(curves[1], last)).toBeCloseTo(uncorrected[1].at(-1)!, 0)
  expect(day.v[1]).toBeCloseTo(0.02 * seattle[0], 12)
  expect(day.before).toEqual([0, 0, 0])
  expect(low).toBeLessThanOrEqual(0.02 * seattle[0])
})

test('a day moved by hand is drawn, reported and restored', () => {
  const smoother = opened()
  const before = smoother.draw(ask())
  const moved = smoother.draw(ask({ changes: [[100, 35]] }))
  expect(at(moved.raw, 100)).toBe(35)
  expect([...moved.moved]).toEqual([100, seattle[99]])
  expect(moved.day).toMatchObject({ theta: 35, original: seattle[99] })
  expect(at(moved.curves[0], 100) - at(before.curves[0], 100)).toBeCloseTo(0.1 * (35 - seattle[99]), 10)
  expect(smoother.draw(ask())).toEqual(before)
})

test('°F is another picture: V₀ = 0 is colder there', () => {
  const { curves, day } = opened().draw(ask({ unit: 'fahrenheit', day: 1 }))
  expect(day.theta).toBeCloseTo(1.8 * seattle[0] + 32, 10)
  expect(at(curves[1], 1)).toBeCloseTo(0.02 * (1.8 * seattle[0] + 32), 10)
})

test('a long series is thinned after smoothing, and zooming shows the days themselves', () => {
  const smoother = opened({ kind: 'synthetic', years: 30 })
  const whole = smoother.draw(ask({ to: 10950, columns: 200 }))
  expect(whole.curves[0].length).toBeLessThanOrEqual(2 * 402)
  const near = smoother.draw(ask({ from: 5000, to: 5100, columns: 200 }))
  expect(near.curves[0]).toHaveLength(202)
  expect(near.season).toBeDefined()
})

test('on the synthetic year errors are measured, and the best β is between the extremes', () => {
  const smoother = opened({ kind: 'synthetic', years: 4 })
  smoother.draw(ask({ to: 1460, biasCorrection: true, betas: [0.9, 0.98, 0.5, 0] }))
  const { errors, lag } = smoother.measure(0)
  expect(errors[3]).toBeCloseTo(3, 0)
  expect(errors[2]).toBeCloseTo(3 * Math.sqrt(0.5 / 1.5), 0)
  expect(lag!.days).toBeGreaterThan(7)
  expect(lag!.days).toBeLessThan(11)
  const turns = smoother.sweep()
  let turn = turns.next()
  while (!turn.done) turn = turns.next()
  const { best, bestError, errors: swept } = turn.value!
  expect(best).toBeGreaterThan(0.5)
  expect(best).toBeLessThan(0.98)
  expect(bestError).toBeLessThanOrEqual(Math.min(...swept) + 1e-9)
  expect(Math.min(...errors)).toBeGreaterThanOrEqual(bestError)
})

test('a real series has no known season, only a lag', () => {
  const smoother = opened({ kind: 'seattle', years: 4 })
  smoother.draw(ask({ to: 1461 }))
  const { errors, lag } = smoother.measure(1)
  expect(errors).toEqual([NaN, NaN, NaN])
  expect(lag!.days).toBeGreaterThan(25)
  expect(lag!.days).toBeLessThan(60)
  expect(smoother.sweep().next()).toEqual({ done: true, value: undefined })
})

test('a picture equals that of a fresh series, whatever came before', () => {
  const series = { kind: 'synthetic', years: 27 } as const
  const worn = opened(series)
  const asks: readonly Partial<DrawCurves>[] = [
    {},
    { betas: [0.91, 0.98, 0.5] },
    { betas: [0.9, 0.98, 0.5], biasCorrection: true },
    { betas: [0.9, 0.98, 0.5], windows: [30], without: 0.9 },
    { betas: [0.9, 0.98, 0.5], windows: [30], from: 200, to: 5000 },
    { betas: [0.9, 0.98, 0.5], changes: [[300, 60]], columns: 500 },
    { betas: [0.98], unit: 'fahrenheit' },
    { betas: [0.9] },
  ]
  for (const change of [...asks, ...asks.toReversed()]) {
    const request = ask({ to: 9855, columns: 700, ...change })
    const picture = worn.draw(request)
    expect(picture).toEqual(opened(series).draw(request))
    worn.measure(0)
    // The page receives these very arrays, so overwrite them.
    for (const points of [picture.raw, ...picture.curves, ...picture.windows]) points.fill(NaN)
  }
})
