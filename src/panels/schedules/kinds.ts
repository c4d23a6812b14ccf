// The kinds of decay that are shown beside the runs, each with the numbers of the registry.

import type { DecaySpec, RunSpec } from '../../engine/experiment.ts'
import { schedules, type DecayKind } from '../../engine/schedules/index.ts'
import { isSame } from '../../document/same.ts'

export const inPlay = (Object.keys(schedules) as DecayKind[]).filter(
  (kind) => kind !== 'manual' && kind !== 'none',
)

/** A kind with the numbers of the registry. */
export function plainDecay(kind: DecayKind): DecaySpec {
  const numbers = Object.entries(schedules[kind].parameters).map(([name, one]) => [name, one.default])
  return { kind, ...Object.fromEntries(numbers) } as DecaySpec
}

/** A run's own thick line has its own name: the same decay is not drawn and named a second time beneath it. */
export const kindsBeside = (runs: readonly Pick<RunSpec, 'decay'>[]): readonly DecayKind[] =>
  inPlay.filter((kind) => !runs.some(({ decay }) => isSame(decay, plainDecay(kind))))
