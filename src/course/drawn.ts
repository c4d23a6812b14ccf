// The small picture of a lesson on the contents page: what it draws, as data, and the lines that come of it.

import type { DecaySpec } from '../engine/experiment.ts'
import type { DescentPart } from './tasks.ts'

export type Points = readonly (readonly [x: number, y: number])[]

/** Lines in their own units. A map has a surface beneath and equal units. */
export interface Thumbnail {
  readonly surface?: (x: number, y: number) => number
  /** The visible range: x from, to, y from, to. */
  readonly box: readonly [number, number, number, number]
  readonly lines: readonly { readonly look: number; readonly points: Points; readonly thin?: boolean }[]
  readonly dots?: Points
  readonly start?: readonly [number, number]
}

/** What a thumbnail draws, as data. */
export type Drawn =
  /** Paths on the surface, within a box. */
  | ({ readonly of: 'map'; readonly box: Thumbnail['box'] } & DescentPart)
  /** The path of gradient descent in the valley of curvatures 1 and κ. */
  | {
      readonly of: 'valley'
      readonly box: Thumbnail['box']
      readonly kappa: number
      readonly alpha: number
      readonly start: readonly number[]
      readonly steps: number
    }
  /** The cost of each batch, on a log scale. */
  | ({ readonly of: 'batchCost' } & DescentPart)
  /** The first days of the averages lab and one average. */
  | { readonly of: 'days'; readonly beta: number; readonly correction: boolean; readonly count: number }
  /** The learning rate by epoch. */
  | { readonly of: 'alpha'; readonly alpha: number; readonly decay: DecaySpec; readonly epochs: number }
