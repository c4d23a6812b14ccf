// The interface of a schedule: α for an epoch (from 0), given α₀. Pure.

import type { Words } from '../words.ts'
import type { Formula } from '../formula.ts'
import type { DecaySpec } from '../experiment.ts'
import type { Scale } from '../hyperparameters.ts'

export interface ScheduleParameter {
  readonly symbol: string
  readonly label: Words
  readonly default: number
  readonly scale: Scale
  /** The slider's range. */
  readonly min: number
  readonly max: number
  readonly whole: boolean
  /** What the experiment file allows. */
  readonly allowed: 'share' | 'nonNegative' | 'positive' | 'wholeFromOne'
}

export interface Schedule<K extends DecaySpec['kind'] = DecaySpec['kind']> {
  readonly label: Words
  readonly formula: readonly Formula[]
  readonly citation: string
  /** Its numbers in the order of the experiment file. The first is the slider `Decay rate`. */
  readonly parameters: Readonly<Record<string, ScheduleParameter>>
  alpha(alpha0: number, epoch: number, decay: Extract<DecaySpec, { kind: K }>): number
}
