// Every learning rate schedule, by its `kind` in an experiment file. A new one needs one file and one line here. Keys
// appear in shared links, so never rename one.

import type { DecaySpec } from '../experiment.ts'
import { cosine } from './cosine.ts'
import { exponential } from './exponential.ts'
import { inverse } from './inverse.ts'
import { inverseSqrt } from './inverseSqrt.ts'
import { manual } from './manual.ts'
import { none } from './none.ts'
import { oneCycle } from './oneCycle.ts'
import type { Schedule } from './schedule.ts'
import { staircase } from './staircase.ts'
import { warmup } from './warmup.ts'

export type DecayKind = DecaySpec['kind']

export const schedules: { readonly [K in DecayKind]: Schedule<K> } = {
  none,
  inverse,
  exponential,
  inverseSqrt,
  staircase,
  manual,
  cosine,
  warmup,
  oneCycle,
}

/** Returns α for an epoch (from 0), given α₀. */
export function alphaAt(alpha0: number, epoch: number, decay: DecaySpec): number {
  const schedule = schedules[decay.kind] as Schedule
  return schedule.alpha(alpha0, epoch, decay as never)
}
