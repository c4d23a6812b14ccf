// The dependencies of a conductor: a worker, a clock, the document it follows, and where it writes results.

import type { DescentExperiment } from '../engine/experiment.ts'
import { examplesOf } from '../engine/objectives/examples.ts'
import type { Clock } from '../worker/clock.ts'
import type { Reply, Request } from '../worker/protocol.ts'
import type { HostedWorker } from '../worker/workerHost.ts'
import type { Race } from './race.ts'

/** What the worker is busy with when it takes long. */
export interface Computing {
  /** The share of the data set that is made; undefined when it is there. */
  data: number | undefined
  /** For each run the share of its step in work that is done; undefined when steps are short. */
  steps: (number | undefined)[]
  halted: boolean
}

interface Followed {
  readonly experiment: DescentExperiment
  /** Changes when another route, or another step of a lesson, is shown. */
  readonly preset: object
  readonly view: { readonly smoothing: number; readonly at: number }
}

export interface ConductorParts {
  readonly spawn: () => HostedWorker<Request, Reply>
  readonly clock?: Clock
  readonly document: {
    getState(): Followed
    subscribe(listener: (now: Followed, before: Followed) => void): () => void
  }
  /** Rows are needed up to step `target`. */
  readonly cursor: { readonly target: number }
  readonly race: Race
  readonly computing: Computing
  readonly requestDraw: () => void
  /** The worker kept dying. `retry` tries again. */
  readonly stopped: (retry: () => void) => void
}

/** Whether the document is the previous one with other numbers, as during a drag. */
export function isContinued(now: Followed, before: Followed): boolean {
  const [a, b] = [now.experiment, before.experiment]
  return (
    now.preset === before.preset &&
    now.view.at === before.view.at &&
    a.runs.length === b.runs?.length &&
    a.objective.kind === b.objective.kind &&
    examplesOf(a.objective) === examplesOf(b.objective)
  )
}
