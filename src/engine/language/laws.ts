// The law of all rules on all surfaces: the interpreter, the compiled loop in any chunks, and lockstep lanes give the
// same bits. The laws' test and the fuzzer search for a counterexample. Not part of the app.

import { cellsOf, cellWidth, Sweep, cellColumn } from '../map.ts'
import type { DescentExperiment, MapExperiment } from '../experiment.ts'
import { Run } from '../run.ts'

interface Rows {
  readonly rows: Float64Array
  readonly width: number
  readonly hash: string
  readonly divergedAt: number | undefined
  readonly compiled: boolean
}

function rowsOf(experiment: DescentExperiment, cuts: readonly number[], interpreted: boolean): Rows {
  const run = new Run(experiment, 0, { detail: 'full', hashing: true, interpreted })
  const rows = new Float64Array((run.steps + 1) * run.width)
  let written = 0
  for (let k = 0; !run.done; k++)
    written += run.advance(rows.subarray(written * run.width), cuts[k % cuts.length])
  const { width, hash, divergedAt, isCompiled } = run
  return {
    rows: rows.subarray(0, written * width),
    width,
    hash: String(hash.state()),
    divergedAt,
    compiled: isCompiled,
  }
}

const same = (a: number, b: number): boolean => Object.is(a, b) || (a !== a && b !== b)

/** Returns '' if the compiled loop has the interpreter's bits in rows, state and hash, else the first difference. */
export function lawOfRows(experiment: DescentExperiment): string {
  const expected = rowsOf(experiment, [1000], true)
  for (const cuts of [[1000], [7, 1, 13]]) {
    const found = rowsOf(experiment, cuts, false)
    if (!found.compiled) return 'not compiled'
    if (found.rows.length !== expected.rows.length)
      return `${found.rows.length} numbers, not ${expected.rows.length}`
    const at = expected.rows.findIndex((x, i) => !same(x, found.rows[i]))
    if (at >= 0)
      return `row ${Math.floor(at / found.width)}, number ${at % found.width}: ${found.rows[at]}, not ${expected.rows[at]}`
    if (found.hash !== expected.hash) return 'another hash'
    if (found.divergedAt !== expected.divergedAt)
      return `ended at ${found.divergedAt}, not ${expected.divergedAt}`
  }
  return ''
}

/** Returns '' if every cell of a map has the bits of its single run, else the first difference. */
export function lawOfLanes(map: MapExperiment): string {
  const sweep = new Sweep(map)
  if (!sweep.inLockstep) return 'not in lockstep'
  const count = map.x.count * map.y.count
  const values = sweep.compute(Array.from({ length: count }, (_, i) => i))
  const cell = cellsOf(map)
  for (let i = 0; i < count; i++) {
    const one = cell(i % map.x.count, Math.floor(i / map.x.count))
    const own = values.subarray(i * cellWidth, (i + 1) * cellWidth)
    if (!same(own[cellColumn.cost], one.cost)) return `cell ${i}: J ${own[cellColumn.cost]}, not ${one.cost}`
    if (!same(own[cellColumn.steps], one.steps))
      return `cell ${i}: ${own[cellColumn.steps]} steps, not ${one.steps}`
    if (own[cellColumn.diverged] !== one.diverged) return `cell ${i}: another end`
  }
  return ''
}
