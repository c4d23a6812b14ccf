// A network's weights at the cursor. Rows do not hold them: they are recomputed in the worker from the nearest snapshot,
// one errand at a time, and until they come the nearest kept ones are shown, under their own step.

import { errandTo, liveRuns } from './conductor.ts'
import { requestDraw } from './frame.ts'
import type { Live } from './live.ts'
import { stepOf } from './playback.ts'
import { race, type Trace } from './traces.ts'

export interface WeightsOfStep {
  readonly step: number
  readonly w: Float64Array
}

const exact = new Map<number, { readonly trace: Trace; readonly at: WeightsOfStep }>()
let underWay = false

/** θ of a run after the last kept step at or before `step`. */
function nearestWeights(index: number, step: number): { step: number; w: Float64Array } | undefined {
  const live = liveRuns()[index] as Live | undefined
  if (live?.newest && live.newest.step <= step) return live.newest
  return live?.snapshots.findLast((snapshot) => snapshot.step <= step)
}

/** θ of a run after exactly this step, recomputed in the worker; undefined when the experiment changes meanwhile. */
export function weightsAt(index: number, step: number): Promise<Float64Array | undefined> {
  const near = nearestWeights(index, step)
  const live = liveRuns()[index] as Live | undefined
  if (near?.step === step) return Promise.resolve(near.w)
  if (!live || step > live.step) return Promise.resolve(undefined)
  return new Promise((resolve) => errandTo(live, step, (chunk) => resolve(chunk?.state?.w)))
}

/** The step of a run that is shown: the cursor's, or its last one where it ended before. */
export function shownStep(run: number): number {
  return Math.min(stepOf(run), race.traces[run]?.lastStep ?? -1)
}

/** θ of a run at the cursor, or the nearest there is; undefined while nothing has come. Called in each frame. */
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
