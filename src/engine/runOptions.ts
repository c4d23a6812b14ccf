// Options of a run that are not part of its experiment.

import type { Aside } from './evaluation.ts'
import type { Objective } from './objectives/objective.ts'
import type { Detail, Snapshot } from './row.ts'

export interface RunOptions {
  readonly detail?: Detail
  readonly from?: Snapshot
  /** Shared by the runs of a race, so its data are built once. */
  readonly objective?: Objective
  /** Keep the running hash of all rows. */
  readonly hashing?: boolean
  /** Use the interpreter, as where WebAssembly is forbidden. For tests of the laws. */
  readonly interpreted?: boolean
  /** Wraps evaluations of J made only for display, so timing can exclude them. */
  readonly aside?: Aside
}
