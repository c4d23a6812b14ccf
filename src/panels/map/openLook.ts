// Pinned paths and the relief, loaded when a key, a button or an address requests them.

import { useExperiment } from '../../state/experiment.ts'
import type { Look } from '../../document/look.ts'
import type { Moment } from '../../state/moment.ts'
import { pictureOf } from '../pictures.ts'
import { openTilt, toggleTilt as toggle } from '../relief/pose.ts'
import { openPins, pinPresent as pin } from './pins.ts'
import './pinsPart.ts'

export { liftBy } from '../relief/pose.ts'

/** A page without a map has nothing to pin. */
export function pinPresent(moment: Moment): void {
  if (pictureOf('map')) pin(moment)
}

/** Nor anything to tilt, and a network's map has no heights. */
export function toggleTilt(): void {
  const { objective } = useExperiment.getState().experiment
  if (pictureOf('map') && objective.kind !== 'network') toggle()
}

/** Applies an address's options once its document is open. */
export function openLook({ ghosts, tilt }: Look): void {
  if (ghosts) openPins(ghosts)
  if (tilt) openTilt(tilt)
}
