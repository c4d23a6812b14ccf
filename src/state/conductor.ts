// The page's conductor: follows the shown document, using this build's worker.

import { startRunner } from '../worker/address.ts'
import { computing } from './computing.ts'
import { createConductor } from './createConductor.ts'
import { useExperiment } from './experiment.ts'
import { reportFailure } from './failures.ts'
import { requestDraw } from './frame.ts'
import type { RunHandle } from './runHandle.ts'
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
export const { recomputeStep, halt, query } = conductor

export const runHandles = (): readonly RunHandle[] => conductor.runHandles

/** Recomputes every run from step 0, and plays. */
export function restart(): void {
  conductor.recompute()
  playback.playAgain()
}
