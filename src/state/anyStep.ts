// What a run was at any of its steps: its row, θ and hash, from what is kept of it, or computed anew in the worker.

import { errandTo, liveRuns } from './conductor.ts'
import type { Live } from './live.ts'
import { cursor } from './playback.ts'

let exactUnderWay = false

/** Where thinned rows do not hold the cursor's step, has it recomputed. Called in each frame. */
export function wantExactRows(): void {
  if (exactUnderWay) return
  const { step } = cursor
  for (const live of liveRuns()) {
    const { trace } = live
    if (!trace || trace.holds(step) || step > trace.lastStep) continue
    exactUnderWay = true
    errandTo(live, step, (chunk) => {
      exactUnderWay = false
      if (chunk && chunk.rows > 0) trace.keepExact(new Float64Array(chunk.buffer, 0, trace.width).slice())
    })
    return
  }
}

/** θ of a run after the last kept step at or before `step`. */
export function nearestWeights(index: number, step: number): { step: number; w: Float64Array } | undefined {
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

/** A hash of all runs' rows from step 0 to the cursor's step; of the newest experiment when it changes meanwhile. */
export async function hashAtCursor(): Promise<string> {
  for (;;) {
    const asked = liveRuns()
    const states = await Promise.all(asked.map((live) => hashOf(live, Math.min(cursor.step, live.steps))))
    const known = states.filter((state) => state !== undefined)
    if (asked === liveRuns() && known.length === asked.length) {
      const { hexOf } = await import('../engine/hash.ts')
      return hexOf(known)
    }
    if (asked === liveRuns()) throw new Error('a run could not be computed')
  }
}

/** Undefined when the run was closed or failed before its rows had come. */
function hashOf(live: Live, step: number): Promise<readonly [number, number] | undefined> {
  const { newest } = live
  if (newest && (newest.step === step || (live.done && newest.step < step)))
    return Promise.resolve(newest.hash)
  return new Promise((resolve) => errandTo(live, step, (chunk) => resolve(chunk?.state?.hash)))
}
