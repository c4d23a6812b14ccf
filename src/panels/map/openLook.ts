// Pinned paths and the relief, loaded when a key, a button or an address asks for them.

import { useExperiment } from '../../state/experiment.ts'
import type { Look } from '../../document/look.ts'
import { pictureOf } from '../pictures.ts'
import { openTilt, toggleTilt as toggle } from '../relief/pose.ts'
import { openPins, pinPresent as pin } from './pins.ts'
import './pinsPart.ts'

export { liftBy } from '../relief/pose.ts'

/** On a page without a map there is nothing to pin. */
export function pinPresent(): void {
  if (pictureOf('map')) pin()
}

/** Nor is there anything to tilt, and a network's map has no heights. */
export function toggleTilt(): void {
  const { objective } = useExperiment.getState().experiment
  if (pictureOf('map') && objective.kind !== 'network') toggle()
}

/** What an address says, opened when its document is there. */
export function openLook({ ghosts, tilt }: Look): void {
  if (ghosts) openPins(ghosts)
  if (tilt) openTilt(tilt)
}
