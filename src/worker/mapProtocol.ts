// The protocol of the map workers: a map once, then tiles of it. Each tile gets one reply.

import type { MapExperiment } from '../engine/experiment.ts'

export type MapRequest =
  | { readonly type: 'map'; readonly map: number; readonly experiment: MapExperiment }
  | { readonly type: 'tile'; readonly map: number; readonly cells: Uint32Array }

export type MapReply =
  | {
      readonly type: 'tile'
      readonly map: number
      /** `cellWidth` numbers per cell, in the requested order. */
      readonly values: Float64Array
      readonly milliseconds: number
      /** The number of cells that cost as much as one. Smaller tiles gain nothing. */
      readonly grain: number
    }
  | { readonly type: 'failed'; readonly map: number; readonly message: string }
