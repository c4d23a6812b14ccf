// Every schedule of the learning rate, by the kind that an experiment file names. A new one is a file and a line here;
// keys stand in shared links and are never renamed.

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

/** α for an epoch, counted from 0, from α₀. */
export function alphaAt(alpha0: number, epoch: number, decay: DecaySpec): number {
  const schedule = schedules[decay.kind] as Schedule
  return schedule.alpha(alpha0, epoch, decay as never)
}
