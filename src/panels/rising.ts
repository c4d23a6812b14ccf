// When J must not rise: full-batch, plain gradient descent. A rise means that α is above 2/curvature along the step, in
// a quadratic bowl above 2/λmax. With momentum or mini-batches a rise is harmless and not reported.

import type { DescentExperiment } from '../engine/experiment.ts'
import { column } from '../engine/row.ts'
import type { networkWords } from '../i18n/areas/network.ts'
import { fill, type Spoken } from '../i18n/index.ts'
import { examplesOf } from '../state/experiment.ts'
import { traitsOf } from '../state/registries.ts'
import type { Trace } from '../state/traces.ts'
import { formatNumber } from '../ui/number.ts'
import { limitOf } from './limits.ts'
import { batchSizeOf } from './runs.ts'

/** Relative change of J that may be rounding. */
const slack = 1e-9

/** Whether the rule applies to a run: every step is an exact gradient without memory. */
export function mustFall(experiment: DescentExperiment, run: number): boolean {
  const spec = experiment.runs[run]
  const m = examplesOf(experiment)
  return traitsOf(spec.optimizer).linear === 'plain' && batchSizeOf(experiment, spec, m) === m
}

/** Whether theory predicts before the first step that J will not fall: α above 2/λmax, with nothing that lowers it. */
export function mustRise(experiment: DescentExperiment, run: number): boolean {
  const spec = experiment.runs[run]
  const limit = mustFall(experiment, run) ? limitOf(experiment, spec) : undefined
  return limit !== undefined && spec.decay.kind === 'none' && spec.alpha > limit.value
}

type Rows = Pick<Trace, 'rows' | 'width'>

/** Returns the first of the first `length` rows whose full J is above the previous one. */
export function firstRise({ rows, width }: Rows, length: number): number | undefined {
  let before = Infinity
  for (let i = 0; i < length; i++) {
    const cost = rows[i * width + column.cost]
    if (Number.isNaN(cost)) continue
    if (cost > before + slack * Math.abs(before)) return rows[i * width]
    before = cost
  }
  return undefined
}

export function risingSentence(
  words: Spoken<typeof networkWords>,
  experiment: DescentExperiment,
  run: number,
  name: string,
  step: number,
): string {
  const limit = limitOf(experiment, experiment.runs[run])
  const values = { run: name, step, alpha: formatNumber(experiment.runs[run].alpha) }
  return limit && mustRise(experiment, run)
    ? fill(words.network.rising, { ...values, limit: formatNumber(limit.value) })
    : fill(words.network.risingElsewhere, values)
}
