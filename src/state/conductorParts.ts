// What a conductor is made of: a worker, a clock, the document that it follows and the places that it writes to.

import type { DescentExperiment } from '../engine/experiment.ts'
import { examplesOf } from '../engine/objectives/examples.ts'
import type { Clock } from '../worker/clock.ts'
import type { Reply, Request } from '../worker/protocol.ts'
import type { HostedWorker } from '../worker/workerHost.ts'
import type { Computing } from './computing.ts'
import type { Race } from './traces.ts'

interface Followed {
  readonly experiment: DescentExperiment
  /** Another one where another route, or step of a lesson, is shown. */
  readonly home: object
  readonly view: { readonly smoothing: number; readonly at: number }
}

export interface ConductorParts {
  readonly spawn: () => HostedWorker<Request, Reply>
  readonly clock?: Clock
  readonly document: {
    getState(): Followed
    subscribe(listener: (now: Followed, before: Followed) => void): () => void
  }
  /** Rows are wanted up to the step `target`. */
  readonly cursor: { readonly target: number }
  readonly race: Race
  readonly computing: Computing
  readonly requestDraw: () => void
  /** No worker could be kept alive; `retry` tries again. */
  readonly stopped: (retry: () => void) => void
}

/** Whether the document is the one before with other numbers, as while a slider is dragged. */
export function isContinued(now: Followed, before: Followed): boolean {
  const [a, b] = [now.experiment, before.experiment]
  return (
    now.home === before.home &&
    now.view.at === before.view.at &&
    a.runs.length === b.runs?.length &&
    a.objective.kind === b.objective.kind &&
    examplesOf(a.objective) === examplesOf(b.objective)
  )
}
