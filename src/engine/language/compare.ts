// Compares a run's rule with another's: same experiment, gradients and start. Reports where they first differ.

import type { DescentExperiment, RunSpec } from '../experiment.ts'
import { column } from '../row.ts'
import { Run } from '../run.ts'

export type Comparison =
  | { readonly same: true; /** The number of steps that agree to the last bit. */ readonly steps: number }
  | {
      readonly same: false
      readonly step: number
      readonly component: number
      /** θ after that step. NaN if the run had ended. */
      readonly own: number
      readonly other: number
    }

/** Compares θ of two runs over `steps` steps of an experiment, bit for bit. */
export function compareRuns(
  experiment: DescentExperiment,
  own: RunSpec,
  other: RunSpec,
  steps = 200,
): Comparison {
  const runs = [own, other].map((run) => {
    const spec = { ...run, steps }
    const one = new Run({ ...experiment, steps, runs: [spec] }, 0, { detail: 'weights' })
    const rows = new Float64Array((steps + 1) * one.width)
    return { written: one.advance(rows, steps + 1), rows, width: one.width }
  })
  const [a, b] = runs
  for (let step = 1; step <= steps; step++)
    for (let i = 0; i < a.width - column.theta; i++) {
      const [x, y] = runs.map(({ rows, width, written }) =>
        step < written ? rows[step * width + column.theta + i] : NaN,
      )
      if (!Object.is(x, y) && x !== y) return { same: false, step, component: i, own: x, other: y }
      if (x !== x && y !== y) return { same: true, steps: Math.min(a.written, b.written) - 1 }
    }
  return { same: true, steps }
}
