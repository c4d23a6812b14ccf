// A worker receives exactly the bits that were sent.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LeastSquaresSpec, NetworkSpec, ObjectiveSpec } from '../engine/experiment.ts'
import { received, unpackedInTurns } from './arrivedRows.ts'
import { packed, sent } from './ownData.ts'

const arrive = (spec: ObjectiveSpec): ObjectiveSpec => received(structuredClone(sent(spec)))
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const rows = (m: number, width: number) =>
  fc.array(fc.array(finite, { minLength: width, maxLength: width }), { minLength: m, maxLength: m })
const network = (x: number[][], y: (number | number[])[]): NetworkSpec => ({
  kind: 'network',
  layers: [2, 3, 1],
  activation: 'tanh',
  loss: 'squared',
  lambda: 0.1,
  dataset: { kind: 'inline', x, y },
  precision: 'float64',
})

it('own rows arrive unchanged', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 4 })).chain(([m, width]) =>
        fc.record({
          x: rows(m, width),
          y: fc.array(finite, { minLength: m, maxLength: m }),
          // Some labels are numbers, some are lists of one.
          mixed: fc.array(fc.oneof(finite, fc.tuple(finite)), { minLength: m, maxLength: m }),
          outputs: rows(m, 2),
        }),
      ),
      ({ x, y, mixed, outputs }) => {
        const line: LeastSquaresSpec = { kind: 'leastSquares', x, y }
        expect(arrive(line)).toEqual(line)
        for (const labels of [y, mixed, outputs])
          expect(arrive(network(x, labels))).toEqual(network(x, labels))
      },
    ),
  )
})

it('rows sent in turns arrive unchanged, and are not packed again when passed on', async () => {
  const x = Array.from({ length: 45_000 }, (_, i) => [i, -i / 3])
  const y = x.map(([i]) => i % 2)
  for (const list of [x, y]) {
    const pack = structuredClone(packed(list))
    const came = await unpackedInTurns(pack)
    expect(came).toEqual(list)
    expect(packed(came)).toBe(pack)
  }
  const mixed = [1, [2]]
  expect(await unpackedInTurns(packed(mixed))).toBe(mixed)
})

it('rows of numbers travel as one array, everything else as it stands', () => {
  expect(sent({ kind: 'leastSquares', x: [[1, 2]], y: [3] }).own).toEqual({
    x: { numbers: Float64Array.of(1, 2), width: 2 },
    y: { numbers: Float64Array.of(3), width: 0 },
  })
  const bowl: ObjectiveSpec = {
    kind: 'bowl',
    m: 8,
    curvature: [1, 20],
    angle: 0,
    labelNoise: 0,
    mislabelled: 0,
    scale: 1,
  }
  expect(sent(bowl)).toEqual({ spec: bowl })
  expect(arrive(bowl)).toEqual(bowl)
})
