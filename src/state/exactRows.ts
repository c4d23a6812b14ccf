// The row of a run at the cursor where it was thinned away: computed anew in the worker.

import { errandTo, liveRuns } from './conductor.ts'
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
