// Recomputes the row of a run at the cursor if thinning removed it.

import type { Conductor } from './createConductor.ts'

/** Returns a function that recomputes such rows. Call it in each frame. It requests one row at a time. */
export function createExactRows(
  { recomputeStep }: Pick<Conductor, 'recomputeStep'>,
  runHandles: () => Conductor['runHandles'],
  cursor: { readonly step: number },
): () => void {
  let isUnderWay = false
  return () => {
    if (isUnderWay) return
    const { step } = cursor
    for (const handle of runHandles()) {
      const { trace } = handle
      if (!trace || trace.holds(step) || step > trace.lastStep) continue
      isUnderWay = true
      recomputeStep(handle, step, (chunk) => {
        isUnderWay = false
        if (chunk && chunk.rows > 0) trace.keepExact(new Float64Array(chunk.buffer, 0, trace.width).slice())
      })
      return
    }
  }
}
