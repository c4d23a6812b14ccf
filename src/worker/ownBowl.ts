// The protocol of the worker that slices a network's cost.

import type { NetworkSpec } from '../engine/experiment.ts'

export interface BowlRequest {
  readonly id: number
  readonly spec: NetworkSpec
  readonly seed: number
  /** Weights along the run, from the start to the displayed step. */
  readonly path: readonly Float64Array[]
  /** The plane of the path's principal components, or of two filter-normalized random directions. */
  readonly plane: 'path' | 'random'
  /** Width over height of the picture. */
  readonly aspect: number
}

export interface Bowl {
  /** J, row by row from the lowest second coordinate. */
  readonly cells: Float64Array
  readonly columns: number
  readonly rows: number
  readonly range: readonly [number, number, number, number]
  /** The path in the plane. In a random plane only its last point. */
  readonly points: readonly (readonly [number, number])[]
  /** Shares of the path's variance. */
  readonly explained?: readonly [number, number]
  readonly examples: number
}

export interface BowlReply {
  readonly id: number
  readonly fault?: string
  readonly progress: number
  readonly bowl?: Bowl
}
