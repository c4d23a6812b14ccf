// Chooses the batch that the microscope shows first.

import { column } from '../../engine/row.ts'
import type { Trace } from '../../state/traces.ts'

/** Returns the step that stands out most: J^{t} compared with its own average just before. */
export function sharpestSpike(trace: Trace | undefined): number | undefined {
  if (!trace) return undefined
  const { rows, width, length } = trace
  let best: number | undefined
  let sharpest = 0
  for (let i = 2; i < length; i++) {
    const cost = rows[i * width + column.batchCost]
    const before = rows[i * width - 1]
    if (cost / before > sharpest) [sharpest, best] = [cost / before, rows[i * width]]
  }
  return best
}
