import { expect, test } from 'vitest'
import { Trace } from './race.ts'

const width = 5

const empty = (rowsAtMost: number): Trace =>
  new Trace({ width, detail: 'costs', dimension: 0, slots: [], stepsPerEpoch: 1, rowsAtMost })

/** Returns rows of the steps from … to − 1, each filled with its step. */
function rowsOf(from: number, to: number): Float64Array {
  const rows = new Float64Array((to - from) * width)
  rows.forEach((_, i) => (rows[i] = from + Math.floor(i / width)))
  return rows
}

const holdsAll = (trace: Trace, count: number): boolean =>
  trace.length === count &&
  trace.rows.subarray(0, count * width).every((value, i) => value === Math.floor(i / width))

test('rows that arrive before there is room are kept', () => {
  const trace = empty(5000)
  for (let step = 0; step < 5000; step += 100) trace.append(rowsOf(step, step + 100), 100)
  expect(holdsAll(trace, 5000)).toBe(true)
  expect(trace.rows.length).toBe(5000 * width)
})

test('four times the room is requested once half is full, and never more than the run fills', () => {
  const trace = empty(20_000)
  trace.append(rowsOf(0, 200), 200)
  expect(trace.wanted).toBe(0)
  trace.append(rowsOf(200, 3000), 2800)
  expect(trace.rows.length).toBe(3000 * width)
  expect(trace.wanted).toBe(12_000 * width)
  trace.move(new Float64Array(trace.wanted))
  expect(holdsAll(trace, 3000)).toBe(true)
  expect(trace.wanted).toBe(0)
  trace.append(rowsOf(3000, 6001), 3001)
  expect(trace.wanted).toBe(20_000 * width)
  trace.move(new Float64Array(trace.wanted))
  trace.append(rowsOf(6001, 20_000), 13_999)
  expect(holdsAll(trace, 20_000)).toBe(true)
  expect(trace.wanted).toBe(0)
})

test('room that arrives after the trace made its own changes nothing', () => {
  const trace = empty(2000)
  trace.append(rowsOf(0, 300), 300)
  const { rows } = trace
  trace.move(new Float64Array(256 * width))
  expect(trace.rows).toBe(rows)
  expect(holdsAll(trace, 300)).toBe(true)
})
