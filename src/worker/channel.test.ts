import { expect, test } from 'vitest'
import type { DescentExperiment } from '../engine/experiment.ts'
import { createObjective } from '../engine/objectives/create.ts'
import { column } from '../engine/row.ts'
import { completed } from '../engine/validate.ts'
import { Channel } from './channel.ts'
import { denseSteps } from './protocol.ts'

/** Returns all rows that a noisy run of Adam sends with this stride. */
function sent(stride: number, steps: number): { rows: Float64Array; width: number; count: number } {
  const experiment = completed({
    objective: { kind: 'bowl', m: 64, labelNoise: 0.5 },
    batchSize: 8,
    steps,
    runs: [{ optimizer: 'adam', alpha: 0.01 }],
  }) as DescentExperiment
  const { objective: spec, ...race } = experiment
  const objective = createObjective(spec, experiment.seed)
  const request = { race, stride, run: 1, objective: 1, index: 0, detail: 'full', smoothing: 0.9 } as const
  const channel = new Channel({ type: 'open', ...request }, objective)
  const rows = new Float64Array((steps + 9) * channel.width)
  let count = 0
  while (!channel.done) count = channel.advance(rows, count, () => 0, 1)
  return { rows, width: channel.width, count }
}

test('beyond the first steps each block’s extremes and last row are sent, once and in order', () => {
  const stride = 50
  const steps = denseSteps + 10 * stride
  const all = sent(1, steps)
  const thinned = sent(stride, steps)
  expect(all.count).toBe(steps + 1)
  const row = ({ rows, width }: typeof all, i: number) => rows.subarray(i * width, (i + 1) * width)
  const kept = Array.from({ length: thinned.count }, (_, i) => row(thinned, i))
  // Every row is unchanged.
  for (const one of kept) expect(one).toEqual(row(all, one[column.step]))
  const numbers = kept.map((one) => one[column.step])
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  expect(numbers.slice(0, denseSteps + 1)).toEqual(Array.from({ length: denseSteps + 1 }, (_, i) => i))
  for (let block = 0; block < 10; block++) {
    const from = denseSteps + block * stride + 1
    const whole = Array.from({ length: stride }, (_, i) => row(all, from + i))
    const costs = whole.map((one) => one[column.batchCost])
    const full = whole.map((one) => one[column.cost])
    const there = (values: number[], value: number) => expect(numbers).toContain(from + values.indexOf(value))
    there(costs, Math.min(...costs))
    there(costs, Math.max(...costs))
    there(full, Math.max(...full))
    expect(numbers).toContain(from + stride - 1)
  }
})
