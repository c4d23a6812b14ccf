// The protocol of the measuring worker. One reply per batch size and round.

import type { NetworkSpec } from '../engine/experiment.ts'

export interface MeasureRequest {
  readonly id: number
  readonly spec: NetworkSpec
  readonly seed: number
  readonly sizes: readonly number[]
  readonly rounds: number
}

export interface MeasureReply {
  readonly id: number
  readonly fault?: string
  /** From 0. */
  readonly turn: number
  readonly size: number
  /** Examples per second. */
  readonly rate: number
}
