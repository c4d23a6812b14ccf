import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Batches } from '../../engine/batches.ts'
import { piecesOf, placeOf, placesOf, sizeOfCut } from './cut.ts'

const cutOf = (m: number, batchSize: number) => ({ m, batchSize, stepsPerEpoch: Math.ceil(m / batchSize) })

it('m = 512, B = 100: five of 100, and one of 12', () => {
  const cut = cutOf(512, 100)
  expect(piecesOf(cut).map((k) => sizeOfCut(cut, k))).toEqual([100, 100, 100, 100, 100, 12])
  expect(placesOf(cut, 2)).toEqual([101, 200])
  expect(placeOf(cut, 0)).toEqual({ epoch: 0, k: 0 })
  expect(placeOf(cut, 6)).toEqual({ epoch: 0, k: 6 })
  expect(placeOf(cut, 7)).toEqual({ epoch: 1, k: 1 })
})

it('the notes’ example: X^{2} is x^(1001) … x^(2000), X^{5000} the last', () => {
  const cut = cutOf(5_000_000, 1000)
  expect(placesOf(cut, 2)).toEqual([1001, 2000])
  expect(piecesOf(cut)).toEqual([1, 2, 3, 0, 4999, 5000])
  expect(placesOf(cut, 5000)).toEqual([4_999_001, 5_000_000])
})

it('equals the engine’s cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (m, size) => {
      const cut = cutOf(m, Math.min(size, m))
      const batches = new Batches(1, m, cut.batchSize, true)
      for (let step = 1; step <= 2 * cut.stepsPerEpoch; step++) {
        const { epoch, k } = placeOf(cut, step)
        expect(batches.batchOf(step).count).toBe(sizeOfCut(cut, k))
        expect(batches.epochOf(step)).toBe(epoch)
      }
    }),
  )
})
