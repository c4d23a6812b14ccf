// A network's weights at the cursor. Rows do not contain them, so the worker recomputes them from the nearest snapshot,
// one request at a time. Until they arrive the nearest stored ones are shown, labeled with their own step.

import { recomputeStep, runHandles } from './conductor.ts'
import { requestDraw } from './frame.ts'
import type { RunHandle } from './runHandle.ts'
import { stepOf } from './playback.ts'
import { race, type Trace } from './traces.ts'

export interface WeightsOfStep {
  readonly step: number
  readonly w: Float64Array
}

const exact = new Map<number, { readonly trace: Trace; readonly at: WeightsOfStep }>()
let underWay = false

/** Returns θ of a run after the last stored step at or before `step`. */
function nearestWeights(index: number, step: number): { step: number; w: Float64Array } | undefined {
  const handle = runHandles()[index] as RunHandle | undefined
  if (handle?.newest && handle.newest.step <= step) return handle.newest
  return handle?.snapshots.findLast((snapshot) => snapshot.step <= step)
}

/**
 * Returns θ of a run after exactly this step, recomputed in the worker, or undefined if the experiment changes
 * meanwhile.
 */
export function weightsAt(index: number, step: number): Promise<Float64Array | undefined> {
  const near = nearestWeights(index, step)
  const handle = runHandles()[index] as RunHandle | undefined
  if (near?.step === step) return Promise.resolve(near.w)
  if (!handle || step > handle.step) return Promise.resolve(undefined)
  return new Promise((resolve) => recomputeStep(handle, step, (chunk) => resolve(chunk?.state?.w)))
}

/** Returns the shown step of a run: the cursor's, or its last one if it ended earlier. */
export function shownStep(run: number): number {
  return Math.min(stepOf(run), race.traces[run]?.lastStep ?? -1)
}

/** Returns θ of a run at the cursor, or the nearest available, or undefined if there is none. Called in each frame. */
export function weightsNow(run: number): WeightsOfStep | undefined {
  const trace = race.traces[run]
  const step = shownStep(run)
  if (!trace || step < 0) return undefined
  const known = exact.get(run)
  if (known?.trace === trace && known.at.step === step) return known.at
  const near = nearestWeights(run, step)
  if (near?.step === step) return near
  if (!underWay) {
    underWay = true
    void weightsAt(run, step).then((w) => {
      underWay = false
      if (w) exact.set(run, { trace, at: { step, w } })
      requestDraw()
    })
  }
  if (known?.trace !== trace) return near
  return near && step - near.step < Math.abs(known.at.step - step) ? near : known.at
}
