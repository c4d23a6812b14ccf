// A race's hash up to the cursor, from what is kept of its runs, or computed anew in the worker.

import { hexOf } from '../engine/hash.ts'
import { errandTo, liveRuns } from './conductor.ts'
import type { Live } from './live.ts'
import { cursor } from './playback.ts'

/** A hash of all runs' rows from step 0 to the cursor's step; of the newest experiment when it changes meanwhile. */
export async function hashAtCursor(): Promise<string> {
  for (;;) {
    const asked = liveRuns()
    const states = await Promise.all(asked.map((live) => hashOf(live, Math.min(cursor.step, live.steps))))
    const known = states.filter((state) => state !== undefined)
    if (asked === liveRuns() && known.length === asked.length) return hexOf(known)
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
