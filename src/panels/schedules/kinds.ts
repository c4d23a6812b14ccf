// The kinds of decay shown next to the runs, each with the registry's numbers.

import type { DecaySpec, RunSpec } from '../../engine/experiment.ts'
import { schedules, type DecayKind } from '../../engine/schedules/index.ts'
import { isSame } from '../../document/same.ts'

export const inPlay = (Object.keys(schedules) as DecayKind[]).filter(
  (kind) => kind !== 'manual' && kind !== 'none',
)

/** Returns a kind with the registry's numbers. */
export function plainDecay(kind: DecayKind): DecaySpec {
  const numbers = Object.entries(schedules[kind].parameters).map(([name, one]) => [name, one.default])
  return { kind, ...Object.fromEntries(numbers) } as DecaySpec
}

/** Excludes a decay that a run already shows as a thick line with its own name. */
export const kindsBeside = (runs: readonly Pick<RunSpec, 'decay'>[]): readonly DecayKind[] =>
  inPlay.filter((kind) => !runs.some(({ decay }) => isSame(decay, plainDecay(kind))))
