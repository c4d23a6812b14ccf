import { expect, it } from 'vitest'
import { column } from '../../engine/row.ts'
import { epochMeans } from './epochMeans.ts'

const width = 8
/** Returns rows of consecutive steps from 0 with these J^{t}. */
function rowsOf(costs: readonly number[], steps = costs.map((_, i) => i)) {
  const rows = new Float64Array(costs.length * width)
  costs.forEach((cost, i) => {
    rows[i * width + column.step] = steps[i]
    rows[i * width + column.batchCost] = cost
  })
  return { rows, width, length: costs.length }
}
const cut = { m: 5, batchSize: 2, stepsPerEpoch: 3 }

it('each example counts once: the short last batch weighs less', () => {
  expect(epochMeans(rowsOf([NaN, 1, 2, 4, 3, 3, 3]), cut)).toEqual([(2 * 1 + 2 * 2 + 4) / 5, 3])
})
it('an unfinished epoch has none, nor has a run with thinned steps', () => {
  expect(epochMeans(rowsOf([NaN, 1, 2]), cut)).toEqual([])
  expect(epochMeans(rowsOf([NaN, 1, 2, 4], [0, 1, 2, 5]), cut)).toEqual([])
})
