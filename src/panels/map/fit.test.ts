// What the map frames while rows arrive: new points extend the framed box, and only they move the frame.
import { expect, test } from 'vitest'
import { Trace } from '../../state/traces.ts'
import { fills, fitBox, leavesAt, roomier } from './fit.ts'

const trace = (): Trace =>
  new Trace({ width: 8, detail: 'weights', dimension: 2, slots: [], stepsPerEpoch: 1, rowsAtMost: 9 })
const row = (step: number, w: number, b: number): number[] => [step, step, 0.1, 1, 1, w, b, NaN]
const valley = { minima: [[0, 0]], eigenvalues: [1, 1], view: [0, 0, 0, 0] } as const

test('a frame grown row by row equals the frame of all rows', () => {
  const rows = [row(0, -4, 1), row(1, -2, -1), row(2, 1, 1.5), row(3, 500, 0), row(4, 0.5, 0)]
  const grown = trace()
  let box: readonly number[] = []
  for (const one of rows) {
    grown.append(new Float64Array(one), 1)
    box = fitBox([-4, 1], [grown], [], valley)
  }
  const whole = trace()
  whole.append(new Float64Array(rows.flat()), rows.length)
  expect(box).toEqual(fitBox([-4, 1], [whole], [], valley))
  // The distant point leaves by the edge.
  expect(box[0]).toBeCloseTo(-4.5, 12)
  expect(box[1]).toBeCloseTo(1.5, 12)
})

test('a frame stays while it is filled', () => {
  expect(fills([1, 9, 1, 9], [0, 10, 0, 10])).toBe(true)
  expect(fills([-1, 9, 1, 9], [0, 10, 0, 10])).toBe(false)
  expect(fills([4, 5, 4, 5], [0, 10, 0, 10])).toBe(false)
  expect(fills([4, 5, 1, 9], [0, 10, 0, 10])).toBe(true)
})

test('a frame with margin is filled by its box, even if it grows by a tenth', () => {
  const box = [-4, 1, 2, 3]
  expect(roomier(box)).toEqual([-5, 2, 1.8, 3.2])
  expect(fills(box, roomier(box))).toBe(true)
  expect(fills([-4.5, 1.5, 1.9, 3.1], roomier(box))).toBe(true)
})

test('a diverging run is followed until J is ten times the start’s', () => {
  const diverging = trace()
  // Each hop doubles, so J = b² grows fourfold.
  const hops = [0, 1, 2, 3, 4, 5].map((t) => {
    const b = (-2) ** t
    return [t, t, 0.1, b * b, b * b, -4, b, NaN]
  })
  diverging.append(new Float64Array(hops.flat()), hops.length)
  expect(leavesAt(diverging)).toBe(2)
  const [, , low, high] = fitBox([-4, 1], [diverging], [], valley, true)
  // From −2 to 1, plus a tenth on both sides.
  expect([low, high]).toEqual([-2.3, 1.3])
  const settled = trace()
  settled.append(new Float64Array([...row(0, -4, 1), ...row(1, -2, 0.5)]), 2)
  expect(leavesAt(settled)).toBeUndefined()
})
