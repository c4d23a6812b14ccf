// The page's conductor: follows the shown document, using this build's worker.

import type { RunHandle } from './runHandle.ts'
import { page } from './page.ts'

export const { conductor } = page
export const { recomputeStep, halt, query } = conductor

export const runHandles = (): readonly RunHandle[] => conductor.runHandles

/** Recomputes every run from step 0, and plays. */
export function restart(): void {
  conductor.recompute()
  page.playback.playAgain()
}
