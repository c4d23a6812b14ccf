// A run in the conductor: its request, the snapshots from which any step can be recomputed, and short runs that do so.

import type { DescentExperiment } from '../engine/experiment.ts'
import type { Detail } from '../engine/row.ts'
import type { ChannelSnapshot, Chunk, OpenRequest } from '../worker/protocol.ts'
import type { Trace } from './race.ts'

const snapshotsKept = 64
/** Rows are computed this far ahead of the cursor, so scrubbing an ordinary run never waits. */
const lookahead = 20000
/** Up to this many parameters, rows include θ and the memory. */
const fullDimension = 4

export interface RunHandle {
  readonly key: string
  readonly index: number
  readonly request: OpenRequest
  readonly steps: number
  trace: Trace | undefined
  /** The last step received, or −1. */
  step: number
  newest: ChannelSnapshot | undefined
  snapshots: ChannelSnapshot[]
  spacing: number
  done: boolean
  /** The worker is preparing memory for more rows. */
  roomAsked: boolean
}

/** A short run that recomputes one step: its row, or the hash up to it. */
export interface StepRequest {
  readonly request: OpenRequest
  readonly step: number
  finish(chunk: Chunk | undefined): void
}

/** Creates a run that has just been requested. */
export const newRunHandle = (key: string, request: OpenRequest, steps: number): RunHandle => ({
  key,
  index: request.index,
  request,
  steps,
  trace: undefined,
  step: -1,
  newest: undefined,
  snapshots: [],
  spacing: 1,
  done: false,
  roomAsked: false,
})

/** Keeps the newest snapshot, and earlier ones at doubling distances. */
export function keepSnapshot(handle: RunHandle, state: ChannelSnapshot): void {
  handle.newest = state
  const last = handle.snapshots.at(-1)
  if (last && state.step < last.step + handle.spacing) return
  handle.snapshots.push(state)
  if (handle.snapshots.length <= snapshotsKept) return
  handle.snapshots = handle.snapshots.filter((_, i) => i % 2 === 0)
  handle.spacing = Math.max(1, handle.spacing * 2)
}

/** Whether a run's rows have not reached the cursor's `target`. */
export const isBehind = ({ step, steps }: RunHandle, target: number): boolean =>
  step < Math.min(steps, target + lookahead)

/** Returns what rows contain. */
export function detailFor(experiment: DescentExperiment): Detail {
  const { objective: spec, start } = experiment
  const dimension =
    spec.kind === 'network'
      ? Infinity
      : spec.kind === 'leastSquares'
        ? spec.x[0].length
        : (start?.length ?? 2)
  return dimension <= fullDimension ? 'full' : 'costs'
}
