// The page's conductor: it follows the document on show, in the worker of this build.

import { startRunner } from '../worker/address.ts'
import { computing } from './computing.ts'
import { createConductor } from './createConductor.ts'
import { useExperiment } from './experiment.ts'
import { reportFailure } from './failures.ts'
import { requestDraw } from './frame.ts'
import type { Live } from './live.ts'
import { cursor, playback } from './playback.ts'
import { race } from './traces.ts'

export const conductor = createConductor({
  spawn: startRunner,
  document: useExperiment,
  cursor,
  race,
  computing,
  requestDraw,
  stopped: reportFailure,
})
export const { errandTo, halt, look } = conductor

export const liveRuns = (): readonly Live[] => conductor.liveRuns

/** Computes every run again from step 0, and plays. */
export function restart(): void {
  conductor.recompute()
  playback.playAgain()
}
