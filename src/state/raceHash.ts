// A race's hash up to the cursor, from stored states of its runs, or recomputed in the worker.

import { hexOf } from '../engine/hash.ts'
import type { Conductor } from './createConductor.ts'
import type { RunHandle } from './runHandle.ts'

/**
 * Returns a hash of all runs' rows from step 0 to the cursor's step. If the experiment changes meanwhile, of the newest
 * one.
 */
export async function hashAtCursor(conductor: Conductor, cursor: { readonly step: number }): Promise<string> {
  for (;;) {
    const asked = conductor.runHandles
    const states = await Promise.all(
      asked.map((handle) => hashOf(conductor, handle, Math.min(cursor.step, handle.steps))),
    )
    const known = states.filter((state) => state !== undefined)
    if (asked === conductor.runHandles && known.length === asked.length) return hexOf(known)
    if (asked === conductor.runHandles) throw new Error('a run could not be computed')
  }
}

/** Resolves to undefined if the run was closed or failed before its rows arrived. */
function hashOf(
  conductor: Conductor,
  handle: RunHandle,
  step: number,
): Promise<readonly [number, number] | undefined> {
  const { newest } = handle
  if (newest && (newest.step === step || (handle.done && newest.step < step)))
    return Promise.resolve(newest.hash)
  return new Promise((resolve) =>
    conductor.recomputeStep(handle, step, (chunk) => resolve(chunk?.state?.hash)),
  )
}
