// What the page asks of the workers that compute maps: a map once, then tiles of it. Each tile is answered once.

import type { MapExperiment } from '../engine/experiment.ts'

export type MapRequest =
  | { readonly type: 'map'; readonly map: number; readonly experiment: MapExperiment }
  | { readonly type: 'tile'; readonly map: number; readonly cells: Uint32Array }

export type MapReply =
  | {
      readonly type: 'tile'
      readonly map: number
      /** `cellWidth` numbers a cell, in the order asked. */
      readonly values: Float64Array
      readonly milliseconds: number
      /** Cells that cost as much as one: tiles of fewer gain nothing. */
      readonly grain: number
    }
  | { readonly type: 'failed'; readonly map: number; readonly message: string }
