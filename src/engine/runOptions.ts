// How a run is made, beside its experiment.

import type { Aside } from './evaluation.ts'
import type { Objective } from './objectives/objective.ts'
import type { Detail, Snapshot } from './row.ts'

export interface RunOptions {
  readonly detail?: Detail
  readonly from?: Snapshot
  /** Shared by the runs of a race, so that its data are made once. */
  readonly objective?: Objective
  /** Keep the running hash of all rows. */
  readonly hashing?: boolean
  /** Goes step by step by the interpreter, as where WebAssembly is forbidden: for the laws. */
  readonly interpreted?: boolean
  /** Hears when J is computed for its own sake, so that a clock can leave it out. */
  readonly aside?: Aside
}
