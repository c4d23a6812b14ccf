// A race's hash up to the cursor, from stored states of its runs, or recomputed in the worker.

import { hexOf } from '../engine/hash.ts'
import { errandTo, liveRuns } from './conductor.ts'
import type { Live } from './live.ts'
import { cursor } from './playback.ts'

/**
 * Returns a hash of all runs' rows from step 0 to the cursor's step. If the experiment changes meanwhile, of the newest
 * one.
 */
export async function hashAtCursor(): Promise<string> {
  for (;;) {
    const asked = liveRuns()
    const states = await Promise.all(asked.map((live) => hashOf(live, Math.min(cursor.step, live.steps))))
    const known = states.filter((state) => state !== undefined)
    if (asked === liveRuns() && known.length === asked.length) return hexOf(known)
    if (asked === liveRuns()) throw new Error('a run could not be computed')
  }
}

/** Resolves to undefined if the run was closed or failed before its rows arrived. */
function hashOf(live: Live, step: number): Promise<readonly [number, number] | undefined> {
  const { newest } = live
  if (newest && (newest.step === step || (live.done && newest.step < step)))
    return Promise.resolve(newest.hash)
  return new Promise((resolve) => errandTo(live, step, (chunk) => resolve(chunk?.state?.hash)))
}
